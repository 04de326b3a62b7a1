// What each transition of a member's profile writes and which mail it owes.
import type { PayloadRequest } from 'payload'
import { logErased } from '../../plugin/erasure-log/index.js'
import { confirmationDeadline } from '../../plugin/lifecycle/expiry.js'
import { isRehearsed } from '../../plugin/lifecycle/rehearsal.js'
import type { TransitionCause } from '../../plugin/lifecycle/timeline.js'
import { transitions } from '../../plugin/lifecycle/transition.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { onDeskDay } from '../../plugin/values/working-days.js'
import { joinConfirmation } from './joining/confirmation.js'
import { type MemberTransition, memberLifecycle } from './lifecycle.js'
import { recipientOf } from './mails/recipient.js'
import type { Member, MemberStatus } from './member.js'

const answerMs = 7 * 86_400_000

/** Mails that carry the address of the member's own page. */
const withOwnPage = new Set(['member-active', 'member-paused', 'member-again', 'member-lifted'])

/** Tells the person, with the editor's words where there are some; who has only a phone is told by the editor. */
export const notify =
  (template: string) =>
  async (req: PayloadRequest, member: Member, { at, why }: TransitionCause): Promise<void> => {
    if (!recipientOf(member)) return
    await enqueue(req, {
      key: `${template}:${member.id}:${at.toISOString()}`,
      template,
      target: String(member.id),
      lang: member.lang,
      ...(why ? { words: { reason: why } } : {}),
      ...(withOwnPage.has(template) ? { link: 'member-status' } : {}),
    })
  }

export const transition = transitions<MemberStatus, MemberTransition, Member>(memberLifecycle, {
  collection: 'members',
  // What is shown for the first time must be right in every field, and the editor who shows it can put it right.
  validated: ['approve'],
  changes: {
    confirm: () => ({ expiresAt: null }),
    // The person has a week to answer before the desk looks again, on a day on which somebody is there.
    'request-changes': (req, _member, { at }) => ({
      remindAt: onDeskDay(new Date(at.getTime() + answerMs), mokor(req.payload).options.deskDays).toISOString(),
    }),
    resend: (_req, _member, { at }) => ({ expiresAt: confirmationDeadline(at).toISOString() }),
  },
  effects: {
    resend: joinConfirmation.ask,
    approve: notify('member-active'),
    'request-changes': notify('member-changes'),
    refuse: notify('member-refused'),
    pause: notify('member-paused'),
    resume: notify('member-again'),
    suspend: notify('member-suspended'),
    lift: notify('member-again'),
    'lift-paused': notify('member-lifted'),
    leave: async (req, { id }) => {
      if (!isRehearsed(req)) await logErased(req.payload, 'leaving', [String(id)])
    },
  },
})
