// Places for public work, and work that several wait for.
import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { ConcurrencyLimit } from '../../plugin/api/concurrency.js'
import { AbortedError, currentSignal, runWithSignal } from '../../plugin/database/cancellation.js'
import { SharedWork } from '../../plugin/database/shared-work.js'
import { Memory } from '../../plugin/directory/cache.js'
import { sharedRead } from '../../plugin/directory/shared-read.js'

/** Work that ends when it is told to. */
function held<T>(value: T) {
  let end = (_: T): void => undefined
  let seen: AbortSignal | undefined
  let begun = 0
  const promise = new Promise<T>((resolve) => {
    end = resolve
  })
  return {
    work: () => {
      begun += 1
      seen = currentSignal()
      return promise
    },
    end: () => end(value),
    begun: () => begun,
    isAborted: () => seen?.aborted ?? false,
  }
}

const busy = { kind: 'busy', retryAfter: 2 }
const limit = (more: Partial<ConstructorParameters<typeof ConcurrencyLimit>[0]> = {}) =>
  new ConcurrencyLimit({ atOnce: 2, waiting: 2, patienceMs: 60_000, ...more })

describe('a concurrency limit', () => {
  test('runs so many at once, keeps so many waiting in their order, and turns the others away at once', async () => {
    const places = limit()
    const works = ['a', 'b', 'c', 'd'].map(held)
    const ended: string[] = []
    const running = works.map(async ({ work }) => ended.push(await places.run(work)))
    await expect(places.run(async () => 'e')).rejects.toMatchObject(busy)
    expect(works.map(({ begun }) => begun())).toEqual([1, 1, 0, 0])
    works[1]?.end()
    await running[1]
    await turnOfLoop()
    await turnOfLoop()
    expect(works.map(({ begun }) => begun())).toEqual([1, 1, 1, 0])
    for (const { end } of works) end()
    await Promise.all(running)
    expect(ended[0]).toBe('b')
    expect(await places.run(async () => 'later')).toBe('later')
  })

  test('whoever waits too long is turned away, and takes no place with them', async () => {
    const places = limit({ atOnce: 1, patienceMs: 5 })
    const first = held('first')
    const running = places.run(first.work)
    await expect(places.run(async () => 'late')).rejects.toMatchObject(busy)
    first.end()
    expect(await running).toBe('first')
    expect(await places.run(async () => 'next')).toBe('next')
  })

  test('whoever goes away while waiting is not run, and leaves their place in the line', async () => {
    const places = limit({ atOnce: 1, waiting: 1 })
    const first = held('first')
    const running = places.run(first.work)
    const gone = held('gone')
    const visitor = new AbortController()
    const waiting = runWithSignal(visitor.signal, () => places.run(gone.work))
    visitor.abort()
    await expect(waiting).rejects.toBeInstanceOf(AbortedError)
    const next = places.run(async () => 'next')
    first.end()
    expect([await running, await next, gone.begun()]).toEqual(['first', 'next', 0])
  })

  test('whoever goes away between getting a place and beginning gives it back', async () => {
    const places = limit({ atOnce: 1 })
    const first = held('first')
    const running = places.run(first.work)
    const visitor = new AbortController()
    const waiting = runWithSignal(visitor.signal, () => places.run(async () => 'never'))
    first.end()
    await running
    visitor.abort()
    await expect(waiting).rejects.toBeInstanceOf(AbortedError)
    expect(await places.run(async () => 'next')).toBe('next')
  })

  test('work that fails gives its place back', async () => {
    const places = limit({ atOnce: 1, waiting: 0 })
    await expect(places.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await places.run(async () => 'next')).toBe('next')
  })

  test('between works that never pause the event loop gets its turn', async () => {
    const places = limit({ atOnce: 1, waiting: 3 })
    const order: string[] = []
    const works = [0, 1, 2, 3].map((n) => places.run(async () => order.push(`work ${n}`)))
    setImmediate(() => order.push('somebody else'))
    await Promise.all(works)
    expect(order.indexOf('somebody else')).toBeLessThan(order.indexOf('work 2'))
  })
})

/** Waits as a visitor who may go away. */
function visitor<T>(wait: () => Promise<T>) {
  const own = new AbortController()
  const answer = runWithSignal(own.signal, wait)
  answer.catch(() => undefined)
  return { answer, leave: () => own.abort() }
}

describe('shared work', () => {
  test('is given up when the last who waits has gone, and not before', async () => {
    const read = held('rows')
    const shared = new SharedWork(read.work)
    const [a, b] = [visitor(() => shared.wait()), visitor(() => shared.wait())]
    a.leave()
    await expect(a.answer).rejects.toBeInstanceOf(AbortedError)
    expect([read.isAborted(), shared.isGivenUp]).toEqual([false, false])
    b.leave()
    await expect(b.answer).rejects.toBeInstanceOf(AbortedError)
    expect([read.isAborted(), shared.isGivenUp]).toEqual([true, true])
  })

  test('goes on for whoever stays', async () => {
    const read = held('rows')
    const shared = new SharedWork(read.work)
    const [a, b] = [visitor(() => shared.wait()), visitor(() => shared.wait())]
    a.leave()
    read.end()
    expect(await b.answer).toBe('rows')
    b.leave()
    expect(shared.isGivenUp).toBe(false)
    expect(await shared.wait()).toBe('rows')
  })

  test('is never given up while somebody waits who does not go away', async () => {
    const read = held('rows')
    const shared = new SharedWork(read.work)
    const steady = shared.wait()
    const a = visitor(() => shared.wait())
    a.leave()
    expect(shared.isGivenUp).toBe(false)
    read.end()
    expect(await steady).toBe('rows')
  })

  test('within shared work waits as long as the outer one is wanted', async () => {
    const inner = held('counts')
    const counts = new Memory<string>(10)
    const answers = new Memory<string>(10)
    const ask = () => answers.get('answer', async () => `answer of ${await counts.get('counts', inner.work)}`)
    const [a, b] = [visitor(ask), visitor(ask)]
    a.leave()
    expect(inner.isAborted()).toBe(false)
    b.leave()
    await turnOfLoop()
    expect(inner.isAborted()).toBe(true)
  })

  test('that was given up is begun anew by whoever asks next', async () => {
    const [lost, found] = [held('lost'), held('found')]
    const memory = new Memory<string>(10)
    const a = visitor(() => memory.get('key', lost.work))
    a.leave()
    const b = visitor(() => memory.get('key', found.work))
    lost.end()
    found.end()
    expect(await b.answer).toBe('found')
    expect(await memory.get('key', () => Promise.reject(new Error('kept')))).toBe('found')
  })

  test('a read at the same time is begun anew too, and one that nobody waits for is not begun', async () => {
    let reads = 0
    const read = sharedRead(async () => ++reads)
    const a = visitor(read)
    a.leave()
    await expect(a.answer).rejects.toBeInstanceOf(AbortedError)
    expect(await read()).toBe(1)
    expect(await read()).toBe(2)
  })
})
