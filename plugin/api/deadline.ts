// Deadlines of public work: 503 when the database is gone, and queries end once the visitor has left.
import type { Payload } from 'payload'
import { AbortedError, runWithSignal } from '../database/cancellation.js'
import { databaseAnswers, prepareProbe } from '../database/probe.js'
import { busyForSeconds } from './concurrency.js'
import { Problem } from './problem.js'

/** Work may take this long before we ask whether the database still answers; together they stay under 3 s. */
const checkAfterMs = 2000
const probeMs = 500
/** No public work is worth waiting longer for. */
const longestMs = 20_000

/**
 * Waits for `work` as long as the database answers. What is given up ends: reads in the database too; and a write at its next
 * `stillWanted()`, because one that waits for a database that is gone would be taken up again by the driver when it is back,
 * after the visitor was told that nothing happened.
 * @param visitor aborts when the visitor goes away: for reads, which nobody else has anything of
 * @throws Problem `unavailable` where the database does not answer, `busy` where it only takes too long
 */
export async function withDeadline<T>(payload: Payload, work: () => Promise<T>, visitor?: AbortSignal): Promise<T> {
  prepareProbe(payload)
  const patience = new AbortController()
  const giveUp = () => patience.abort(new AbortedError())
  visitor?.addEventListener('abort', giveUp, { once: true })
  try {
    const working = runWithSignal(patience.signal, work)
    working.catch(() => undefined)
    const started = Date.now()
    for (;;) {
      const outcome = await within(working, checkAfterMs)
      if (outcome) return outcome.value
      const isDatabaseUp = (await within(databaseAnswers(payload), probeMs))?.value ?? false
      if (isDatabaseUp && Date.now() - started <= longestMs) continue
      giveUp()
      throw isDatabaseUp ? new Problem('busy', [], busyForSeconds) : new Problem('unavailable', [], 10)
    }
  } finally {
    visitor?.removeEventListener('abort', giveUp)
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<{ value: T } | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    // An event loop that is late itself finds the timer first: what has arrived meanwhile is read before it is believed.
    timer = setTimeout(() => setImmediate(() => resolve(null)), ms)
  })
  try {
    return await Promise.race([work.then((value) => ({ value })), late])
  } finally {
    clearTimeout(timer)
  }
}
