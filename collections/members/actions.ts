// Editor actions of a member: each a transition of the lifecycle table, with its checks and its mail.
import { throwFieldErrors } from '../../plugin/collection/errors.js'
import { linkSteps } from '../../plugin/confirmation/link-actions.js'
import { deskEndpoints } from '../../plugin/desk/endpoints.js'
import type { EditorAction } from '../../plugin/lifecycle/actions.js'
import { editorActions, editorCause } from '../../plugin/lifecycle/transition.js'
import { blockingHints } from './admin/hints.js'
import { missingIn } from './admin/missing.js'
import { adminView, approvalReviewPoints, changesToAsk } from './admin/view.js'
import { personOf } from './correspondent.js'
import { scheduleFinish } from './erasure.js'
import { memberLifecycle, withOwnLink } from './lifecycle.js'
import { recipientOf } from './mails/recipient.js'
import type { Member } from './member.js'
import { privateValuesIn } from './publishing/private-text.js'
import { leakSentence } from './publishing/sentences.js'
import { notify, transition } from './transition.js'
import { contactSentence, missingSentence } from './words.js'

type Run = EditorAction<Member>['run']

/** Approving says that the profile is whole and that no private value stands in a public text. */
const approve: Run = async ({ req, doc }) => {
  const wrong = [
    ...missingIn(doc).map((path) => ({ path, words: path === 'email' ? contactSentence : missingSentence })),
    ...privateValuesIn(doc).map(({ path, of }) => ({ path, words: leakSentence(of) })),
  ]
  if (wrong.length > 0) throwFieldErrors(req, 'members', ...wrong)
  await transition(req, doc, 'approve', editorCause(req, ''))
}

/** Whoever had paused before the suspension stays so: to be seen again is theirs to decide. */
const lift: Run = ({ req, doc, reason }) => {
  const before = doc.timeline?.findLast(({ to }) => to === 'suspended')?.from
  return transition(req, doc, before === 'paused' ? 'lift-paused' : 'lift', editorCause(req, reason))
}

/** Out of sight at once; the data go the day after, so that the mail that says why finds its address. */
const removeMember: Run = async ({ req, doc, reason }) => {
  const cause = editorCause(req, reason)
  const leaving = await transition(req, doc, 'leave', cause)
  await notify('member-let-go')(req, leaving, cause)
  await scheduleFinish(req, leaving)
}

/** A step that is nothing without a mail. */
const isAvailable = (member: Member): boolean => recipientOf(member) !== null

export const actions: Record<string, EditorAction<Member>> = {
  ...editorActions(memberLifecycle, transition, {
    approve: { reviewPoints: approvalReviewPoints, blocked: blockingHints, run: approve },
    // E.g. to an address that was corrected.
    resend: { isAvailable },
    'request-changes': { isAvailable, prefill: changesToAsk },
    // With one reason for all; each gets their own mail, which can be taken back.
    refuse: { bulk: true },
    lift: { run: lift },
    leave: { run: removeMember },
  }),
  ...linkSteps<Member>({
    purpose: 'member-status',
    from: withOwnLink,
    template: 'member-link',
    lang: (member) => (recipientOf(member) ? member.lang : null),
  }),
}

export const memberActions = deskEndpoints({
  key: 'members',
  lifecycle: memberLifecycle,
  transition,
  actions,
  answer: { template: 'member-answer', correspondentOf: personOf },
  view: adminView,
})
