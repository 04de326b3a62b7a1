// The desk's views as conditions on a queue's documents, for one reader.
import type { PayloadRequest, Where } from 'payload'
import type { Role } from '../access/index.js'
import { userIdOf } from '../lifecycle/assignment.js'
import { mokor, slugOf } from '../runtime.js'
import { type Colleague, nobodys, presentColleagues } from './colleagues.js'
import type { DeskViewName } from './dto.js'
import { type DeskQueue, passedUntil } from './queue.js'

/** A queue as one reader finds it now. */
export interface OpenQueue {
  queue: DeskQueue
  now: Date
  /** Those who may have its documents in hand; null where none of them is taken on by anybody. */
  editors: Colleague[] | null
  /** Null where a view holds nothing of this queue. */
  conditions: Record<DeskViewName, Where | null>
}

/** Whether documents of a queue are taken on by editors, and come back on a day of their choice. */
const isAssigned = ({ payload }: PayloadRequest, { collection }: DeskQueue): boolean =>
  payload.collections[slugOf(payload, collection)]?.config.flattenedFields.some(({ name }) => name === 'editor') ??
  false

const rolesOf = ({ actions }: DeskQueue): Role[] => [...new Set(Object.values(actions).flatMap(({ roles }) => roles))]

export async function openQueue(req: PayloadRequest, queue: DeskQueue, now: Date): Promise<OpenQueue> {
  const editors = isAssigned(req, queue) ? await presentColleagues(req, queue.collection, rolesOf(queue)) : null
  return { queue, now, editors, conditions: conditionsOf(req, queue, editors, now) }
}

function conditionsOf(
  req: PayloadRequest,
  queue: DeskQueue,
  editors: Colleague[] | null,
  now: Date,
): OpenQueue['conditions'] {
  const { fresh, begun, waiting } = queue.statuses
  const passed = passedUntil(queue.term, now, mokor(req.payload).options).toISOString()
  const overdue: Where = { [queue.term.field]: { less_than_equal: passed } }
  const here = among(queue, now, [...fresh, ...begun])
  const elsewhere = waiting.length === 0 ? null : among(queue, now, waiting)
  if (editors === null)
    return {
      todo: here,
      mine: null,
      new: among(queue, now, fresh),
      progress: begun.length === 0 ? null : among(queue, now, begun),
      overdue: { and: [here, overdue] },
      waiting: elsewhere,
    }
  const present = editors.map(({ id }) => id)
  const free = nobodys(present)
  // A site may let in users of another collection: they take nothing on.
  const me = userIdOf(req)
  const mine: Where | null = me === undefined ? null : { editor: { equals: me } }
  const awake: Where = { or: [{ remindAt: { exists: false } }, { remindAt: { less_than_equal: now.toISOString() } }] }
  const asleep: Where = { and: [here, { remindAt: { greater_than: now.toISOString() } }] }
  const taken: Where = { editor: { in: present } }
  return {
    todo: { and: [here, awake, mine ? { or: [free, mine] } : free] },
    mine: mine && { and: [atDesk(queue, now), mine] },
    new: { and: [among(queue, now, fresh), free, awake] },
    progress: { and: [here, awake, { or: [{ status: { in: [...begun] } }, taken] }] },
    overdue: { and: [here, overdue] },
    waiting: elsewhere ? { or: [asleep, elsewhere] } : asleep,
  }
}

const among = ({ where }: DeskQueue, now: Date, statuses: readonly string[]): Where => ({
  and: [{ status: { in: [...statuses] } }, ...(where ? [where(now)] : [])],
})

/** Whatever of a queue is at the desk, in whoever's hands. */
export const atDesk = (queue: DeskQueue, now: Date): Where => among(queue, now, Object.values(queue.statuses).flat())
