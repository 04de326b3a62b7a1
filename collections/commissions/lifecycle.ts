// The state machine of a request: statuses, and who may take which transition. API, links and admin read this table.
import { editors, type Role } from '../../plugin/access/index.js'

export const commissionStatuses = [
  'unconfirmed',
  'received',
  'triage',
  'offered',
  'agreed',
  'in-progress',
  'delivered',
  'closed',
  'withdrawn',
  'declined',
  'expired',
  'referred',
  'disputed',
] as const
export type CommissionStatus = (typeof commissionStatuses)[number]

export interface Step {
  from: readonly CommissionStatus[]
  to: CommissionStatus
  /** Roles of the desk that may take it; none where only the client or time can. */
  roles: readonly Role[]
  /** Whether it needs words for the client. */
  reason: boolean
  destructive: boolean
  /** Harmless, but asked twice. */
  confirm: boolean
}

const step = (from: readonly CommissionStatus[], to: CommissionStatus, more: Partial<Step> = {}): Step => ({
  from,
  to,
  roles: editors,
  reason: false,
  destructive: false,
  confirm: false,
  ...more,
})

/** What an editor's button does. */
export const editorSteps = {
  take: step(['received'], 'triage'),
  'confirm-by-phone': step(['unconfirmed'], 'received'),
  resend: step(['unconfirmed', 'expired'], 'unconfirmed'),
  close: step(['triage', 'offered', 'agreed', 'in-progress', 'delivered', 'referred', 'disputed'], 'closed', {
    confirm: true,
  }),
  decline: step(['received', 'triage', 'offered'], 'declined', { reason: true, destructive: true }),
  withdraw: step(['unconfirmed', 'received', 'triage', 'offered', 'agreed'], 'withdrawn', { destructive: true }),
} as const satisfies Record<string, Step>

/** What the client's links, time and the routing of work do. */
export const otherSteps = {
  confirm: step(['unconfirmed'], 'received', { roles: [] }),
  expire: step(['unconfirmed'], 'expired', { roles: [] }),
  offer: step(['triage'], 'offered', { roles: [] }),
  reconsider: step(['offered'], 'triage', { roles: [] }),
  agree: step(['offered'], 'agreed', { roles: [] }),
  refer: step(['triage', 'offered'], 'referred', { roles: [] }),
  start: step(['agreed'], 'in-progress', { roles: [] }),
  deliver: step(['agreed', 'in-progress'], 'delivered', { roles: [] }),
  dispute: step(['agreed', 'in-progress', 'delivered'], 'disputed', { roles: [] }),
} as const satisfies Record<string, Step>

export type EditorStep = keyof typeof editorSteps
export type StepName = EditorStep | keyof typeof otherSteps

export const steps: Record<StepName, Step> = { ...editorSteps, ...otherSteps }

/** Whether some step leads from one state to the other. */
export const canStep = (from: CommissionStatus, to: CommissionStatus): boolean =>
  Object.values(steps).some((known) => known.to === to && known.from.includes(from))

/** States of a request whose client has not confirmed it; one that was withdrawn may have been. */
const unconfirmed: readonly CommissionStatus[] = ['unconfirmed', 'expired', 'withdrawn']

/** Whether it was ever confirmed, by its client or for them: only then is the address known to be theirs. */
export const wasConfirmed = ({ timeline }: { timeline?: { to: CommissionStatus }[] | null }): boolean =>
  timeline?.some(({ to }) => !unconfirmed.includes(to)) ?? false

/** Whether the client can still take the request back. */
export const canWithdraw = (status: CommissionStatus): boolean =>
  (steps.withdraw.from as readonly CommissionStatus[]).includes(status)

/** States in which the client may hold a link that shows the request. */
export const withStatusLink = commissionStatuses.filter((status) => status !== 'unconfirmed' && status !== 'expired')

/** States in which nobody is needed for it any more. */
export const over: readonly CommissionStatus[] = ['closed', 'withdrawn', 'declined', 'expired', 'referred']

export const isOver = (status: CommissionStatus): boolean => over.includes(status)
