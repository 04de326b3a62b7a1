// What follows from each transition of a loan, and how whoever asks for one confirms it.
import type { PayloadRequest } from 'payload'
import { defineConfirmation } from '../../../plugin/confirmation/index.js'
import { documents } from '../../../plugin/database/documents.js'
import { editorActions, transitions } from '../../../plugin/lifecycle/transition.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { type LoanStatus, type LoanTransition, loanLifecycle } from './lifecycle.js'
import type { Loan } from './types.js'

export const transition = transitions<LoanStatus, LoanTransition, Loan>(loanLifecycle, {
  collection: 'loans',
  changes: { confirm: () => ({ expiresAt: null }) },
  effects: {
    lend: (req, { id, lang }) =>
      enqueue(req, { key: `loan-lent:${id}`, template: 'loan-lent', target: String(id), lang }),
  },
})

export const actions = editorActions(loanLifecycle, transition)

export const confirmation = defineConfirmation<Loan>({
  document: 'loans',
  link: 'confirm-loan',
  mail: 'loan-confirm',
  expire: 'loan-expire',
  forget: 'loan-forget',
  rounds: { mail: () => null, expire: () => null, forget: () => 'once' },
  langOf: ({ lang }) => lang,
})

export const readLoan = (req: PayloadRequest, id: string): Promise<Loan | null> => documents(req, 'loans').byId(id)

export const eraseLoan = (req: PayloadRequest, { id }: Loan): Promise<void> => documents(req, 'loans').delete(id)

export const loanJobs = confirmation.jobs({
  read: readLoan,
  lapse: (req, loan) => transition(req, loan, 'expire', { by: 'network', at: new Date() }),
  isErasable: ({ status }) => status === 'expired',
  erase: eraseLoan,
})
