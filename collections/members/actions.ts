// Editor actions of a member: each a transition of the lifecycle table, with its checks and its mail.
import type { PayloadRequest } from 'payload'
import { throwFieldErrors } from '../../plugin/collection/errors.js'
import { linkSteps } from '../../plugin/confirmation/link-actions.js'
import { actionEndpoints, type EditorAction } from '../../plugin/lifecycle/actions.js'
import { editorOf } from '../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { blockingHints } from './admin/hints.js'
import { missingIn } from './admin/missing.js'
import { adminView, approvalReviewPoints } from './admin/view.js'
import { scheduleFinish } from './erasure.js'
import { renewConfirmation } from './joining/service.js'
import { type EditorStep, editorSteps, type StepName, steps, withOwnLink } from './lifecycle.js'
import { recipientOf } from './mails/recipient.js'
import type { Member } from './member.js'
import { privateValuesIn } from './publishing/private-text.js'
import { leakSentence } from './publishing/sentences.js'
import { transition } from './transition.js'
import { contactSentence, missingSentence } from './words.js'

type Run = EditorAction<Member>['run']

/** By whom and why goes into the file's timeline. */
const move = (req: PayloadRequest, doc: Member, status: Member['status'], reason: string): Promise<void> =>
  transition(req, doc.id, status, { by: editorOf(req), at: new Date(), ...(reason ? { why: reason } : {}) })

/** Mails that carry the address of the member's own page. */
const withOwnPage = new Set(['member-active', 'member-paused', 'member-again', 'member-lifted'])

/** Tells the person, with the editor's words where there are some; who has only a phone is told by the editor. */
async function notify(req: PayloadRequest, doc: Member, template: string, reason: string): Promise<void> {
  if (!recipientOf(doc)) return
  await enqueue(req, {
    key: `${template}:${doc.id}:${new Date().toISOString()}`,
    template,
    target: String(doc.id),
    lang: doc.lang,
    ...(reason ? { words: { reason } } : {}),
    ...(withOwnPage.has(template) ? { link: 'member-status' } : {}),
  })
}

const stepTo =
  (name: StepName, template: string): Run =>
  async ({ req, doc, reason }) => {
    await move(req, doc, steps[name].to, reason)
    await notify(req, doc, template, reason)
  }

/** Approving says that the file is whole and that no private value stands in a public text. */
const approve: Run = async ({ req, doc }) => {
  const wrong = [
    ...missingIn(doc).map((path) => ({ path, words: path === 'email' ? contactSentence : missingSentence })),
    ...privateValuesIn(doc).map(({ path, of }) => ({ path, words: leakSentence(of) })),
  ]
  if (wrong.length > 0) throwFieldErrors(req, 'members', ...wrong)
  await move(req, doc, 'active', '')
  await notify(req, doc, 'member-active', '')
}

/** Whoever had paused before the suspension stays so: to be seen again is theirs to decide. */
const lift: Run = async ({ req, doc, reason }) => {
  const before = doc.timeline?.findLast(({ to }) => to === 'suspended')?.from
  const step = before === 'paused' ? stepTo('lift-paused', 'member-lifted') : stepTo('lift', 'member-again')
  await step({ req, doc, reason })
}

/** E.g. to an address that was corrected; what the person's own link does as well, once it has expired. */
const resend: Run = ({ req, doc }) => renewConfirmation(req, doc.id, doc.lang, { by: editorOf(req), at: new Date() })

/** Out of sight at once; the data go the day after, so that the mail that says why finds its address. */
const removeMember: Run = async ({ req, doc, reason }) => {
  await move(req, doc, 'leaving', reason)
  await notify(req, doc, 'member-let-go', reason)
  await scheduleFinish(req, doc)
}

const runs: Record<EditorStep, Run> = {
  approve,
  resend,
  'request-changes': stepTo('request-changes', 'member-changes'),
  refuse: stepTo('refuse', 'member-refused'),
  pause: stepTo('pause', 'member-paused'),
  resume: stepTo('resume', 'member-again'),
  suspend: stepTo('suspend', 'member-suspended'),
  lift,
  leave: removeMember,
}

/** Steps that are nothing without a mail. */
const byMail = new Set(['resend', 'request-changes'])

const buttons = Object.fromEntries(
  Object.entries(editorSteps).map(([name, step]) => [
    name,
    {
      from: step.from,
      roles: step.roles,
      // On record in the file's timeline also where no mail can carry it.
      reason: step.reason,
      destructive: step.destructive,
      confirm: step.destructive || step.confirm,
      ...(name === 'approve' ? { reviewPoints: approvalReviewPoints, blocked: blockingHints } : {}),
      ...(byMail.has(name) ? { isAvailable: (member: Member) => recipientOf(member) !== null } : {}),
      run: runs[name as EditorStep],
    },
  ]),
) as Record<EditorStep, EditorAction<Member>>

export const actions: Record<string, EditorAction<Member>> = {
  ...buttons,
  ...linkSteps<Member>({
    purpose: 'member-status',
    from: withOwnLink,
    template: 'member-link',
    lang: (member) => (recipientOf(member) ? member.lang : null),
  }),
}

export const memberActions = actionEndpoints<Member>('members', actions, adminView)
