// The editors' endpoints of a collection that the desk works on: its lifecycle's steps, and the desk's own beside them.
import type { Endpoint, PayloadRequest } from 'payload'
import type { Role } from '../access/index.js'
import { actionEndpoints, type EditorAction } from '../lifecycle/actions.js'
import type { KeyWithTimeline } from '../lifecycle/aside.js'
import type { Assigned } from '../lifecycle/assignment.js'
import type { Lifecycle } from '../lifecycle/state-machine.js'
import type { TimelineEntry } from '../lifecycle/timeline.js'
import type { Transit } from '../lifecycle/transition.js'
import { type Answering, answerActions, type Correspondent } from './answer.js'
import { assignmentEndpoints, assignmentView } from './assignment.js'
import { panelEndpoints, panelsOf } from './panels/endpoints.js'
import { previewEndpoint, previewsAtOnce } from './preview.js'
import { repliesEndpoint } from './replies.js'
import { undoAction, undoView } from './undo.js'
import { stopEndpoint, waitingMails } from './waiting-mails.js'

type Document = Assigned & { id: number | string; status: string; timeline?: TimelineEntry<string>[] | null }

export interface DeskCollection<Doc, Status extends string, Name extends string> {
  key: KeyWithTimeline
  lifecycle: Lifecycle<Status, Name>
  transition: Transit<Doc, Name>
  actions: Record<string, EditorAction<Doc>>
  /** The mail in which the desk answers, and to whom it goes; null for documents that are nobody's in particular. */
  answer: Pick<Answering<Doc>, 'template' | 'correspondentOf'> | null
  /** What the room adds to the view. */
  view?: (req: PayloadRequest, doc: Doc) => Promise<object>
}

/** As `actionEndpoints`, with the desk's own steps, taking back, and what both add to the view. */
export function deskEndpoints<Doc extends Document, Status extends string, Name extends string>({
  key,
  lifecycle,
  transition,
  actions,
  answer,
  view = async () => ({}),
}: DeskCollection<Doc, Status, Name>): Omit<Endpoint, 'root'>[] {
  const roles: Role[] = [...new Set(Object.values(actions).flatMap((action) => action.roles))]
  const { heard, answer: written } = answerActions<Doc>({ key, ...(answer ?? toNobody) }, lifecycle.statuses, roles)
  const spoken = { ...actions, heard, ...(answer && { answer: written }) }
  const { correspondentOf } = answer ?? toNobody
  const transits = Object.fromEntries(
    Object.entries(actions).filter(
      ([name, { mailsAlone }]) => mailsAlone || Object.hasOwn(lifecycle.transitions, name),
    ),
  )
  const all = { ...spoken, undo: undoAction<Status, Name, Doc>(key, lifecycle, transition, roles) }
  return [
    // Before the steps: an address that names one of these is none of theirs.
    ...assignmentEndpoints(key, roles),
    stopEndpoint(key, roles),
    previewEndpoint<Doc>(key, spoken),
    repliesEndpoint<Doc>(key, correspondentOf),
    ...panelEndpoints(key),
    ...actionEndpoints<Doc>(
      key,
      all,
      async (req, doc, offered) => ({
        ...(await assignmentView(req, key, roles, doc)),
        writesTo: writesTo(correspondentOf(doc)),
        undo: await undoView(req, doc),
        mails: await waitingMails(req, key, roles, doc),
        previews: await previewsAtOnce(req, transits, doc, offered),
        panels: await panelsOf(req, key, doc),
        ...(await view(req, doc)),
      }),
      async (req, doc) => ({ undo: await undoView(req, doc) }),
    ),
  ]
}

const toNobody = { template: '', correspondentOf: () => null }

/** To whom an answer would go; null where nobody can be written to. */
const writesTo = (found: Correspondent | null): { name: string; address: string; lang: string } | null =>
  found && { name: found.to.name ?? '', address: found.to.address, lang: found.lang }
