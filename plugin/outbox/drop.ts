// Drops a mail that will not be sent, with its link and words.
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { mokor, slugOf } from '../runtime.js'
import { databaseNow } from './database-clock.js'
import { leaseMs, type OutboxRow } from './row.js'

/** @param row as it was when the editor looked at it: one that a worker has taken since is left to the worker */
export async function dropMail(req: PayloadRequest, row: OutboxRow): Promise<void> {
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
      leasedUntil: new Date((await databaseNow(req.payload)).getTime() + leaseMs).toISOString(),
    },
    req,
  })
  if (!held) return
  await mokor(req.payload).mails[row.template]?.dropped?.({ req, target: row.target })
  await db.updateOne({
    collection,
    where: { leasedBy: { equals: leasedBy } },
    data: { status: 'dropped', words: null, leasedBy: null, leasedUntil: null },
    req,
    returning: false,
  })
}
