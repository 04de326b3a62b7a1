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

const dayMs = 86_400_000

/** Days within which whoever sent a form confirms it by the link in their mail. */
export const confirmDays = 7

export const confirmEnd = (from: Date): Date => new Date(from.getTime() + confirmDays * dayMs)
