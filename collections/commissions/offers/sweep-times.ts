// When work that looks over all requests runs: at each start of a lasting process, and every hour or day.
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import { mokor } from '../../../plugin/runtime.js'

type Next = NonNullable<JobDefinition['next']>

const hourMs = 3_600_000

/** Tells this process's start from others'. */
const started = Date.now().toString(36)

const atStartAndEach =
  (periodMs: number): Next =>
  (payload, after) => {
    const period = new Date(Math.floor(after.getTime() / periodMs) * periodMs).toISOString()
    return { round: mokor(payload).options.outbox.worker ? `${started}:${period}` : period, dueAt: after }
  }

export const atStartAndHourly = atStartAndEach(hourMs)
export const atStartAndDaily = atStartAndEach(24 * hourMs)
