// Looks for everything in the books that cannot be: entries that do not balance, double keys, donations that say something else. Pure.
import { digestOf } from './digest.js'
import { giftsIn } from './fold.js'
import { balanced, type Entry } from './posting.js'

/** What is kept of a donation beside the books: only a copy of what they say. */
export interface KeptDonation {
  id: string
  reference: string
  status: string
  receivedCents: number | null
  receivedCount: number | null
}

export type ViolationKind =
  /** The entry could not have been booked: `detail` says which rules it breaks. */
  | 'entry'
  | 'double-key'
  /** It takes back an entry that is not there. */
  | 'nothing-to-take-back'
  /** It speaks of a donation that is not there. */
  | 'no-donation'
  /** The donation's sums are not those of its entries. */
  | 'sums'
  /** Its status says that money came, or that none did, and its entries say otherwise. */
  | 'status'
  /** Marked as received before the books began, and not carried over. */
  | 'not-carried'
  /** What stood in a year when it was closed is not what stands there now. */
  | 'closed-year'

export interface Violation {
  kind: ViolationKind
  /** Key of an entry, or reference of a donation. */
  about: string
  detail: string
}

/** Statuses of donations for which money came. */
export const arrivedStatuses = ['received', 'standing', 'lapsed', 'ended'] as const

const arrived: ReadonlySet<string> = new Set(arrivedStatuses)

const euro = (cents: number): string => `${(cents / 100).toFixed(2)} EUR`

export function checkEntries(entries: readonly Entry[], donations: ReadonlySet<string>): Violation[] {
  const keys = new Map<string, number>()
  for (const { key } of entries) keys.set(key, (keys.get(key) ?? 0) + 1)
  const found = entries.flatMap((entry): Violation[] => {
    const faults = balanced(entry)
    const { key, reverses, donation } = entry
    return [
      ...(faults.length > 0 ? [{ kind: 'entry' as const, about: key, detail: faults.join(', ') }] : []),
      ...(reverses && !keys.has(reverses)
        ? [{ kind: 'nothing-to-take-back' as const, about: key, detail: reverses }]
        : []),
      ...(donation && !donations.has(donation) ? [{ kind: 'no-donation' as const, about: key, detail: donation }] : []),
    ]
  })
  const doubled = [...keys].filter(([, count]) => count > 1)
  return [
    ...found,
    ...doubled.map(([key, count]): Violation => ({ kind: 'double-key', about: key, detail: `${count} times` })),
  ]
}

export interface ClosedYear {
  year: string
  digest: string | null
  /** How many entries it held. */
  entries: number | null
}

/** @param entries all of the books */
export function checkYear({ year, digest, entries: count }: ClosedYear, entries: readonly Entry[]): Violation[] {
  const own = entries.filter(({ on }) => on.startsWith(`${year}-`))
  if (digestOf(own) === digest) return []
  return [{ kind: 'closed-year', about: year, detail: `${count ?? 0} entries then, ${own.length} now` }]
}

/** @param entries those that speak of it */
export function checkDonation(donation: KeptDonation, entries: readonly Entry[]): Violation[] {
  const { reference: about, status, receivedCents, receivedCount } = donation
  const came = arrived.has(status)
  if (entries.length === 0)
    return came ? [{ kind: 'not-carried', about, detail: `${euro(receivedCents ?? 0)} of before the books` }] : []
  const { cents, count } = giftsIn(entries)
  const faults: Violation[] = []
  if (came !== count > 0) faults.push({ kind: 'status', about, detail: `${status}, with ${count} gifts in the books` })
  if ((receivedCount ?? 0) !== count || (count > 0 && receivedCents !== cents))
    faults.push({
      kind: 'sums',
      about,
      detail: `${receivedCount ?? 0} gifts of ${euro(receivedCents ?? 0)}; in the books ${count} of ${euro(cents)}`,
    })
  return faults
}
