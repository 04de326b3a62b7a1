// One document as a line of the queue.
import type { PayloadRequest } from 'payload'
import { userIdOf } from '../lifecycle/assignment.js'
import { mokor } from '../runtime.js'
import type { DeskRow } from './dto.js'
import { termOf } from './queue.js'
import type { OpenQueue } from './views.js'

export interface StoredDocument extends Record<string, unknown> {
  id: number | string
  status: string
}

export function rowOf(req: PayloadRequest, { queue, editors, now }: OpenQueue, doc: StoredDocument): DeskRow {
  const editor = editors?.find(({ id }) => String(id) === String(doc.editor)) ?? null
  const term = termOf(queue.term, doc[queue.term.field], mokor(req.payload).options)
  const standings = ['fresh', 'begun', 'waiting'] as const
  const stands = standings.find((one) => queue.statuses[one].includes(doc.status)) ?? null
  return {
    ...queue.line(doc, req),
    collection: queue.collection,
    id: String(doc.id),
    status: doc.status,
    since: (doc[queue.since] as string | null | undefined) ?? null,
    term,
    overdue: stands !== null && stands !== 'waiting' && term !== null && new Date(term) <= now,
    stands,
    editor: editor && { name: editor.name, mine: String(editor.id) === String(userIdOf(req)) },
    remindAt: (doc.remindAt as string | null | undefined) ?? null,
  }
}
