// A posting of the books: one document whose legs sum to nothing, so that no leg can be lost or stand alone. Pure.
import { type Account, isAccount, isIncome } from './accounts.js'

/** A calendar day in Italy, `YYYY-MM-DD`. */
export type Day = string

export const entryKinds = [
  'gift',
  'refund',
  'reversal',
  'dispute',
  'fee',
  'payout',
  'expense',
  'income',
  'transfer',
  'opening',
  'in-kind',
  'correction',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** How money came; a receipt says it. */
export const modes = [
  'bank-transfer',
  'card',
  'direct-debit',
  'paypal',
  'satispay',
  'post',
  'cheque',
  'cash',
  'in-kind',
] as const
export type Mode = (typeof modes)[number]

export interface Leg {
  account: Account
  /** Whole cents. What an account of money gains is positive; where it comes from is negative: a gift of 25 € is `bank +2500`, `income:A4 −2500`. */
  cents: number
}

/** What is put into the books. Ids are texts, and no relationships: a document that goes must change nothing here. */
export interface Posting {
  /** Unique: what was booked under it is not booked again. E.g. `bank:<lineKey>[/n][@r]`, `hand:<donation>:<n>`, `fix:<key>:<n>`. */
  key: string
  /** Day of the gift or cost; decides the year. */
  on: Day
  /** Day on the account, where it is another. */
  booked?: Day | null
  kind: EntryKind
  currency: 'EUR'
  /** 2 to 6, none of 0, sum 0. */
  legs: readonly Leg[]
  donation?: string | null
  campaign?: string | null
  /** Key of the statement's line. */
  line?: string | null
  commission?: string | null
  /** Key of the entry that this one takes back. */
  reverses?: string | null
  mode?: Mode | null
  /** Why; required where something is taken back or corrected. */
  note?: string | null
  /** Id of a voucher's picture. */
  voucher?: string | null
}

/** A posting in the books. */
export interface Entry extends Posting {
  id: string | number
  /** E-mail of whoever booked it; `network` for the site's own code. */
  by: string
  /** Mark of the desk's step that booked it, by which that step can be taken back. */
  step?: string | null
  createdAt: string
}

export type PostingFault =
  | 'key'
  | 'day'
  | 'booked'
  | 'kind'
  | 'currency'
  | 'legs'
  | 'account'
  | 'cents'
  | 'sum'
  | 'reason'
  | 'reverses'

const mostLegs = 6
const mostCents = 99_999_999_999

/** Kinds that say what they take back, and why. */
const takingBack: ReadonlySet<string> = new Set<EntryKind>(['reversal', 'correction'])

/** Whether it is a day of the calendar. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const isCents = (cents: unknown): cents is number =>
  Number.isSafeInteger(cents) && cents !== 0 && Math.abs(cents as number) <= mostCents

/** What is wrong with a posting, whoever made it; empty for one that may stand in the books. */
export function balanced(posting: Posting): PostingFault[] {
  const { key, on, booked, kind, currency, legs, reverses, note } = posting
  const list: readonly Leg[] = Array.isArray(legs) ? legs : []
  const faults: [PostingFault, boolean][] = [
    ['key', typeof key !== 'string' || key.trim() === '' || key.length > 200],
    ['day', !isDay(on)],
    ['booked', Boolean(booked) && !isDay(booked)],
    ['kind', !(entryKinds as readonly string[]).includes(kind)],
    ['currency', currency !== 'EUR'],
    ['legs', list.length < 2 || list.length > mostLegs],
    ['account', !list.every(({ account }) => isAccount(account))],
    ['cents', !list.every(({ cents }) => isCents(cents))],
    ['sum', list.reduce((sum, { cents }) => sum + cents, 0) !== 0],
    ['reverses', takingBack.has(kind) && !reverses],
    ['reason', takingBack.has(kind) && !note?.trim()],
  ]
  return faults.flatMap(([fault, found]) => (found ? [fault] : []))
}

/** What a posting brings in, over all rows of income; negative where it takes back. */
export const incomeOf = ({ legs }: Pick<Posting, 'legs'>): number =>
  legs.reduce((sum, { account, cents }) => (isIncome(account) ? sum - cents : sum), 0)

/** Of a year's rows. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))
