// Runs writes one after the other on SQLite, where Payload has no transactions: one queue per Payload instance.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'

interface QueuePlace {
  /** There once the turn was asked for. */
  end?: () => void
}

/** Set while a piece of work runs without a transaction, so that work inside work does not wait for itself. */
const current = new AsyncLocalStorage<QueuePlace>()

const queues = new WeakMap<Payload, Promise<void>>()

/**
 * On SQLite, which has no transactions for us, work that takes its turn (`takeTurn`) has it until it ends: works of this process
 * come one after the other.
 */
export async function withWriteQueue<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  if (payload.db.name !== 'sqlite' || current.getStore()) return work()
  const place: QueuePlace = {}
  try {
    return await current.run(place, work)
  } finally {
    place.end?.()
  }
}

/** Waits until whoever came before has ended. Not before all that a slow visitor sends is there: others would wait for it too. */
export async function enterWriteQueue(payload: Payload): Promise<void> {
  const place = current.getStore()
  if (!place || place.end) return
  const before = queues.get(payload) ?? Promise.resolve()
  const over = new Promise<void>((resolve) => {
    place.end = resolve
  })
  queues.set(
    payload,
    before.then(() => over),
  )
  await before
}
