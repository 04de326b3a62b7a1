// What the treasurer books by hand that is no gift: forms, and the postings that they make.
import type { PayloadRequest } from 'payload'
import { Refusal } from '../../../plugin/collection/errors.js'
import { type Localized, pickFor } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { centsOf } from '../../../plugin/values/money.js'
import { type Account, bankAccount, expenseRows, incomeRows, type MoneyAccount } from '../ledger/accounts.js'
import { type Day, type EntryKind, isDay, type Leg, type Posting } from '../ledger/posting.js'
import { yearWords as words } from './words.js'

export const movementNames = ['fee', 'expense', 'income', 'transfer', 'opening'] as const
export type MovementName = (typeof movementNames)[number]

/** From here on cash is against the law. */
const cashLimit = 500_000
const longestText = 200

/** Where this network's money may lie; the account that gifts go to comes first. */
export function moneyAccounts(req: PayloadRequest): MoneyAccount[] {
  const { iban } = mokor(req.payload).options.organisation
  return [...(iban ? [bankAccount(iban)] : []), 'cash', 'stripe', 'paypal', 'satispay']
}

export const refuseField = (req: PayloadRequest, field: string, text: Localized): never => {
  throw new Refusal(pickFor(req, text), 422, { field })
}

type Values = Readonly<Record<string, unknown>>

/** What was written into a form, field by field. @throws a Refusal that names the field */
export function reader(req: PayloadRequest, values: Values, year: string) {
  const refuse = (field: string, text: Localized) => refuseField(req, field, text)
  const text = (field: string): string => {
    const value = values[field]
    return typeof value === 'string' ? value.trim().slice(0, longestText) : ''
  }
  return {
    text,
    needed: (field: string, missing: Localized): string => text(field) || refuse(field, missing),
    cents(field: string): number {
      const cents = centsOf(text(field))
      return cents === null || cents < 1 || cents > 99_999_999_999 ? refuse(field, words.badAmount) : cents
    },
    day(field: string): Day {
      const day = values[field]
      const has = isDay(day) && day.startsWith(`${year}-`) && day <= dayInItaly(new Date())
      return has ? day : refuse(field, words.badDay(year))
    },
    choice<T extends string>(field: string, among: readonly T[]): T {
      return among.find((one) => one === values[field]) ?? refuse(field, words.badChoice)
    },
  }
}

/** A form sent twice bears the same word, and is booked once. */
const keyOf = (req: PayloadRequest, { once }: Values): string =>
  typeof once === 'string' && /^[\w-]{8,40}$/.test(once) ? `note:${once}` : refuseField(req, 'once', words.badChoice)

interface Movement {
  kind: EntryKind
  on: Day
  legs: Leg[]
  note: string
  voucher?: string
}

const between = (cents: number, to: Account, from: Account): Leg[] => [
  { account: to, cents },
  { account: from, cents: -cents },
]

/** @throws a Refusal that names the field at fault */
export function movementOf(req: PayloadRequest, name: MovementName, values: Values, year: string): Posting {
  const read = reader(req, values, year)
  const accounts = moneyAccounts(req)
  const forbidCash = (account: Account, cents: number) => {
    if (account === 'cash' && cents >= cashLimit) refuseField(req, 'amount', words.tooMuchCash)
  }
  const made: Record<MovementName, () => Movement> = {
    fee() {
      const [cents, into] = [read.cents('amount'), read.choice('account', accounts)]
      forbidCash(into, cents)
      return { kind: 'income', on: read.day('on'), legs: between(cents, into, 'income:A1'), note: read.text('note') }
    },
    income() {
      const [cents, into] = [read.cents('amount'), read.choice('account', accounts)]
      forbidCash(into, cents)
      const row = read.choice('row', incomeRows)
      const note = read.needed('note', words.badNote)
      return { kind: 'income', on: read.day('on'), legs: between(cents, into, `income:${row}`), note }
    },
    expense() {
      const [cents, from] = [read.cents('amount'), read.choice('account', accounts)]
      forbidCash(from, cents)
      const row = read.choice('row', expenseRows)
      const note = read.needed('note', words.badNote)
      const voucher = read.text('voucher')
      return { kind: 'expense', on: read.day('on'), legs: between(cents, `expense:${row}`, from), note, voucher }
    },
    transfer() {
      const [from, to] = [read.choice('from', accounts), read.choice('to', accounts)]
      if (from === to) refuseField(req, 'to', words.sameAccount)
      return {
        kind: 'transfer',
        on: read.day('on'),
        legs: between(read.cents('amount'), to, from),
        note: read.text('note'),
      }
    },
    opening() {
      const [cents, account] = [read.cents('amount'), read.choice('account', accounts)]
      return { kind: 'opening', on: `${year}-01-01`, legs: between(cents, account, 'opening'), note: '' }
    },
  }
  const { note, voucher, ...movement } = made[name]()
  return { key: keyOf(req, values), currency: 'EUR', ...movement, note: note || null, voucher: voucher || null }
}
