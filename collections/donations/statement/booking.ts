// The postings that confirming a line puts into the books, by what it was decided to be. Pure.
import { type Account, bankAccount } from '../ledger/accounts.js'
import type { Posting } from '../ledger/posting.js'
import type { ProposedLine } from './proposal.js'

export interface Decided {
  /** Where gifts go: `income:A4`, or a campaign's own row. */
  income?: Extract<Account, `income:${string}`>
  /** Row of the uscite, for money that went out. */
  expense?: Extract<Account, `expense:${string}`>
  /** Counter-entries that this line has so far, so that what was undone can be booked again. */
  undone?: number
}

/** Kinds that are gifts once confirmed. */
const gifts: ReadonlySet<string> = new Set(['matched', 'probable', 'split'])

/**
 * One posting for each gift in the line; an expense goes to its row; the rest to `suspense:unmatched`.
 * @returns nothing for a line that cannot be booked: not of the account, not in euros, waiting, read before, or to be taken back by a counter-entry
 */
export function postingOf(line: ProposedLine, iban: string, decided: Decided = {}): Posting[] {
  const { cents, currency, status, booked, on, key, proposal } = line
  if (cents === null || cents === 0 || line.problem || currency !== 'EUR' || status !== 'booked' || !on) return []
  if (['already-booked', 'already-by-hand', 'twin', 'ignored', 'pending', 'reversal'].includes(proposal.kind)) return []
  const again = decided.undone ? `@${decided.undone}` : ''
  const bank = bankAccount(iban)
  const posting = (part: string, to: Account, amount: number, more: Partial<Posting>): Posting => ({
    key: `bank:${key}${part}${again}`,
    on,
    booked: booked === on ? null : booked,
    kind: 'income',
    currency: 'EUR',
    legs: [
      { account: bank, cents: amount },
      { account: to, cents: -amount },
    ],
    line: key,
    mode: 'bank-transfer',
    ...more,
  })
  if (gifts.has(proposal.kind) && cents > 0)
    return proposal.parts.map(({ donation, cents: part }, at) =>
      posting(proposal.parts.length > 1 ? `/${at + 1}` : '', decided.income ?? 'income:A4', part, {
        kind: 'gift',
        donation,
      }),
    )
  if (cents < 0 && decided.expense) return [posting('', decided.expense, cents, { kind: 'expense' })]
  return [
    posting('', 'suspense:unmatched', cents, {
      kind: cents < 0 ? 'expense' : 'income',
    }),
  ]
}
