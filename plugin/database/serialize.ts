// Bounds how many writes run at once where the database needs it: one on SQLite, where Payload has no transactions; on PostgreSQL
// as many as leave half of the pool's connections to what a transaction reads and writes beside itself.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'

interface QueuePlace {
  /** There once the place was asked for; over when it is had. */
  entered?: Promise<void>
  leave?: () => void
}

/** Set while a piece of work runs, so that work inside work does not wait for itself. */
const current = new AsyncLocalStorage<QueuePlace>()

interface Queue {
  running: number
  waiting: (() => void)[]
}

const queues = new WeakMap<Payload, Queue>()

/** The driver's own default. */
const usualPool = 10

/** Writes at once; null where the database bounds nothing that we should know of. */
function mostAtOnce({ db }: Payload): number | null {
  if (db.name === 'sqlite') return 1
  if (db.name !== 'postgres') return null
  const { max } = (db as { poolOptions?: { max?: unknown } }).poolOptions ?? {}
  return Math.max(1, Math.floor((typeof max === 'number' ? max : usualPool) / 2))
}

/** Work that enters the queue (`enterWriteQueue`) has its place there until it ends. */
export async function withWriteQueue<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  if (mostAtOnce(payload) === null || current.getStore()) return work()
  const place: QueuePlace = {}
  try {
    return await current.run(place, work)
  } finally {
    place.leave?.()
  }
}

/** Waits until there is a place. Not before all that a slow visitor sends is there: others would wait for it too. */
export async function enterWriteQueue(payload: Payload): Promise<void> {
  const place = current.getStore()
  const most = mostAtOnce(payload)
  if (!place || most === null) return
  place.entered ??= takePlace(payload, most, place)
  await place.entered
}

/** PostgreSQL's transactions hold a connection from their beginning: whoever waited within one would keep it from those who run. */
export const queuesBeforeTransactions = ({ db }: Payload): boolean => db.name === 'postgres'

async function takePlace(payload: Payload, most: number, place: QueuePlace): Promise<void> {
  const queue = queues.get(payload) ?? { running: 0, waiting: [] }
  queues.set(payload, queue)
  const pass = () => {
    const next = queue.waiting.shift()
    if (next) next()
    else queue.running -= 1
  }
  // Work that ends while it waits passes its place on as soon as it has it.
  let left = false
  place.leave = () => {
    left = true
  }
  if (queue.running < most) queue.running += 1
  else await new Promise<void>((resolve) => queue.waiting.push(resolve))
  place.leave = pass
  if (left) pass()
}
