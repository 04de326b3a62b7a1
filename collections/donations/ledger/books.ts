// Books what happened, in the caller's transaction: one document a posting, never twice under one key.
import type { Payload, PayloadRequest } from 'payload'
import { Refusal } from '../../../plugin/collection/errors.js'
import { appending } from '../../../plugin/database/append-only.js'
import { documents } from '../../../plugin/database/documents.js'
import { hasTransactions } from '../../../plugin/database/real-transactions.js'
import { pickFor } from '../../../plugin/i18n/localized.js'
import { currentStep } from '../../../plugin/lifecycle/step.js'
import { editorOf } from '../../../plugin/lifecycle/timeline.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { openYear, yearAt } from '../years/year.js'
import { counterOf } from './correction.js'
import { holding } from './fold.js'
import { balanced, type Day, type Entry, type Posting } from './posting.js'
import { bookSentences } from './words.js'

/** Whether books can be kept on this database: what belongs together must be written together, or not at all. */
export const keepsBooks = (payload: Payload): Promise<boolean> => hasTransactions(payload)

const legsOf = ({ legs }: Pick<Posting, 'legs'>): string =>
  legs.map(({ account, cents }) => `${account}=${cents}`).join(' ')

/**
 * Within `inTransaction`, which tries again where two book under one key at once.
 * @returns the entry; the one that is there already where it was booked before
 * @throws a Refusal where no books are kept, or other amounts stand under the key
 */
export async function post(req: PayloadRequest, posting: Posting): Promise<Entry> {
  const faults = balanced(posting)
  if (faults.length > 0) throw new Error(`the posting ${posting.key} cannot be booked: ${faults.join(', ')}`)
  if (!(await keepsBooks(req.payload))) throw new Refusal(pickFor(req, bookSentences.notKept), 409)
  const [known] = await documents(req, 'ledger').find({ key: { equals: posting.key } })
  if (known && legsOf(known) !== legsOf(posting)) throw new Refusal(pickFor(req, bookSentences.twice), 409)
  if (known) return known
  await openYear(req, posting.on)
  const legs = posting.legs.map(({ account, cents }) => ({ account, cents }))
  return appending(() =>
    documents(req, 'ledger').create({ ...posting, legs, by: editorOf(req), step: currentStep(req) ?? null }),
  )
}

/** What speaks of a donation, in the order in which it was booked. */
export const entriesOf = (req: PayloadRequest, donation: string): Promise<Entry[]> =>
  documents(req, 'ledger').find({ donation: { equals: donation } }, { sort: 'createdAt' })

/** Takes an entry back by a new one. @throws a Refusal where it is not there, or taken back already */
export async function takeBack(
  req: PayloadRequest,
  entry: Entry | undefined,
  { reason, kind = 'correction', on }: { reason: string; kind?: 'correction' | 'reversal'; on?: Day },
): Promise<Entry> {
  if (!entry) throw new Refusal(pickFor(req, bookSentences.unknown), 404)
  const all = await withCounters(req, entry)
  if (!holding(all).has(entry.key)) throw new Refusal(pickFor(req, bookSentences.corrected), 409)
  const before = all.filter(({ reverses }) => reverses === entry.key).length
  // What stands in a closed year is taken back today.
  const isClosed = (await yearAt(req, entry.on))?.status === 'closed'
  const day = on ?? (isClosed ? dayInItaly(new Date()) : entry.on)
  return post(req, counterOf(entry, { kind, on: day, reason, before }))
}

/** The entry with those that take it back, and those that take these back. */
async function withCounters(req: PayloadRequest, entry: Entry): Promise<Entry[]> {
  const all = [entry]
  for (let last = [entry]; last.length > 0; all.push(...last))
    last = await documents(req, 'ledger').find({ reverses: { in: last.map(({ key }) => key) } })
  return all
}
