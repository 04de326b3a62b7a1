// How many writes run at once, by database: what the pool of connections allows on PostgreSQL, one on SQLite.
import type { Payload } from 'payload'
import { enterWriteQueue, withWriteQueue } from '../../plugin/database/serialize.js'

const on = (db: object) => ({ db }) as unknown as Payload

/** Most of `count` works that ran at the same moment; each ends when all that could begin have begun. */
async function mostOf(payload: Payload, count: number): Promise<number> {
  let running = 0
  let most = 0
  await Promise.all(
    Array.from({ length: count }, () =>
      withWriteQueue(payload, async () => {
        await enterWriteQueue(payload)
        running += 1
        most = Math.max(most, running)
        // Work inside work has its place already.
        await withWriteQueue(payload, () => enterWriteQueue(payload))
        await new Promise((resolve) => setImmediate(resolve))
        running -= 1
      }),
    ),
  )
  return most
}

test.each([
  ['sqlite', {}, 1],
  ['postgres', {}, 5],
  ['postgres', { poolOptions: { max: 6 } }, 3],
  ['postgres', { poolOptions: { max: 1 } }, 1],
  ['mongoose', {}, 20],
])('%s %j: %d of 20 at once', async (name, more, expected) => {
  expect(await mostOf(on({ name, ...more }), 20)).toBe(expected)
})

test('work that fails, or ends while it waits, keeps nobody out', async () => {
  const payload = on({ name: 'sqlite' })
  let end = () => {}
  const first = withWriteQueue(payload, async () => {
    await enterWriteQueue(payload)
    await new Promise<void>((resolve) => {
      end = resolve
    })
    throw new Error('refused')
  })
  const gone = withWriteQueue(payload, async () => void enterWriteQueue(payload))
  await gone
  end()
  await expect(first).rejects.toThrow('refused')
  expect(await mostOf(payload, 3)).toBe(1)
})
