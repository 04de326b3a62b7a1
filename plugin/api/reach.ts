// Keeps a visitor from waiting for a database that is gone: 503 within three seconds.
import type { Payload } from 'payload'
import { slugOf } from '../runtime.js'
import { whileWaitedFor } from '../wanted.js'
import { Problem } from './problem.js'

/** Work may take this long before we ask whether the database still answers; together they stay under 3 s. */
const patienceMs = 2200
const probeMs = 600
/** No public work is worth waiting longer for. */
const longestMs = 20_000

/**
 * Waits for `work` as long as the database answers; slow work goes on. For reads, which leave nothing behind.
 * @throws Problem `unavailable`
 */
export async function withinReach<T>(payload: Payload, work: () => Promise<T>, giveUp = () => {}): Promise<T> {
  const working = work()
  working.catch(() => undefined)
  const started = Date.now()
  for (;;) {
    const outcome = await before(working, patienceMs)
    if (outcome) return outcome.value
    if (Date.now() - started <= longestMs && (await answers(payload))) continue
    giveUp()
    throw new Problem('unavailable', [], 10)
  }
}

/**
 * The same for work that leaves something behind. Where it waits for a database that is gone, the driver takes it up again
 * when the database is back, after the visitor was told that nothing happened: it is stopped at its next `stillWanted()`.
 * @throws Problem `unavailable`
 */
export function actWithinReach<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  const patience = new AbortController()
  return withinReach(
    payload,
    () => whileWaitedFor(patience.signal, work),
    () => patience.abort(),
  )
}

async function answers(payload: Payload): Promise<boolean> {
  const probe = payload.db
    .findOne({ collection: slugOf(payload, 'limits'), where: { key: { equals: 'probe' } } })
    .then(() => true)
    .catch(() => false)
  return (await before(probe, probeMs))?.value ?? false
}

async function before<T>(work: Promise<T>, ms: number): Promise<{ value: T } | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  try {
    return await Promise.race([work.then((value) => ({ value })), late])
  } finally {
    clearTimeout(timer)
  }
}
