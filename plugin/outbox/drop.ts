// Drops a mail that will not be sent, with its words: one that cannot leave, or one that is stopped before it does.
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { databaseNow } from '../database/clock.js'
import { localized, pickFor } from '../i18n/localized.js'
import { keepsTimeline, writeAside } from '../lifecycle/aside.js'
import { mokor, slugOf } from '../runtime.js'
import { databaseId } from '../values/document-id.js'
import { definitionOf } from './about.js'
import { leaseMs, type OutboxRow } from './row.js'

/** Longer ago than this nobody thinks better of it. */
const stopMs = 3_600_000

type Stoppable = Pick<OutboxRow, 'status' | 'attempts' | 'dueAt'> & { createdAt?: string }

/** Whether it was queued within the last hour, to leave within the next, and nobody has tried to send it. */
export const canBeStopped = ({ status, attempts, createdAt, dueAt }: Stoppable, now: Date): boolean =>
  status === 'queued' &&
  attempts === 0 &&
  new Date(createdAt ?? 0).getTime() > now.getTime() - stopMs &&
  new Date(dueAt).getTime() < now.getTime() + stopMs

/** @throws a Refusal (409) where a worker was quicker */
export async function stopMail(req: PayloadRequest, row: OutboxRow, why: string): Promise<void> {
  if (!(await dropMail(req, row))) throw new Refusal(pickFor(req, left), 409)
  const about = definitionOf(req, row.template)?.document
  if (about && keepsTimeline(req, about))
    await writeAside(req, about, databaseId(req.payload, row.target), { step: 'stop', why })
}

const left = localized(
  'Troppo tardi: la mail è partita, o sta partendo.',
  'Too late: the mail has left, or is leaving.',
)

/** @param row as it was when the editor looked at it: one that a worker has taken since is left to the worker. @returns whether it is dropped */
export async function dropMail(req: PayloadRequest, row: OutboxRow): Promise<boolean> {
  const { db } = req.payload
  const collection = slugOf(req.payload, 'outbox')
  const leasedBy = randomUUID()
  // Held meanwhile, so that nobody sends it. Where there are no transactions, a worker takes up what we leave half done.
  const held = await db.updateOne({
    collection,
    where: { and: [{ id: { equals: row.id } }, { status: { equals: row.status } }] },
    data: {
      status: 'leased',
      leasedBy,
      leasedUntil: new Date((await databaseNow(req.payload, req)).getTime() + leaseMs).toISOString(),
    },
    req,
  })
  if (!held) return false
  await mokor(req.payload).mails[row.template]?.dropped?.({ req, target: row.target })
  await db.updateOne({
    collection,
    where: { leasedBy: { equals: leasedBy } },
    data: { status: 'dropped', words: null, leasedBy: null, leasedUntil: null },
    req,
    returning: false,
  })
  return true
}
