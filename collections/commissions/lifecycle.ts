// The states of a request and the transitions between them: one table for links, editors' buttons and scheduled jobs.
import { editors } from '../../plugin/access/index.js'
import { defineLifecycle } from '../../plugin/lifecycle/state-machine.js'
import { withoutUndone } from '../../plugin/lifecycle/timeline.js'

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

/** Who may do what with a request, and from where; whoever does the work takes their steps by a link of their own. */
export const commissionLifecycle = defineLifecycle({
  document: 'commissions',
  statuses: commissionStatuses,
  initial: ['unconfirmed', 'received'],
  final: ['closed', 'withdrawn', 'declined'],
  transitions: {
    take: { from: ['received'], to: 'triage', by: ['editor'], roles: editors, undo: true },
    'confirm-by-phone': { from: ['unconfirmed'], to: 'received', by: ['editor'], roles: editors, undo: true },
    resend: { from: ['unconfirmed', 'expired'], to: 'unconfirmed', by: ['editor', 'client'], roles: editors },
    // A member who brought a job says whom it goes to first.
    offer: { from: ['received', 'triage', 'offered'], to: 'offered', by: ['editor', 'member'], roles: editors },
    // Everybody who was asked has declined, let the term pass, or was recalled; or a company did not take it.
    reconsider: {
      from: ['offered', 'referred'],
      to: 'triage',
      by: ['editor', 'member', 'calendar'],
      roles: editors,
      confirm: true,
    },
    agree: { from: ['offered'], to: 'agreed', by: ['editor', 'client', 'member'], roles: editors },
    refer: { from: ['received', 'triage', 'offered'], to: 'referred', by: ['editor'], roles: editors },
    start: { from: ['agreed'], to: 'in-progress', by: ['executor', 'editor'], roles: editors, undo: true },
    // The same job with other people, once the client has said yes.
    'hand-over': {
      from: ['agreed', 'in-progress'],
      to: 'agreed',
      by: ['client', 'editor'],
      roles: editors,
      confirm: true,
    },
    // Whoever was to do it cannot: the desk looks for somebody else.
    'give-back': {
      from: ['agreed', 'in-progress'],
      to: 'triage',
      by: ['executor', 'editor'],
      roles: editors,
      reason: true,
      destructive: true,
    },
    deliver: {
      from: ['agreed', 'in-progress'],
      to: 'delivered',
      by: ['executor', 'client', 'editor'],
      roles: editors,
      undo: true,
    },
    'carry-on': {
      from: ['delivered', 'disputed'],
      to: 'in-progress',
      by: ['client', 'editor'],
      roles: editors,
      undo: true,
    },
    // The client says that it is done, or nothing for two weeks.
    complete: { from: ['delivered'], to: 'closed', by: ['client', 'calendar'] },
    dispute: {
      from: ['agreed', 'in-progress', 'delivered'],
      to: 'disputed',
      by: ['client', 'executor', 'editor'],
      roles: editors,
      confirm: true,
    },
    close: {
      from: ['triage', 'offered', 'agreed', 'in-progress', 'delivered', 'referred', 'disputed'],
      to: 'closed',
      by: ['editor'],
      roles: editors,
      confirm: true,
      undo: true,
    },
    decline: {
      from: ['received', 'triage', 'offered'],
      to: 'declined',
      by: ['editor'],
      roles: editors,
      reason: true,
      destructive: true,
      undo: true,
    },
    withdraw: {
      from: ['unconfirmed', 'received', 'triage', 'offered', 'agreed', 'in-progress'],
      to: 'withdrawn',
      by: ['editor', 'client'],
      roles: editors,
      destructive: true,
      undo: true,
    },
    confirm: { from: ['unconfirmed'], to: 'received', by: ['client'] },
    expire: { from: ['unconfirmed'], to: 'expired', by: ['calendar'] },
  },
})

export type CommissionTransition = keyof typeof commissionLifecycle.transitions

/** States of a request whose client has not confirmed it; one that was withdrawn may have been. */
const unconfirmed: readonly CommissionStatus[] = ['unconfirmed', 'expired', 'withdrawn']

/** Whether it was ever confirmed, by its client or for them: only then is the address known to be theirs. */
export const wasConfirmed = ({
  timeline,
}: {
  timeline?: { to: CommissionStatus; step?: string | null; mark?: string | null }[] | null
}): boolean => withoutUndone(timeline).some(({ to }) => !unconfirmed.includes(to))

/** Whether the client can still take the request back. */
export const canWithdraw = (status: CommissionStatus): boolean => commissionLifecycle.starts('withdraw', status)

/** States in which the client may hold a link that shows the request. */
export const withStatusLink = commissionStatuses.filter((status) => status !== 'unconfirmed' && status !== 'expired')

/** States in which client and executor have something to do together: for so long each has the other's contacts. */
export const underWay = [
  'agreed',
  'in-progress',
  'delivered',
  'disputed',
] as const satisfies readonly CommissionStatus[]

export const isUnderWay = ({ status }: { status: CommissionStatus }): boolean => underWay.some((one) => one === status)

/** States in which nobody is needed for it any more. */
export const over: readonly CommissionStatus[] = ['closed', 'withdrawn', 'declined', 'expired', 'referred']

export const isOver = (status: CommissionStatus): boolean => over.includes(status)
