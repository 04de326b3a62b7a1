// The posting that takes an entry back: nothing in the books is changed or erased. Pure.
import type { Day, Entry, EntryKind, Posting } from './posting.js'

export interface Correction {
  /** `correction` for a mistake of ours, `reversal` for money that the bank took back. */
  kind: Extract<EntryKind, 'correction' | 'reversal'>
  on: Day
  reason: string
  /** Entries that took this one back before; so that undone can be done again. */
  before: number
}

/** The same legs with the other sign, and the entry's own donation, campaign and line. */
export function counterOf(entry: Entry, { kind, on, reason, before }: Correction): Posting {
  const { donation, campaign, line, commission, currency, mode } = entry
  return {
    key: `fix:${entry.key}:${before + 1}`,
    on,
    kind,
    currency,
    legs: entry.legs.map(({ account, cents }) => ({ account, cents: -cents })),
    donation: donation ?? null,
    campaign: campaign ?? null,
    line: line ?? null,
    commission: commission ?? null,
    mode: mode ?? null,
    reverses: entry.key,
    note: reason,
  }
}
