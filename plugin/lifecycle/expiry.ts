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

/** End of the present term, as databases and forms may each spell it. */
export const termOf = ({ expiresAt }: { expiresAt?: string | null }): string => new Date(expiresAt ?? 0).toISOString()

/** Days that what came to nothing waits for a second thought before whoever stands in it is forgotten. */
const forgetDays = 30

export const forgetOn = (from: Date): Date => new Date(from.getTime() + forgetDays * dayMs)
