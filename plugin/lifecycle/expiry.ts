// Expiry: a waiting document past its date reads as expired, whether or not the job has run.
import type { FieldHook } from 'payload'

interface Expiring<Status extends string> {
  status: Status
  expiresAt?: string | null
}

/** Today's status. @param waiting the only status that a term ends */
export const statusAt =
  <Status extends string>(waiting: Status) =>
  ({ status, expiresAt }: Expiring<Status>, now: Date): Status | 'expired' =>
    status === waiting && expiresAt && new Date(expiresAt) <= now ? 'expired' : status

/** For the status field: every reader sees today's. */
export const currentStatusHook =
  (waiting: string): FieldHook =>
  ({ value, data }) =>
    statusAt(waiting)({ status: value, expiresAt: data?.expiresAt }, new Date())

const dayMs = 86_400_000

/** Days within which whoever sent a form confirms it by the link in their mail. */
export const confirmationDays = 7

export const confirmationDeadline = (from: Date): Date => new Date(from.getTime() + confirmationDays * dayMs)

/** End of the present term, as databases and forms may each spell it. */
export const expiryKey = ({ expiresAt }: { expiresAt?: string | null }): string =>
  new Date(expiresAt ?? 0).toISOString()

/** How long what came to nothing waits for a second thought before whoever stands in it is forgotten. */
export const erasureMs = 30 * dayMs
