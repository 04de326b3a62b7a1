// Loans at the editors' desk: those asked for, an answer within a week.
import { type DeskQueue, factsOf } from '../../../plugin/desk/index.js'
import { loanAdmin } from './admin/index.js'
import { actions } from './transition.js'
import type { Loan } from './types.js'

const weekMs = 7 * 86_400_000

export const loanQueue: DeskQueue<Loan> = {
  collection: 'loans',
  feature: 'loans',
  statuses: { fresh: ['asked'], begun: [], waiting: ['lent'] },
  term: { field: 'since', promised: (at) => new Date(at.getTime() + weekMs) },
  since: 'since',
  select: { tool: true, name: true },
  line: ({ tool, name }) => ({ title: tool, who: name, place: null }),
  sheet: (loan, req) => ({
    contacts: factsOf(req, 'loans', loan, ['email']).map((fact) => ({ ...fact, kind: 'email' as const })),
    texts: [],
    trades: [],
    facts: factsOf(req, 'loans', loan, ['lang']),
  }),
  actions,
  statusColors: loanAdmin.statusColors ?? {},
  news: { asked: 'since' },
}
