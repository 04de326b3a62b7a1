// Options of the commissions room under `organisation`: how the desk's shortlist is made, and how long people have to answer offers.
import { booleanOption, MokorOptionsError, wholeNumber } from '../../plugin/options/checks.js'
import type { OrganisationChecks } from '../../plugin/options/index.js'

export interface CommissionOptions {
  /** People that a group of the shortlist shows. @default 12 */
  shortlistPlaces?: number
  /** Days for which somebody who was given a job of the network comes after the others; half of them for who was asked. @default 30 */
  restDays?: number
  /** Jobs under way with which nobody is proposed another, where they themselves do not say less. @default 3 */
  openJobsCap?: number
  /** Every such place of the shortlist is kept for somebody who was never given a job; 0 keeps none. @default 4 */
  newcomerEvery?: number
  /** Trades that go together in a job, as lists of codes of skills, beside those that the plugin knows. @default [] */
  tradesTogether?: string[][]
  /** Days within which whoever is offered a job answers; the term ends on a desk day. @default 3 */
  offerDays?: number
  /** Hours for the same where the job is wanted soon; a quarter of them where it cannot wait. @default 24 */
  offerHours?: number
  /** Whether editors may offer a job to several at once and let the first who accepts have it. @default false */
  firstAccept?: boolean
}

declare module '../../plugin/options/index.js' {
  interface OrganisationOptions extends CommissionOptions {}
  interface ResolvedOrganisation extends Required<CommissionOptions> {}
}

function listsOfCodes(given: unknown): string[][] {
  const isList = (one: unknown): one is string[] =>
    Array.isArray(one) && one.length > 1 && one.every((code) => typeof code === 'string' && code !== '')
  if (Array.isArray(given) && given.every(isList)) return given
  throw new MokorOptionsError(
    'organisation.tradesTogether',
    'is not a list of lists of trades',
    "Write each job as its trades’ codes, e.g. `[['idraulico', 'piastrellista']]`.",
  )
}

function atLeastOne(option: string, value: number): number {
  if (wholeNumber(option, value) === 0) throw new MokorOptionsError(option, 'is `0`', 'Use a whole number, 1 or more.')
  return value
}

export const commissionOptions = {
  shortlistPlaces: ({ shortlistPlaces }) => atLeastOne('organisation.shortlistPlaces', shortlistPlaces ?? 12),
  restDays: ({ restDays }) => wholeNumber('organisation.restDays', restDays ?? 30),
  openJobsCap: ({ openJobsCap }) => atLeastOne('organisation.openJobsCap', openJobsCap ?? 3),
  newcomerEvery: ({ newcomerEvery }) => wholeNumber('organisation.newcomerEvery', newcomerEvery ?? 4),
  tradesTogether: ({ tradesTogether }) => listsOfCodes(tradesTogether ?? []),
  offerDays: ({ offerDays = 3 }) => wholeNumber('organisation.offerDays', offerDays),
  offerHours: ({ offerHours = 24 }) => wholeNumber('organisation.offerHours', offerHours),
  firstAccept: ({ firstAccept = false }) => booleanOption('organisation.firstAccept', firstAccept),
} satisfies OrganisationChecks
