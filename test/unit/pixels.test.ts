// Photographs are decoded as far as there is room for their pixels; a line that is too long is said so.
import { maxPixels, whenThereIsRoom } from '../../collections/pictures/pixels.js'

/** Decodings that go on until they are told to end. */
function decodings() {
  const running = new Map<string, () => void>()
  const start = (name: string, pixels: number) =>
    whenThereIsRoom(pixels, () => new Promise<string>((resolve) => running.set(name, () => resolve(name))))
  const end = async (name: string) => {
    running.get(name)?.()
    running.delete(name)
    await new Promise(setImmediate)
  }
  return { start, end, running: () => [...running.keys()] }
}

test('as many as there is room for, in the order of arrival', async () => {
  const { start, end, running } = decodings()
  const half = maxPixels / 2
  const all = [start('a', half), start('b', half), start('whole', maxPixels), start('small', 1)]
  await new Promise(setImmediate)
  expect(running()).toEqual(['a', 'b'])
  await end('b')
  // The small one would fit, and waits all the same: a large one comes to its turn.
  expect(running()).toEqual(['a'])
  await end('a')
  expect(running()).toEqual(['whole'])
  await end('whole')
  expect(running()).toEqual(['small'])
  await end('small')
  expect(await Promise.all(all)).toEqual(['a', 'b', 'whole', 'small'])
})

test('one that fails leaves its room', async () => {
  const broken = whenThereIsRoom(maxPixels, () => Promise.reject(new Error('damaged')))
  await expect(broken).rejects.toThrow('damaged')
  expect(await whenThereIsRoom(maxPixels, async () => 'next')).toBe('next')
})

test('a line that is too long takes nobody else', async () => {
  const { start, end, running } = decodings()
  const first = start('first', maxPixels)
  const waiting = Array.from({ length: 24 }, (_, n) => start(`waiting ${n}`, maxPixels))
  expect(await start('one too many', 1)).toBeNull()
  await end('first')
  for (const name of waiting.keys()) await end(`waiting ${name}`)
  expect(running()).toEqual([])
  expect(await Promise.all([first, ...waiting])).toHaveLength(25)
})
