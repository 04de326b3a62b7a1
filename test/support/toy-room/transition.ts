// What follows from each transition of a loan, and how whoever asks for one confirms it.
import type { PayloadRequest } from 'payload'
import { defineConfirmation } from '../../../plugin/confirmation/index.js'
import { editorActions, transitions } from '../../../plugin/lifecycle/transition.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { slugOf } from '../../../plugin/runtime.js'
import { databaseId } from '../../../plugin/values/document-id.js'
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

export const readLoan = async (req: PayloadRequest, id: string): Promise<Loan | null> => {
  const found = await req.payload.findByID({
    collection: slugOf(req.payload, 'loans'),
    id: databaseId(req.payload, id),
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  return found as unknown as Loan | null
}

export const eraseLoan = (req: PayloadRequest, { id }: Loan): Promise<unknown> =>
  req.payload.delete({ collection: slugOf(req.payload, 'loans'), id, overrideAccess: true, req })

export const loanJobs = confirmation.jobs({
  read: readLoan,
  lapse: (req, loan) => transition(req, loan, 'expire', { by: 'network', at: new Date() }),
  isErasable: ({ status }) => status === 'expired',
  erase: eraseLoan,
})
