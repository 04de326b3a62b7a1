// The editors' endpoints of a collection that the desk works on: its lifecycle's steps, and the desk's own beside them.
import type { Endpoint, PayloadRequest } from 'payload'
import type { Role } from '../access/index.js'
import { actionEndpoints, type EditorAction } from '../lifecycle/actions.js'
import type { Assigned } from '../lifecycle/assignment.js'
import type { Lifecycle } from '../lifecycle/state-machine.js'
import type { TimelineEntry } from '../lifecycle/timeline.js'
import type { Transit } from '../lifecycle/transition.js'
import type { CollectionKey } from '../options/index.js'
import { assignmentEndpoints, assignmentView } from './assignment.js'
import { previewEndpoint } from './preview.js'
import { undoAction, undoView } from './undo.js'
import { waitingMails } from './waiting-mails.js'

type Document = Assigned & { id: number | string; status: string; timeline?: TimelineEntry<string>[] | null }

export interface DeskCollection<Doc, Status extends string, Name extends string> {
  key: CollectionKey
  lifecycle: Lifecycle<Status, Name>
  transition: Transit<Doc, Name>
  actions: Record<string, EditorAction<Doc>>
  /** What the room adds to the view. */
  view?: (req: PayloadRequest, doc: Doc) => Promise<object>
}

/** As `actionEndpoints`, with the desk's own steps, taking back, and what both add to the view. */
export function deskEndpoints<Doc extends Document, Status extends string, Name extends string>({
  key,
  lifecycle,
  transition,
  actions,
  view = async () => ({}),
}: DeskCollection<Doc, Status, Name>): Omit<Endpoint, 'root'>[] {
  const roles: Role[] = [...new Set(Object.values(actions).flatMap((action) => action.roles))]
  const all = { ...actions, undo: undoAction<Status, Name, Doc>(key, lifecycle, transition, roles) }
  return [
    // Before the steps: an address that names one of these is none of theirs.
    ...assignmentEndpoints(key, roles),
    previewEndpoint(key, actions),
    ...actionEndpoints<Doc>(
      key,
      all,
      async (req, doc) => ({
        ...(await assignmentView(req, key, roles, doc)),
        undo: await undoView(req, doc),
        mails: await waitingMails(req, key, doc),
        ...(await view(req, doc)),
      }),
      async (req, doc) => ({ undo: await undoView(req, doc) }),
    ),
  ]
}
