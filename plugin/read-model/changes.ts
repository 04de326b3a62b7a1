// The change log of a read model: which rows a transaction wrote or took out. Each model has a log of its own.
import { randomBytes } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { CollectionKey } from '../definitions/rooms.js'
import { slugOf } from '../runtime.js'

export interface Change {
  id: string
  ids: string[]
}

/** Stands for every row: whoever keeps a copy reads all of them again. */
export const everything = '*'

/**
 * How many of the newest entries make the version. More than one, because a transaction that took its id earlier may end later;
 * it then shows up among the newest and changes the version all the same.
 */
export const newestCount = 16

/** A read model: the collection of its rows and that of its change log. */
export interface ReadModel {
  rows: CollectionKey
  changes: CollectionKey
}

const momentLength = 9
let last = 0

/**
 * Ids sort by time, and each is later than every one seen so far, whatever this machine's clock says: one that lags behind
 * another's would else withdraw a row without its entry being among the newest.
 */
function idAfter(newest: string | undefined): string {
  const seen = Number.parseInt(newest?.slice(0, momentLength) ?? '', 36) || 0
  last = Math.max(Date.now(), seen + 1, last + 1)
  return `${last.toString(36).padStart(momentLength, '0')}${randomBytes(6).toString('hex')}`
}

/** Entries of transactions that may still be open, by log and transaction, so that each transaction keeps one. */
const open = new Map<string, Change>()
const openAtMost = 1000

/**
 * How to see what others have written meanwhile. MongoDB's transactions have a view of their own, old by now. PostgreSQL's see what
 * is committed, and each holds one of the pool's few connections: all of them at once would wait for one more, for ever.
 */
const besides = (req: PayloadRequest): { req?: PayloadRequest } => (req.payload.db.name === 'postgres' ? { req } : {})

/** Notes that these rows changed, with the change itself (same `req`). One entry a transaction, however often it is called. */
export async function noteChange(req: PayloadRequest, { changes }: ReadModel, ids: string[]): Promise<void> {
  const collection = slugOf(req.payload, changes)
  const transaction = await req.transactionID
  const mark = transaction === undefined || transaction === null ? null : `${collection}:${transaction}`
  const earlier = mark === null ? undefined : open.get(mark)
  // The merged entry is a new one: its id says when the transaction last changed something.
  if (earlier) await req.payload.db.deleteOne({ collection, where: { id: { equals: earlier.id } }, req })
  const [newest] = await newestChanges(req.payload, changes, 1, besides(req))
  const entry: Change = { id: idAfter(newest?.id), ids: [...new Set([...(earlier?.ids ?? []), ...ids])] }
  await req.payload.db.create({ collection, data: { ...entry }, req })
  if (mark === null) return
  open.set(mark, entry)
  if (open.size > openAtMost) open.delete(open.keys().next().value as string)
}

/** Whoever missed more than this reads all rows sooner than what changed. */
const mostSince = 1000

/** Entries from `id` on, that one included, in no promised order; null where there are too many. */
export async function changesSince(payload: Payload, log: CollectionKey, id: string): Promise<Change[] | null> {
  const { docs } = await payload.db.find<Change>({
    collection: slugOf(payload, log),
    where: { id: { greater_than_equal: id } },
    limit: mostSince + 1,
    pagination: false,
  })
  return docs.length > mostSince ? null : docs.map(({ id, ids }) => ({ id, ids }))
}

/** Erases the entries that no version looks at any more. A copy that looks later than an hour's changes may have to be made anew. */
export async function forgetOldChanges(payload: Payload, log: CollectionKey): Promise<void> {
  const oldest = (await newestChanges(payload, log))[newestCount - 1]
  if (oldest) await payload.db.deleteMany({ collection: slugOf(payload, log), where: { id: { less_than: oldest.id } } })
}

/** The newest entries, newest first, through any adapter. */
export async function newestChanges(
  payload: Payload,
  log: CollectionKey,
  limit: number = newestCount,
  within: { req?: PayloadRequest } = {},
): Promise<Change[]> {
  const { docs } = await payload.db.find<Change>({
    collection: slugOf(payload, log),
    sort: '-id',
    limit,
    pagination: false,
    ...within,
  })
  return docs.map(({ id, ids }) => ({ id, ids }))
}
