// One page of the queue: the documents of every room that wait for the reader, oldest term first, and how many there are.

import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { asOverview } from '../collection/overview.js'
import type { CollectionKey } from '../options/index.js'
import { mokor, slugOf } from '../runtime.js'
import { databaseId } from '../values/document-id.js'
import { type Cursor, cursorText, type Reached } from './cursor.js'
import { type DeskPage, type DeskRow, type DeskViewName, deskViews } from './dto.js'
import { type DeskQueue, termOf } from './queue.js'
import { rowOf, type StoredDocument } from './row.js'
import { atDesk, type OpenQueue, openQueue } from './views.js'

export interface DeskQuestion {
  view: DeskViewName
  /** One room's documents alone. */
  only: CollectionKey | null
  after: Cursor
  limit: number
}

interface Found {
  row: DeskRow
  queue: DeskQueue
  reached: Reached
}

/** @param queues those of the reader */
export async function deskPage(
  req: PayloadRequest,
  queues: readonly DeskQueue[],
  question: DeskQuestion,
): Promise<DeskPage> {
  const now = new Date()
  const { view, only, after, limit } = question
  const open = await Promise.all(queues.map((queue) => openQueue(req, queue, now)))
  const wanted = open.filter(({ queue }) => only === null || queue.collection === only)
  const [found, counted] = await Promise.all([
    Promise.all(wanted.map((one) => rowsOf(req, one, view, after[one.queue.collection], limit + 1))),
    Promise.all(open.map((one) => countsOf(req, one))),
  ])
  const all = found.flat().toSorted(byTerm(req))
  const shown = all.slice(0, limit)
  const total = (name: DeskViewName): number =>
    counted.reduce((sum, { queue, counts }) => (only && queue.collection !== only ? sum : sum + counts[name]), 0)
  return {
    rows: shown.map(({ row }) => row),
    next: all.length > limit ? cursorText(reachedBy(after, shown)) : null,
    counts: Object.fromEntries(deskViews.map((name) => [name, total(name)])) as DeskPage['counts'],
    queues: counted
      .filter(({ queue, counts }) => !queue.seldom || queue.collection === only || counts.todo + counts.overdue > 0)
      .map(({ queue, counts }) => ({ collection: queue.collection, count: counts[view], overdue: counts.overdue })),
    nextTerm: shown.length > 0 ? null : await nextTermOf(req, queues, now),
  }
}

/** The last of each collection wins. */
const reachedBy = (after: Cursor, shown: readonly Found[]): Cursor => ({
  ...after,
  ...Object.fromEntries(shown.map(({ queue, reached }) => [queue.collection, reached])),
})

/** Where documents without a term stand in the database's own order. */
const termlessFirst = ({ payload }: PayloadRequest): boolean => payload.db.name !== 'postgres'

const byTerm =
  (req: PayloadRequest) =>
  ({ row: one }: Found, { row: other }: Found): number => {
    if (one.term === other.term) return 0
    const sign = termlessFirst(req) ? 1 : -1
    if (one.term === null) return -sign
    if (other.term === null) return sign
    return one.term < other.term ? -1 : 1
  }

async function rowsOf(
  req: PayloadRequest,
  open: OpenQueue,
  view: DeskViewName,
  after: Reached | undefined,
  limit: number,
): Promise<Found[]> {
  const { queue, editors, conditions } = open
  const condition = conditions[view]
  if (condition === null) return []
  const { field } = queue.term
  const { docs } = await asOverview(() =>
    req.payload.find({
      collection: slugOf(req.payload, queue.collection) as CollectionSlug,
      where: { and: [condition, ...(after ? [beyond(req, queue, after)] : [])] },
      sort: [field, 'id'],
      limit,
      pagination: false,
      depth: 0,
      select: {
        ...queue.select,
        ...(editors && { editor: true, remindAt: true }),
        [field]: true,
        [queue.since]: true,
        status: true,
      } as never,
      user: req.user,
      overrideAccess: false,
      req,
    }),
  )
  return (docs as unknown as StoredDocument[]).map((doc) => ({
    row: rowOf(req, open, doc),
    queue,
    reached: [(doc[field] as string | null | undefined) ?? null, doc.id],
  }))
}

/** Documents behind the one that was reached. */
function beyond(req: PayloadRequest, { term: { field } }: DeskQueue, [date, given]: Reached): Where {
  const later: Where = { id: { greater_than: databaseId(req.payload, given) } }
  const termless: Where = { [field]: { exists: false } }
  if (date === null)
    return { or: [{ and: [termless, later] }, ...(termlessFirst(req) ? [{ [field]: { exists: true } }] : [])] }
  return {
    or: [
      { [field]: { greater_than: date } },
      { and: [{ [field]: { equals: date } }, later] },
      ...(termlessFirst(req) ? [] : [termless]),
    ],
  }
}

interface QueueCounts {
  queue: DeskQueue
  counts: Record<DeskViewName, number>
}

/** How many documents of a queue there are in each view, for this reader. */
async function countsOf(req: PayloadRequest, { queue, conditions }: OpenQueue): Promise<QueueCounts> {
  const counts = await Promise.all(deskViews.map((view) => countOf(req, queue, conditions[view])))
  return {
    queue,
    counts: Object.fromEntries(deskViews.map((view, at) => [view, counts[at] ?? 0])) as QueueCounts['counts'],
  }
}

export async function countOf(req: PayloadRequest, queue: DeskQueue, where: Where | null): Promise<number> {
  if (where === null) return 0
  const { totalDocs } = await req.payload.count({
    collection: slugOf(req.payload, queue.collection) as CollectionSlug,
    where,
    user: req.user,
    overrideAccess: false,
    req,
  })
  return totalDocs
}

/** The earliest term of whatever is still at the desk, in whoever's hands. */
async function nextTermOf(req: PayloadRequest, queues: readonly DeskQueue[], now: Date): Promise<string | null> {
  const terms = await Promise.all(
    queues.map(async (queue) => {
      const { field } = queue.term
      const { docs } = await asOverview(() =>
        req.payload.find({
          collection: slugOf(req.payload, queue.collection) as CollectionSlug,
          where: { and: [atDesk(queue, now), { [field]: { exists: true } }] },
          sort: field,
          limit: 1,
          pagination: false,
          depth: 0,
          select: { [field]: true } as never,
          user: req.user,
          overrideAccess: false,
          req,
        }),
      )
      const [first] = docs as unknown as StoredDocument[]
      return first ? termOf(queue.term, first[field], mokor(req.payload).options) : null
    }),
  )
  return terms.filter((term) => term !== null).toSorted()[0] ?? null
}
