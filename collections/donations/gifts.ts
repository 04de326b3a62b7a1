// What the steps of a donation put into the books, and what the books say back to it.
import type { PayloadRequest } from 'payload'
import { writeFields } from '../../plugin/database/write-fields.js'
import { isRehearsed } from '../../plugin/lifecycle/rehearsal.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { type Account, bankAccount, type IncomeRow } from './ledger/accounts.js'
import { entriesOf, keepsBooks, post, takeBack } from './ledger/books.js'
import { type Gifts, giftsIn, holding } from './ledger/fold.js'
import type { Day, Entry, Leg, Mode } from './ledger/posting.js'
import { type Donation, hasArrived } from './types.js'

/** Ways of money that somebody may note by hand. */
export type HandMode = Exclude<Mode, 'in-kind' | 'direct-debit'>

/** Money that came for a donation. */
export interface Arrival {
  cents: number
  on: Day
  mode: HandMode
  /** Row of the yearly statement. */
  row: IncomeRow
  note?: string
}

const dayMs = 86_400_000
/** Days without a gift after which a monthly one is not expected any more: a month, and what banks and people are late. */
export const silentDays = 45

/** Where money lies that came in this way. */
function accountOf(req: PayloadRequest, mode: HandMode): Account {
  if (mode === 'cash' || mode === 'paypal' || mode === 'satispay') return mode
  if (mode === 'card') return 'stripe'
  return bankAccount(mokor(req.payload).options.organisation.iban ?? '')
}

const legsOf = (req: PayloadRequest, { cents, mode, row }: Omit<Arrival, 'on'>): Leg[] => [
  { account: accountOf(req, mode), cents },
  { account: `income:${row}`, cents: -cents },
]

/** A day's moment in the donation, for its lists: that of the entry, where it was booked on the day itself. */
const momentOf = ({ on, createdAt }: Entry): string =>
  dayInItaly(new Date(createdAt)) === on ? createdAt : `${on}T12:00:00.000Z`

/** Writes into the donation what its entries say of it. To be called in the transaction that booked, after the donation's row was written. */
export async function foldDonation(req: PayloadRequest, id: Donation['id']): Promise<Gifts> {
  const entries = await entriesOf(req, String(id))
  const gifts = giftsIn(entries)
  await writeFields(req, slugOf(req.payload, 'donations'), id, sumsIn(entries, gifts))
  return gifts
}

export function sumsIn(
  entries: readonly Entry[],
  { count, cents, last }: Gifts,
): Pick<Donation, 'receivedCents' | 'receivedCount' | 'receivedAt'> {
  if (count === 0) return { receivedCents: null, receivedCount: null, receivedAt: null }
  const held = holding(entries)
  const newest = entries.findLast(({ key, kind, on }) => kind === 'gift' && on === last && held.has(key))
  return { receivedCents: cents, receivedCount: count, receivedAt: newest ? momentOf(newest) : null }
}

const arrivalKey = 'mokorArrival'

/** Runs a step by which this arrival is booked, instead of what the donation promised. */
export async function arriving<T>(req: PayloadRequest, arrival: Arrival, step: () => Promise<T>): Promise<T> {
  req.context[arrivalKey] = arrival
  try {
    return await step()
  } finally {
    delete req.context[arrivalKey]
  }
}

/** What the step that runs now was told of, if it was. */
export const currentArrival = ({ context }: PayloadRequest): Arrival | undefined =>
  context[arrivalKey] as Arrival | undefined

/** A gift that somebody saw on the account, into the books. Nothing is booked where no books are kept. */
export async function bookArrival(req: PayloadRequest, { id }: Donation, usual: Arrival): Promise<void> {
  if (isRehearsed(req) || !(await keepsBooks(req.payload))) return
  const arrival = currentArrival(req) ?? usual
  const before = (await entriesOf(req, String(id))).filter(({ key }) => key.startsWith(`hand:${id}:`))
  await post(req, {
    key: `hand:${id}:${before.length + 1}`,
    on: arrival.on,
    kind: 'gift',
    currency: 'EUR',
    legs: legsOf(req, arrival),
    donation: String(id),
    mode: arrival.mode,
    note: arrival.note || null,
  })
  await foldDonation(req, id)
}

const carriedNote = 'Era già segnata come arrivata quando sono cominciati i conti.'

/**
 * What was marked as received before the books began gets its entry, once. In a transaction.
 * @returns whether there was anything to carry over
 */
export async function carryOver(req: PayloadRequest, donation: Donation): Promise<boolean> {
  const { id, amountCents, receivedCents, receivedAt, since, createdAt } = donation
  if (isRehearsed(req) || !hasArrived(donation) || !(await keepsBooks(req.payload))) return false
  if ((await entriesOf(req, String(id))).length > 0) return false
  const slug = slugOf(req.payload, 'donations')
  // Of two who carry over at once the second waits here, and finds the entry.
  await writeFields(req, slug, id, { receivedCount: 1 })
  await post(req, {
    key: `carried:${id}`,
    on: dayInItaly(new Date(receivedAt ?? since ?? createdAt)),
    kind: 'gift',
    currency: 'EUR',
    legs: legsOf(req, { cents: receivedCents ?? amountCents, mode: 'bank-transfer', row: 'A4' }),
    donation: String(id),
    mode: 'bank-transfer',
    note: carriedNote,
  })
  await foldDonation(req, id)
  return true
}

/** Takes back every gift of a donation that still holds. */
export async function takeGiftsBack(req: PayloadRequest, { id }: Donation, reason: string): Promise<void> {
  if (isRehearsed(req) || !(await keepsBooks(req.payload))) return
  const entries = await entriesOf(req, String(id))
  const held = holding(entries)
  const gifts = entries.filter(({ key, kind }) => kind === 'gift' && held.has(key))
  for (const gift of gifts) await takeBack(req, gift, { reason })
  if (entries.length > 0) await foldDonation(req, id)
}

/** Takes back what a step of the desk booked. */
export async function takeStepBack(req: PayloadRequest, { id }: Donation, mark: string, reason: string): Promise<void> {
  if (!(await keepsBooks(req.payload))) return
  const entries = await entriesOf(req, String(id))
  if (entries.length === 0) return
  const held = holding(entries)
  for (const entry of entries) if (entry.step === mark && held.has(entry.key)) await takeBack(req, entry, { reason })
  // Where nothing holds any more, what the treasurer had noted before the step is left as the step had found it.
  if (giftsIn(await entriesOf(req, String(id))).count > 0) await foldDonation(req, id)
  else await writeFields(req, slugOf(req.payload, 'donations'), id, { receivedCount: null })
}

/** Looks at a monthly gift again when it has been silent for too long. `again` tells one look from another. */
export async function scheduleLapse(
  req: PayloadRequest,
  { id, donor }: Donation,
  last: Day,
  again = '',
): Promise<void> {
  await enqueue(req, {
    key: `donation-lapse:${id}:${last}${again}`,
    template: 'donation-lapse',
    target: String(id),
    lang: donor.lang,
    dueAt: new Date(new Date(`${last}T12:00:00.000Z`).getTime() + (silentDays + 1) * dayMs),
  })
}

/** Whether a monthly gift that came last on this day is not expected any more. */
export const isSilent = (last: Day, today: Day): boolean =>
  new Date(today).getTime() - new Date(last).getTime() > silentDays * dayMs
