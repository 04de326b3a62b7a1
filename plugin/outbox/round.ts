// One round of the worker: drains the outbox, and once an hour deletes what has expired.
import type { Payload } from 'payload'
import { databaseNow } from './database-clock.js'
import { type Clock, type Drained, drainOutbox } from './drain.js'
import { eraseExpired } from './expired.js'

const tidyEveryMs = 3_600_000

const tidied = new WeakMap<Payload, number>()

/** What the worker, `payload mokor:work` and the route for a clock outside all do. The first round of a process tidies up. */
export async function workRound(payload: Payload, now: Clock = () => databaseNow(payload)): Promise<Drained> {
  const drained = await drainOutbox(payload, now)
  const at = await now()
  if (at.getTime() - (tidied.get(payload) ?? 0) >= tidyEveryMs) {
    tidied.set(payload, at.getTime())
    await eraseExpired(payload, at)
  }
  return drained
}
