// The states of a loan and the transitions between them.
import { editors } from '../../../plugin/access/index.js'
import { defineLifecycle } from '../../../plugin/lifecycle/state-machine.js'

export const loanStatuses = ['unconfirmed', 'asked', 'lent', 'returned', 'expired'] as const
export type LoanStatus = (typeof loanStatuses)[number]

export const loanLifecycle = defineLifecycle({
  document: 'loans',
  statuses: loanStatuses,
  initial: ['unconfirmed', 'asked'],
  final: ['returned', 'expired'],
  transitions: {
    confirm: { from: ['unconfirmed'], to: 'asked', by: ['client'] },
    expire: { from: ['unconfirmed'], to: 'expired', by: ['calendar'] },
    lend: { from: ['asked'], to: 'lent', by: ['editor'], roles: editors },
    'take-back': { from: ['lent'], to: 'returned', by: ['editor'], roles: editors, confirm: true },
  },
})

export type LoanTransition = keyof typeof loanLifecycle.transitions
