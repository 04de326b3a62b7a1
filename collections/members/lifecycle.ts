// The state machine of a member: who may take which transition. API, admin and tests read this table.
import { editors, moderators, type Role } from '../../plugin/access/index.js'
import type { MemberStatus } from './member.js'

export interface Step {
  from: readonly MemberStatus[]
  to: MemberStatus
  /** Roles of the desk that may take it; none where only the person or time can. */
  roles: readonly Role[]
  /** Whether it needs words for the person. */
  reason: boolean
  destructive: boolean
  /** Harmless, but asked twice: the person gets a mail. */
  confirm: boolean
}

const step = (from: readonly MemberStatus[], to: MemberStatus, more: Partial<Step> = {}): Step => ({
  from,
  to,
  roles: editors,
  reason: false,
  destructive: false,
  confirm: false,
  ...more,
})

/** What an editor's button does, by action name. `leave` ends in `left` when no open request holds the member. */
export const editorSteps = {
  approve: step(['pending', 'refused'], 'active'),
  resend: step(['unconfirmed', 'expired'], 'unconfirmed'),
  'request-changes': step(['pending'], 'pending', { reason: true }),
  refuse: step(['pending'], 'refused', { reason: true, destructive: true }),
  pause: step(['active'], 'paused', { confirm: true }),
  resume: step(['paused'], 'active', { confirm: true }),
  suspend: step(['active', 'paused'], 'suspended', { roles: moderators, reason: true, destructive: true }),
  lift: step(['suspended'], 'active', { roles: moderators, confirm: true }),
  leave: step(['pending', 'active', 'paused', 'suspended', 'refused'], 'leaving', {
    roles: moderators,
    reason: true,
    destructive: true,
  }),
} as const satisfies Record<string, Step>

export type EditorStep = keyof typeof editorSteps

/** Steps without a button of their own: a person's link, the calendar, or what was before decides. */
export const otherSteps = {
  confirm: step(['unconfirmed'], 'pending', { roles: [] }),
  expire: step(['unconfirmed'], 'expired', { roles: [] }),
  erase: step(['leaving'], 'left', { roles: [] }),
  /** Where `lift` leads whoever had paused before. */
  'lift-paused': step(['suspended'], 'paused', { roles: moderators }),
} as const satisfies Record<string, Step>

export type StepName = EditorStep | keyof typeof otherSteps

export const steps: Record<StepName, Step> = { ...editorSteps, ...otherSteps }

/** Whether some step leads from one status to the other. */
export const canStep = (from: MemberStatus, to: MemberStatus): boolean =>
  from === to || Object.values(steps).some((known) => known.to === to && known.from.includes(from))

/** Statuses in which the person may hold a link to a page of their own. */
export const withOwnLink: readonly MemberStatus[] = ['active', 'paused', 'suspended']

/** Statuses in which an address counts as taken: joining again gets a mail instead of a second file. */
export const livingStatuses: readonly MemberStatus[] = ['pending', 'active', 'paused', 'suspended', 'leaving']
