// The steps a member's file can take, by whom, and from where: one table that API, admin and tests share.
import { desk, moderation, type Role } from '../../plugin/access/index.js'
import type { MemberStatus } from './member.js'

export interface Step {
  from: readonly MemberStatus[]
  to: MemberStatus
  /** Roles of the desk that may take it; none where only the person or time can. */
  roles: readonly Role[]
  /** Whether it needs words for the person. */
  reason: boolean
  danger: boolean
  /** Harmless, but asked twice: the person gets a mail. */
  asked: boolean
}

const step = (from: readonly MemberStatus[], to: MemberStatus, more: Partial<Step> = {}): Step => ({
  from,
  to,
  roles: desk,
  reason: false,
  danger: false,
  asked: false,
  ...more,
})

/** What an editor's button does, by action name. `leave` ends in `left` when no open request holds the member. */
export const deskSteps = {
  approve: step(['pending', 'refused'], 'active'),
  resend: step(['unconfirmed', 'expired'], 'unconfirmed'),
  'request-changes': step(['pending'], 'pending', { reason: true }),
  refuse: step(['pending'], 'refused', { reason: true, danger: true }),
  pause: step(['active'], 'paused', { asked: true }),
  resume: step(['paused'], 'active', { asked: true }),
  suspend: step(['active', 'paused'], 'suspended', { roles: moderation, reason: true, danger: true }),
  lift: step(['suspended'], 'active', { roles: moderation, asked: true }),
  leave: step(['pending', 'active', 'paused', 'suspended', 'refused'], 'leaving', {
    roles: moderation,
    reason: true,
    danger: true,
  }),
} as const satisfies Record<string, Step>

export type DeskStep = keyof typeof deskSteps

/** Steps without a button of their own: a person's link, the calendar, or what was before decides. */
export const otherSteps = {
  confirm: step(['unconfirmed'], 'pending', { roles: [] }),
  expire: step(['unconfirmed'], 'expired', { roles: [] }),
  erase: step(['leaving'], 'left', { roles: [] }),
  /** Where `lift` leads whoever had paused before. */
  'lift-paused': step(['suspended'], 'paused', { roles: moderation }),
} as const satisfies Record<string, Step>

export type StepName = DeskStep | keyof typeof otherSteps

export const steps: Record<StepName, Step> = { ...deskSteps, ...otherSteps }

/** Whether some step leads from one status to the other. */
export const canStep = (from: MemberStatus, to: MemberStatus): boolean =>
  from === to || Object.values(steps).some((known) => known.to === to && known.from.includes(from))

/** Statuses in which the person may hold a link to a page of their own. */
export const withOwnLink: readonly MemberStatus[] = ['active', 'paused', 'suspended']

/** Statuses in which an address counts as taken: joining again gets a mail instead of a second file. */
export const livingStatuses: readonly MemberStatus[] = ['pending', 'active', 'paused', 'suspended', 'leaving']
