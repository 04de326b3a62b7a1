// What the desk's endpoints answer, as its page in the admin reads it.

import type { EditorView } from '../lifecycle/actions.js'
import type { CollectionKey } from '../options/index.js'

/** Ways to look at the queue; each is counted. */
export const deskViews = ['todo', 'mine', 'new', 'progress', 'overdue', 'waiting'] as const
export type DeskViewName = (typeof deskViews)[number]

/** What a room says of a document in one line. */
export interface DeskLine {
  title: string
  who: string | null
  place: string | null
}

export interface DeskRow extends DeskLine {
  collection: CollectionKey
  id: string
  status: string
  since: string | null
  /** By when it wants an answer. */
  term: string | null
  /** Whether that has passed while it waits. */
  overdue: boolean
  /** Whether it is at the desk still, and whether somebody has begun with it. */
  stands: 'fresh' | 'begun' | 'waiting' | null
  /** Who has it in hand; null where nobody who is there has it. */
  editor: { name: string; mine: boolean } | null
  /** When it comes back to the queue. */
  remindAt: string | null
}

export interface DeskPage {
  rows: DeskRow[]
  /** Where the rest begins; null where there is none. */
  next: string | null
  /** Documents in each view, of the queue that was asked for or of all. */
  counts: Record<DeskViewName, number>
  /** Documents in this view by queue, and how many of the queue are late. */
  queues: { collection: CollectionKey; count: number; overdue: number }[]
  /** When nothing is to be done in this view: the next term of anything at the desk. */
  nextTerm: string | null
}

export interface DeskContact {
  /** Whose it is or what it is, e.g. “Phone”. */
  label: string
  kind: 'phone' | 'email'
  value: string
  /** E.g. when to call. */
  note?: string | null
}

/** What an editor judges a document by. */
export interface DeskSheet {
  contacts: DeskContact[]
  /** In the person's own words. */
  texts: { label: string; text: string }[]
  /** What they offer or ask for; own words are those that no trade was chosen for yet. */
  trades: { name: string; own: boolean; note?: string | null }[]
  facts: { label: string; value: string }[]
}

export interface DeskEntry {
  at: string
  by: string
  from?: string | null
  to: string
  why?: string | null
  /** Name of the step, `undo`, or what was beside: `answer`, `heard`, `stop`. */
  step?: string | null
}

export interface DeskItem<View extends EditorView = EditorView> {
  row: DeskRow
  /** What the head of the document's own page says: status, steps, hints, preview. */
  view: View
  sheet: DeskSheet
  /** Oldest first. */
  timeline: DeskEntry[]
}
