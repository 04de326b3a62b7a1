// One round of the worker: drains the outbox, and once an hour deletes what has expired and queues the work that comes back by itself.
import type { Payload } from 'payload'
import { databaseNow } from '../database/clock.js'
import { inTransaction } from '../database/transaction.js'
import { mokor } from '../runtime.js'
import { type Clock, type Drained, drainOutbox } from './drain.js'
import { enqueue } from './enqueue.js'
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
    await queueRecurring(payload, at)
  }
  return drained
}

/** The next time of each job that comes back by itself; queued once, whoever asks and however often. */
export async function queueRecurring(payload: Payload, at: Date): Promise<void> {
  for (const [template, job] of Object.entries(mokor(payload).jobs)) {
    if (!job.next) continue
    const { round, dueAt } = job.next(payload, at)
    await inTransaction(payload, (req) =>
      enqueue(req, { key: `${template}:${round}`, template, target: round, lang: 'it', dueAt }),
    )
  }
}
