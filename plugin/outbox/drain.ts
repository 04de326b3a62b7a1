// Leases due rows one by one and sends them; retries with back-off, then marks them failed.
import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { databaseNow } from '../database/clock.js'
import { inTransaction } from '../database/transaction.js'
import { countMailTogether } from '../limits/mails.js'
import { mokor, slugOf } from '../runtime.js'
import { backOffMs, leaseMs, maxAttempts, type OutboxRow } from './row.js'
import { sendMails } from './send.js'

export interface Drained {
  /** Mails that left. */
  sent: number
  failed: number
}

/** The time to go by. */
export type Clock = () => Date | Promise<Date>

/** Mails that one mail tells of at most; the others wait for the next. */
const togetherAtMost = 50

/**
 * Sends everything that is due, leases that ran out included, then returns how many left and how many did not.
 * Without an e-mail adapter or a `publicUrl` no mail is tried: the rows wait and the dashboard says why. Jobs are done all the same.
 * @param now the database's, so that machines whose clocks differ agree on whose a row is
 */
export const drainOutbox = (payload: Payload, now: Clock = () => databaseNow(payload)): Promise<Drained> =>
  drain(payload, now, canSend(payload) ? null : jobsOf(payload))

/** Does the work that is due and sends nothing. */
export const performJobs = (payload: Payload): Promise<Drained> =>
  drain(payload, () => databaseNow(payload), jobsOf(payload))

async function drain(payload: Payload, now: Clock, only: string[] | null): Promise<Drained> {
  const sum: Drained = { sent: 0, failed: 0 }
  for (;;) {
    const row = await leaseNext(payload, await now(), only)
    if (!row) return sum
    let rows = [row, ...(row.together ? await leaseAlike(payload, row, await now()) : [])]
    while (rows.length > 0) rows = await sendLeased(payload, rows, now, sum)
  }
}

/** @returns those that are still to be sent, since they speak to another mailbox */
async function sendLeased(payload: Payload, rows: OutboxRow[], now: Clock, sum: Drained): Promise<OutboxRow[]> {
  const outcome = await sendMails(payload, rows).catch((error: unknown) => ({ error }))
  if ('error' in outcome) {
    for (const one of rows) await settleFailed(payload, one, outcome.error, await now())
    sum.failed += 1
    return []
  }
  const { left, apart } = outcome
  for (const one of rows) if (!apart.includes(one)) await settleSent(payload, one, await now())
  if (left) sum.sent += 1
  const together = rows[0]?.together
  if (left && together) await putOff(payload, together, await now())
  return apart
}

/** Payload falls back to an adapter that only logs: a mail given to it would be lost. */
export const hasAdapter = (payload: Payload): boolean => payload.email.name !== 'console'

/** Mails carry addresses of the network's pages. */
export const hasPublicUrl = (payload: Payload): boolean => mokor(payload).options.publicUrl !== ''

const canSend = (payload: Payload): boolean => hasAdapter(payload) && hasPublicUrl(payload)

/** Templates that send nothing. */
const jobsOf = (payload: Payload): string[] => Object.keys(mokor(payload).jobs)

/** Rows that may be taken at `at`: due ones, and those whose worker died holding them, though not for ever. */
const due = (at: Date): Where => ({
  or: [
    { and: [{ status: { equals: 'queued' } }, { dueAt: { less_than_equal: at.toISOString() } }] },
    { and: [{ status: { equals: 'leased' } }, { leasedUntil: { less_than: at.toISOString() } }] },
  ],
})

async function leaseNext(payload: Payload, at: Date, only: string[] | null): Promise<OutboxRow | null> {
  for (;;) {
    const rows = await dueRows(payload, only ? { and: [due(at), { template: { in: only } }] } : due(at), 10)
    if (rows.length === 0) return null
    for (const row of rows) {
      const leased = await lease(payload, row, at)
      if (leased) return leased
    }
  }
}

/** What else is due to the same mailbox, and goes into the same mail. */
async function leaseAlike(payload: Payload, { together }: OutboxRow, at: Date): Promise<OutboxRow[]> {
  const alike = await dueRows(payload, { and: [{ together: { equals: together } }, due(at)] }, togetherAtMost - 1)
  const leased: OutboxRow[] = []
  for (const row of alike) {
    const one = await lease(payload, row, at)
    if (one) leased.push(one)
  }
  return leased
}

/** The mailbox has had its mail: what was too much for that one waits until it may have another. */
async function putOff(payload: Payload, together: string, at: Date): Promise<void> {
  const nextAt = await countMailTogether(payload, together, at)
  await payload.db.updateMany({
    collection: slugOf(payload, 'outbox'),
    where: { and: [{ together: { equals: together } }, { status: { equals: 'queued' } }, due(at)] },
    data: { dueAt: nextAt.toISOString() },
    returning: false,
  })
}

async function dueRows(payload: Payload, where: Where, limit: number): Promise<OutboxRow[]> {
  const collection = slugOf(payload, 'outbox')
  const { docs } = await payload.db.find<OutboxRow>({ collection, where, sort: 'dueAt', limit, pagination: false })
  return docs
}

/** @returns null where somebody else was quicker, or where it was tried often enough */
async function lease(payload: Payload, row: OutboxRow, at: Date): Promise<OutboxRow | null> {
  const collection = slugOf(payload, 'outbox')
  const take = (data: Partial<OutboxRow>) =>
    payload.db.updateOne({ collection, where: { and: [{ id: { equals: row.id } }, due(at)] }, data })
  if (row.attempts >= maxAttempts) {
    const taken = await take({ status: 'failed', leasedBy: null, leasedUntil: null, lastError: 'stopped' })
    if (taken && (await isLookedAfter(payload, row, 'stopped')))
      await payload.db.updateOne({ collection, id: row.id, data: { status: 'dropped', words: null }, returning: false })
    return null
  }
  const leased = await take({
    status: 'leased',
    leasedBy: randomUUID(),
    leasedUntil: new Date(at.getTime() + leaseMs).toISOString(),
    attempts: row.attempts + 1,
  })
  return leased as unknown as OutboxRow | null
}

/** Only the holder of the lease writes the outcome. The words go: they are another person's, and no longer needed. */
async function settleSent(payload: Payload, row: OutboxRow, at: Date): Promise<void> {
  await settle(payload, row, { status: 'sent', sentAt: at.toISOString(), lastError: null, words: null })
}

async function settleFailed(payload: Payload, row: OutboxRow, error: unknown, at: Date): Promise<void> {
  const given = row.attempts >= maxAttempts || isFinal(error)
  const cause = causeOf(error)
  // The error itself names the addressee: logs are read by others than the desk.
  payload.logger.warn(`payload-plugin-mokor: mail ${row.template} of ${row.target} did not leave: ${cause}`)
  if (given && (await isLookedAfter(payload, row, cause)))
    return settle(payload, row, { status: 'dropped', lastError: cause, words: null })
  await settle(payload, row, {
    status: given ? 'failed' : 'queued',
    dueAt: new Date(at.getTime() + backOffMs(row.attempts)).toISOString(),
    lastError: cause,
  })
}

/** Whether somebody takes up what a mail that does not leave was about. */
async function isLookedAfter(payload: Payload, { target, template }: OutboxRow, cause: string): Promise<boolean> {
  const { mails } = mokor(payload)
  const failed = Object.hasOwn(mails, template) ? mails[template]?.failed : undefined
  return failed ? inTransaction(payload, (req) => failed({ req, target, cause })) : false
}

async function settle(payload: Payload, row: OutboxRow, outcome: Record<string, unknown>): Promise<void> {
  await payload.db.updateOne({
    collection: slugOf(payload, 'outbox'),
    where: { and: [{ id: { equals: row.id } }, { leasedBy: { equals: row.leasedBy } }] },
    data: { ...outcome, leasedUntil: null, leasedBy: null },
    returning: false,
  })
}

/** The other server refuses this very address: trying again would change nothing until a person corrects it. */
function isFinal(error: unknown): boolean {
  const seen = error as { code?: unknown; responseCode?: unknown; final?: unknown }
  return seen.final === true || (seen.code === 'EENVELOPE' && Number(seen.responseCode) >= 500)
}

/** The cause in the mail server's own words, without the person's address; our own causes are keys of `mail-cause-…`. */
function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…').slice(0, 500)
}
