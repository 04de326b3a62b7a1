// Closes a year: what stands in it is fingerprinted, and nothing more is booked into it.
import type { PayloadRequest } from 'payload'
import { treasurers } from '../../../plugin/access/index.js'
import { panelEndpoints, panelsOf } from '../../../plugin/desk/panels/endpoints.js'
import { undoAction, undoView } from '../../../plugin/desk/undo.js'
import { actionEndpoints, type EditorAction } from '../../../plugin/lifecycle/actions.js'
import { editorActions, editorCause, transitions } from '../../../plugin/lifecycle/transition.js'
import { digestOf } from '../ledger/digest.js'
import { type BookYear, type BookYearStatus, type BookYearTransition, bookYearLifecycle } from './types.js'
import { entriesOfYear } from './year.js'

const transition = transitions<BookYearStatus, BookYearTransition, BookYear>(bookYearLifecycle, {
  collection: 'bookYears',
  changes: { 'close-year': (_, { digest = null, entries = null }) => ({ digest, entries }) },
})

async function close({ req, doc, reason }: { req: PayloadRequest; doc: BookYear; reason: string }): Promise<BookYear> {
  const entries = await entriesOfYear(req, doc.year)
  const standing = { ...doc, digest: digestOf(entries), entries: entries.length }
  return transition(req, standing, 'close-year', editorCause(req, reason))
}

const isOver = ({ endsAt }: BookYear): boolean => new Date(endsAt) <= new Date()

export const bookYearActions: Record<string, EditorAction<BookYear>> = editorActions(bookYearLifecycle, transition, {
  'close-year': { isAvailable: isOver, run: close },
})

const all = {
  ...bookYearActions,
  undo: undoAction<BookYearStatus, BookYearTransition, BookYear>(
    'bookYears',
    bookYearLifecycle,
    transition,
    treasurers,
  ),
}

export const bookYearEndpoints = [
  ...panelEndpoints('bookYears'),
  ...actionEndpoints<BookYear>(
    'bookYears',
    all,
    async (req, doc) => ({ undo: await undoView(req, doc), panels: await panelsOf(req, 'bookYears', doc) }),
    async (req, doc) => ({ undo: await undoView(req, doc) }),
  ),
]
