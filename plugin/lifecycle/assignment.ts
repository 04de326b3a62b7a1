// Who at the desk looks after a document, what editors noted beside it, and when it comes back: its stored parts, and who may
// still be said to have it.
import type { PayloadRequest } from 'payload'
import type { DocumentId } from '../values/document-id.js'

/** One dated note of the desk; they only grow. */
export interface DeskNote {
  id?: string | null
  at: string
  /** Who wrote it, as the timeline names them. */
  by: string
  text: string
}

/** What the fields of `fields/assignment.ts` keep in a document. */
export interface Assigned {
  /** Id of the user who took it on. */
  editor?: DocumentId | null
  deskNotes?: DeskNote[] | null
  /** When it comes back to the queue. */
  remindAt?: string | null
}

/** Their names, for what a restored version must not bring back. */
export const assignmentFieldNames = ['editor', 'deskNotes', 'remindAt'] as const satisfies (keyof Assigned)[]

/** What an erasure leaves of them. */
export const unassigned = { editor: null, deskNotes: [], remindAt: null } satisfies Assigned

/** Whoever is signed in to the admin, by id; undefined for the site's own code and users of other collections. */
export const userIdOf = ({ user, payload }: PayloadRequest): DocumentId | undefined =>
  user?.collection === payload.config.admin.user ? user.id : undefined

/** For a step by which a document is taken on. */
export function takenOn(req: PayloadRequest): Pick<Assigned, 'editor'> {
  const editor = userIdOf(req)
  return editor === undefined ? {} : { editor }
}
