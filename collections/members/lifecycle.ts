// The statuses of a member's profile and the transitions between them: one table for links, editors' buttons and scheduled jobs.
import { editors, moderators } from '../../plugin/access/index.js'
import { defineLifecycle } from '../../plugin/lifecycle/state-machine.js'
import { type MemberStatus, memberStatuses } from './member.js'

/** Who may do what with a member's profile, and from where. */
export const memberLifecycle = defineLifecycle({
  document: 'members',
  statuses: memberStatuses,
  initial: ['unconfirmed', 'pending'],
  final: ['left'],
  transitions: {
    approve: { from: ['pending', 'refused'], to: 'active', by: ['editor'], roles: editors, undo: true },
    resend: { from: ['unconfirmed', 'expired'], to: 'unconfirmed', by: ['editor', 'member'], roles: editors },
    'request-changes': { from: ['pending'], to: 'pending', by: ['editor'], roles: editors, reason: true, undo: true },
    refuse: {
      from: ['pending'],
      to: 'refused',
      by: ['editor'],
      roles: editors,
      reason: true,
      destructive: true,
      undo: true,
    },
    pause: { from: ['active'], to: 'paused', by: ['editor', 'member'], roles: editors, confirm: true, undo: true },
    resume: { from: ['paused'], to: 'active', by: ['editor', 'member'], roles: editors, confirm: true, undo: true },
    suspend: {
      from: ['active', 'paused'],
      to: 'suspended',
      by: ['editor'],
      roles: moderators,
      reason: true,
      destructive: true,
      undo: true,
    },
    lift: { from: ['suspended'], to: 'active', by: ['editor'], roles: moderators, confirm: true, undo: true },
    leave: {
      from: ['pending', 'active', 'paused', 'suspended', 'refused'],
      to: 'leaving',
      by: ['editor', 'member'],
      roles: moderators,
      reason: true,
      destructive: true,
    },
    confirm: { from: ['unconfirmed'], to: 'pending', by: ['member'] },
    /** Time, or another profile of the same address that was confirmed first. */
    expire: { from: ['unconfirmed'], to: 'expired', by: ['calendar', 'member'] },
    /** When no open request holds the member any more. */
    erase: { from: ['leaving'], to: 'left', by: ['calendar'] },
    /** Where `lift` leads whoever had paused before. */
    'lift-paused': { from: ['suspended'], to: 'paused', by: ['network'], undo: true },
  },
})

export type MemberTransition = keyof typeof memberLifecycle.transitions

/** Statuses in which the person may hold a link to a page of their own. */
export const withOwnLink: readonly MemberStatus[] = ['active', 'paused', 'suspended']

/** Statuses in which an address counts as taken: joining again gets a mail instead of a second file. */
export const livingStatuses: readonly MemberStatus[] = ['pending', 'active', 'paused', 'suspended', 'leaving']
