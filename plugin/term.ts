// What waits for somebody until a day: past it the document reads as expired, whether or not a job has said so.
import type { FieldHook } from 'payload'

interface Waiting<Status extends string> {
  status: Status
  expiresAt?: string | null
}

/** Today's status. @param waiting the only status that a term ends */
export const standingAt =
  <Status extends string>(waiting: Status) =>
  ({ status, expiresAt }: Waiting<Status>, now: Date): Status | 'expired' =>
    status === waiting && expiresAt && new Date(expiresAt) <= now ? 'expired' : status

/** For the status field: every reader sees today's. */
export const statusToday =
  (waiting: string): FieldHook =>
  ({ value, data }) =>
    standingAt(waiting)({ status: value, expiresAt: data?.expiresAt }, new Date())
