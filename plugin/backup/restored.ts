// After a restore of a backup: holds back mails that may have left since, spends its links, erases again who was erased since.
import type { Payload, Where } from 'payload'
import { databaseNow } from '../database/clock.js'
import { inTransaction } from '../database/transaction.js'
import { type Erased, readErased } from '../erasure-log/index.js'
import { performJobs } from '../outbox/drain.js'
import type { OutboxRow } from '../outbox/row.js'
import { mokor, slugOf } from '../runtime.js'
import { databaseId } from '../values/document-id.js'

export interface Restored {
  /** Mails that wait for an editor. */
  held: Pick<OutboxRow, 'template' | 'target' | 'about' | 'dueAt'>[]
  /** Links that open nothing more. */
  links: number
  /** Documents and links of the erasure log that the backup had brought back. */
  erased: Pick<Erased, 'kind' | 'id'>[]
}

/**
 * Safe to repeat. The site must not run meanwhile.
 * @param since when the backup was made: what came after it is left alone
 * @param dry only says what would be done; of mails those of jobs that are due are not known then
 */
export async function afterRestore(payload: Payload, since: Date, { dry }: { dry: boolean }): Promise<Restored> {
  const file = mokor(payload).options.erasureLog
  const log = file === null ? [] : await readErased(payload, file)
  const started = new Date()
  const erased = await eraseAgain(payload, log, dry)
  const mine: Where = { createdAt: { less_than_equal: since.toISOString() } }
  const held = await holdMails(payload, mine, dry)
  const links = await spendLinks(payload, mine, held, dry)
  if (dry) return { held, links, erased }
  // What was done since is done once more by itself, and must not write to people once more.
  await performJobs(payload)
  const again = await holdMails(payload, { createdAt: { greater_than_equal: started.toISOString() } }, dry)
  return { held: [...held, ...again], links, erased }
}

/** Held as mails that failed: editors see them, and send them again or drop them. */
async function holdMails(payload: Payload, which: Where, dry: boolean): Promise<OutboxRow[]> {
  const collection = slugOf(payload, 'outbox')
  const where: Where = {
    and: [
      which,
      { status: { in: ['queued', 'leased'] } },
      { dueAt: { less_than_equal: (await databaseNow(payload)).toISOString() } },
      { template: { not_in: Object.keys(mokor(payload).jobs) } },
    ],
  }
  const { docs } = await payload.db.find<OutboxRow>({ collection, where, sort: 'dueAt', pagination: false })
  if (!dry)
    for (const { id, attempts } of docs)
      await payload.db.updateOne({
        collection,
        id,
        data: {
          status: 'failed',
          // Only what was tried can be sent again by hand.
          attempts: Math.max(1, attempts),
          lastError: 'restored',
          leasedBy: null,
          leasedUntil: null,
        },
        returning: false,
      })
  return docs
}

/** Nobody knows which were pressed since: all are spent, and their pages send a new one to whoever still needs it. */
async function spendLinks(payload: Payload, which: Where, held: OutboxRow[], dry: boolean): Promise<number> {
  const { links } = mokor(payload)
  const once = Object.entries(links).flatMap(([purpose, { reusable }]) => (reusable ? [] : [purpose]))
  const { docs: later } = await payload.db.find<OutboxRow>({
    collection: slugOf(payload, 'outbox'),
    where: { and: [{ status: { equals: 'queued' } }, { link: { exists: true } }] },
    pagination: false,
  })
  const gone = new Set(held.map(({ link }) => link))
  // Those of mails that leave on a later day have reached nobody.
  const unsent = later.flatMap(({ link }) => (link && !gone.has(link) ? [link] : []))
  const collection = slugOf(payload, 'links')
  const where: Where = {
    and: [which, { purpose: { in: once } }, { usedAt: { exists: false } }, { hash: { not_in: unsent } }],
  }
  const { totalDocs } = await payload.db.count({ collection, where })
  if (!dry && totalDocs > 0)
    await payload.db.updateMany({
      collection,
      where,
      data: { usedAt: new Date().toISOString() },
      returning: false,
    })
  return totalDocs
}

async function eraseAgain(payload: Payload, log: Erased[], dry: boolean): Promise<Restored['erased']> {
  const erased = new Map<string, Pick<Erased, 'kind' | 'id'>>()
  for (const line of log)
    if (await eraseOne(payload, line, dry)) erased.set(`${line.kind} ${line.id}`, { kind: line.kind, id: line.id })
  return [...erased.values()]
}

/** @returns whether it had come back */
export async function eraseOne(payload: Payload, { kind, id, at }: Erased, dry: boolean): Promise<boolean> {
  if (kind === 'link') {
    const of = { collection: slugOf(payload, 'links'), where: { hash: { equals: id } } }
    const { totalDocs } = await payload.db.count(of)
    if (!dry && totalDocs > 0) await payload.db.deleteMany(of)
    return totalDocs > 0
  }
  const { document, erase } = mokor(payload).erasures[kind]
  const doc = await payload.db.findOne<{ id: string; createdAt: string }>({
    collection: slugOf(payload, document),
    where: { id: { equals: databaseId(payload, id) } },
  })
  // SQL databases give a number out again: a later document is somebody else's.
  if (!doc || Date.parse(doc.createdAt) > Date.parse(at)) return false
  return inTransaction(payload, (req) => erase(req, id, { dry }))
}
