// The editors' endpoints of a collection that the desk works on: its lifecycle's steps, and the desk's own beside them.
import type { Endpoint, PayloadRequest } from 'payload'
import type { Role } from '../access/index.js'
import { actionEndpoints, type EditorAction } from '../lifecycle/actions.js'
import type { Assigned } from '../lifecycle/assignment.js'
import type { TimelineEntry } from '../lifecycle/timeline.js'
import type { CollectionKey } from '../options/index.js'
import { assignmentEndpoints, assignmentView } from './assignment.js'

type Document = Assigned & { id: number | string; status: string; timeline?: TimelineEntry<string>[] | null }

/** As `actionEndpoints`, with what `assignment.ts` adds to the view. */
export function deskEndpoints<Doc extends Document>(
  key: CollectionKey,
  actions: Record<string, EditorAction<Doc>>,
  more: (req: PayloadRequest, doc: Doc) => Promise<object> = async () => ({}),
): Omit<Endpoint, 'root'>[] {
  const roles: Role[] = [...new Set(Object.values(actions).flatMap((action) => action.roles))]
  return [
    // Before the steps: an address that names one of these is none of theirs.
    ...assignmentEndpoints(key, roles),
    ...actionEndpoints<Doc>(key, actions, async (req, doc) => ({
      ...(await assignmentView(req, key, roles, doc)),
      ...(await more(req, doc)),
    })),
  ]
}
