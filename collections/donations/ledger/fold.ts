// What the books say: sums by account, and where a donation stands, folded from its entries alone. Pure.
import type { Account } from './accounts.js'
import { type Day, type Entry, incomeOf, type Posting } from './posting.js'

type Folded = Pick<Entry, 'key' | 'on' | 'kind' | 'legs' | 'reverses'>

/** Kinds that make what they name as if it had never been; a refund only takes money back. */
const voiding: ReadonlySet<string> = new Set(['reversal', 'correction'])

/**
 * Keys of the entries that hold: those that no entry which holds itself takes back. Entries of a circle, which nobody can book,
 * hold none of them.
 */
export function holding(entries: readonly Pick<Entry, 'key' | 'kind' | 'reverses'>[]): ReadonlySet<string> {
  const against = new Map<string, string[]>()
  for (const { key, kind, reverses } of entries)
    if (reverses && voiding.has(kind)) against.set(reverses, [...(against.get(reverses) ?? []), key])
  const known = new Map<string, boolean>()
  const holds = (key: string): boolean => {
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, false)
    const answer = !(against.get(key) ?? []).some(holds)
    known.set(key, answer)
    return answer
  }
  return new Set(entries.flatMap(({ key }) => (holds(key) ? [key] : [])))
}

/** Sum of each account. */
export function balances(entries: readonly Pick<Posting, 'legs'>[]): Map<Account, number> {
  const sums = new Map<Account, number>()
  for (const { legs } of entries)
    for (const { account, cents } of legs) sums.set(account, (sums.get(account) ?? 0) + cents)
  return sums
}

/** What the entries of one donation say of it. */
export interface Gifts {
  /** Received, less what was given back. */
  cents: number
  /** Gifts that hold. */
  count: number
  /** Day of the last of them. */
  last: Day | null
}

export function giftsIn(entries: readonly Folded[]): Gifts {
  const held = holding(entries)
  const gifts = entries.filter(({ key, kind }) => kind === 'gift' && held.has(key))
  return {
    cents: entries.reduce((sum, entry) => sum + incomeOf(entry), 0),
    count: gifts.length,
    last: gifts.reduce<Day | null>((last, { on }) => (last === null || on > last ? on : last), null),
  }
}
