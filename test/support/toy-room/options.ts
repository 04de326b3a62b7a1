// The option of the loans room under `organisation`: for how long a tool is lent.
import { wholeNumber } from '../../../plugin/options/checks.js'
import type { OrganisationChecks } from '../../../plugin/options/index.js'

export interface LoanOptions {
  /** Days that a tool is lent for. @default 14 */
  loanDays?: number
}

declare module '../../../plugin/options/index.js' {
  interface OrganisationOptions extends LoanOptions {}
  interface ResolvedOrganisation extends Required<LoanOptions> {}
}

export const loanOptions = {
  loanDays: ({ loanDays }) => wholeNumber('organisation.loanDays', loanDays ?? 14),
} satisfies OrganisationChecks
