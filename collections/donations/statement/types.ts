// What a bank's file says, whatever its format: statements, their lines, and what is wrong with them. Pure.
import type { Localized } from '../../../plugin/i18n/localized.js'

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

export type StatementFormat = 'cbi' | 'camt.052' | 'camt.053' | 'camt.054' | 'csv' | 'xlsx'

export interface Statement {
  format: StatementFormat
  account: StatementAccount
  from: Day | null
  to: Day | null
  /** Cents; null where the file does not say. */
  opening: number | null
  closing: number | null
  lines: StatementLine[]
  /** How a table's columns were taken; of CSV and XLSX. */
  columns?: ColumnMap
}

export interface StatementAccount {
  iban: string | null
  /** As the file calls it, where it gives no IBAN. */
  name: string | null
  currency: string | null
}

export interface Payer {
  name: string | null
  iban: string | null
  taxCode: string | null
}

export interface StatementLine {
  /** Line of the file, or row of the sheet, from 1. */
  row: number
  /** On the account. */
  booked: Day | null
  value: Day | null
  /** When the payer ordered it, where the bank tells. */
  ordered: Day | null
  /** Positive for money that came; null where the file's amount cannot be booked, and then `problem` says why. */
  cents: number | null
  /** What a circuit kept of it, in cents; apart from `cents`. */
  feeCents?: number
  currency: string
  /** `pending` and `info` are shown and never booked. */
  status: 'booked' | 'pending' | 'info'
  /** The bank's own mark of a payment that is taken back, or its reason code. */
  returned: string | null
  payer: Payer
  text: string
  /** Given by the bank in a field of their own: creditor reference, end-to-end id. */
  references: string[]
  /** The bank's own id of the line. */
  bankRef: string | null
  /** The bank's code of the kind of movement. */
  code: string | null
  problem?: Localized
}

/** A file that cannot be read: says which line, and what to do. */
export class StatementError extends Error {
  readonly words: Localized
  readonly row: number | undefined

  constructor(words: Localized, row?: number) {
    super(words.en)
    this.name = 'StatementError'
    this.words = words
    this.row = row
  }
}

export const emptyPayer = (): Payer => ({ name: null, iban: null, taxCode: null })

export const columnRoles = [
  'booked',
  'value',
  'amount',
  'in',
  'out',
  'fee',
  'balance',
  'currency',
  'text',
  'payer',
  'payerIban',
  'status',
  'id',
  'code',
  'account',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Numbers of the columns, from 0, by what they hold; several texts are joined in this order. */
export type ColumnMap = { [role in ColumnRole]?: role extends 'text' ? number[] : number }

/** Of a CSV or XLSX file. */
export interface TableRow {
  /** Of the file, from 1. */
  row: number
  cells: string[]
}
