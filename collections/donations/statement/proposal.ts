// What a line of a statement is proposed as, and what that is judged by. Pure.
import type { Localized } from '../../../plugin/i18n/localized.js'
import type { KeyedLine } from './keys.js'
import type { Pledge } from './references.js'

export const proposalKinds = [
  'matched',
  'probable',
  'split',
  'reversal',
  'already-booked',
  'already-by-hand',
  'twin',
  'payout',
  'expense',
  'unknown',
  'pending',
  'ignored',
] as const
export type ProposalKind = (typeof proposalKinds)[number]

export interface Proposal {
  kind: ProposalKind
  /** Of the donations it is for, what goes to each. */
  parts: { donation: string; reference: string; cents: number }[]
  reasons: Localized[]
  /** Row of the yearly statement, for money that is no gift. */
  row?: string
}

export interface ProposedLine extends KeyedLine {
  proposal: Proposal
}

/** A line that was imported before. */
export interface KnownLine {
  keys: readonly string[]
  statement: string
  account: string | null
  booked: string | null
  cents: number | null
}

/** A gift that somebody marked arrived, which no line of a statement is tied to yet. */
export interface HandArrival {
  donation: string
  on: string
  cents: number
}

export interface ProposeContext {
  pledges: readonly Pledge[]
  known?: readonly KnownLine[]
  byHand?: readonly HandArrival[]
  /** What circuits owe by the books: charges less fees. */
  payouts?: readonly { circuit: string; cents: number }[]
  /** Rows learnt from earlier decisions, by a payer's name or a bank's code. */
  rules?: readonly { payer?: string; code?: string; row: string }[]
}
