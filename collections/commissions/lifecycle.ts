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

/** Who may do what with a request, and from where; what routes work is ready for the offers that will take it. */
export const commissionLifecycle = defineLifecycle({
  document: 'commissions',
  statuses: commissionStatuses,
  initial: ['unconfirmed', 'received'],
  final: ['closed', 'withdrawn', 'declined'],
  transitions: {
    take: { from: ['received'], to: 'triage', by: ['editor'], roles: editors, undo: true },
    'confirm-by-phone': { from: ['unconfirmed'], to: 'received', by: ['editor'], roles: editors, undo: true },
    resend: { from: ['unconfirmed', 'expired'], to: 'unconfirmed', by: ['editor', 'client'], roles: editors },
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
      from: ['unconfirmed', 'received', 'triage', 'offered', 'agreed'],
      to: 'withdrawn',
      by: ['editor', 'client'],
      roles: editors,
      destructive: true,
      undo: true,
    },
    confirm: { from: ['unconfirmed'], to: 'received', by: ['client'] },
    expire: { from: ['unconfirmed'], to: 'expired', by: ['calendar'] },
    offer: { from: ['triage'], to: 'offered', by: ['network'] },
    reconsider: { from: ['offered'], to: 'triage', by: ['network'] },
    agree: { from: ['offered'], to: 'agreed', by: ['network'] },
    refer: { from: ['triage', 'offered'], to: 'referred', by: ['network'] },
    start: { from: ['agreed'], to: 'in-progress', by: ['network'] },
    deliver: { from: ['agreed', 'in-progress'], to: 'delivered', by: ['network'] },
    dispute: { from: ['agreed', 'in-progress', 'delivered'], to: 'disputed', by: ['network'] },
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

/** States in which nobody is needed for it any more. */
export const over: readonly CommissionStatus[] = ['closed', 'withdrawn', 'declined', 'expired', 'referred']

export const isOver = (status: CommissionStatus): boolean => over.includes(status)
