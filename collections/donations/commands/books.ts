// Goes through the whole books: everything that cannot be is named, and the donations' sums are written anew from their entries.
import type { Payload } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { slugOf } from '../../../plugin/runtime.js'
import { carryOver, foldDonation } from '../gifts.js'
import { keepsBooks } from '../ledger/books.js'
import { checkDonation, checkEntries, checkYear, type Violation } from '../ledger/check.js'
import { balances } from '../ledger/fold.js'
import type { Entry } from '../ledger/posting.js'
import { transition } from '../transition.js'
import { type Donation, hasArrived } from '../types.js'
import type { BookYear } from '../years/types.js'

const batch = 500

/** Every document, past hooks and access, in the order of their ids. */
async function* all<Doc>(payload: Payload, collection: string): AsyncGenerator<Doc> {
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await payload.db.find<Doc>({ collection, sort: 'id', limit: batch, page })
    yield* docs
    if (!hasNextPage) return
  }
}

export interface Books {
  entries: number
  donations: number
  balances: [account: string, cents: number][]
  violations: Violation[]
  /** Donations whose sums were written anew. */
  mended: number
}

/** @param mend whether donations get the sums of their entries */
export async function checkBooks(payload: Payload, { mend }: { mend: boolean }): Promise<Books> {
  const entries: Entry[] = []
  const byDonation = new Map<string, Entry[]>()
  for await (const entry of all<Entry>(payload, slugOf(payload, 'ledger'))) {
    entries.push(entry)
    const { donation } = entry
    if (donation) byDonation.set(donation, [...(byDonation.get(donation) ?? []), entry])
  }
  const ids = new Set<string>()
  const found: Violation[] = []
  let mended = 0
  for await (const donation of all<Donation>(payload, slugOf(payload, 'donations'))) {
    const id = String(donation.id)
    ids.add(id)
    const { reference, status, receivedCents = null, receivedCount = null } = donation
    const kept = { id, reference, status, receivedCents, receivedCount }
    const faults = checkDonation(kept, byDonation.get(id) ?? [])
    found.push(...faults)
    if (!mend || !faults.some(({ kind }) => kind === 'sums')) continue
    await inTransaction(payload, (req) => foldDonation(req, donation.id))
    mended += 1
  }
  for await (const { status, year, digest = null, entries: count = null } of all<BookYear>(
    payload,
    slugOf(payload, 'bookYears'),
  ))
    if (status === 'closed') found.push(...checkYear({ year, digest, entries: count }, entries))
  return {
    entries: entries.length,
    donations: ids.size,
    balances: [...balances(entries)].filter(([, cents]) => cents !== 0).sort(([a], [b]) => a.localeCompare(b)),
    violations: [...checkEntries(entries, ids), ...found],
    mended,
  }
}

/** Brings into the books what was marked as received before they began. @returns how many donations */
export async function carryAllOver(payload: Payload): Promise<number> {
  if (!(await keepsBooks(payload))) return 0
  let carried = 0
  for await (const { id, ...found } of all<Donation>(payload, slugOf(payload, 'donations'))) {
    if (!hasArrived(found)) continue
    const isNew = await inTransaction(payload, async (req) => {
      const donation = await documents(req, 'donations').byId(id)
      if (!donation || !(await carryOver(req, donation))) return false
      const monthly = donation.frequency === 'monthly' && donation.status === 'received'
      if (monthly) await transition(req, donation, 'carried', { by: 'network', at: new Date() })
      return true
    })
    if (isNew) carried += 1
  }
  return carried
}
