// One row of a table as a line of the statement. Pure.
import { fold } from '../../../plugin/values/fold.js'
import { centsAt, type DecimalMark, looksLikeAmount } from './amounts.js'
import { dayOf } from './days.js'
import { lineProblems } from './problems.js'
import { type ColumnMap, emptyPayer, type StatementLine, type TableRow } from './types.js'

interface Reading {
  mark: DecimalMark
  monthFirst: boolean
  outIsSigned: boolean
  isPending: boolean
  /** Of the amounts' header. */
  currency: string | null
}

const bookedWords =
  /^(?:contabilizzat\w*|completed|completat\w*|booked|approved|approvat\w*|eseguit\w*|executed|settled|paid|pagato|ok|accreditat\w*|succeeded|concluso|conclusa|available)$/

/** @returns null for a row that holds neither a day nor an amount, such as a sum or a remark */
export function lineOf({ row, cells }: TableRow, map: ColumnMap, reading: Reading): StatementLine | null {
  const cell = (column: number | undefined): string =>
    column === undefined ? '' : (cells[column] ?? '').replace(/\s+/g, ' ').trim()
  const [bookedText, valueText] = [cell(map.booked), cell(map.value)]
  const booked = dayOf(bookedText, reading.monthFirst)
  const value = dayOf(valueText, reading.monthFirst)
  const money = moneyOf(cell(map.amount), cell(map.in), cell(map.out), reading)
  if (!booked && !value && (money.text === '' || !/\d/.test(bookedText + valueText))) return null
  if (money.text === '' && !bookedText && !valueText) return null
  const fee = looksLikeAmount(cell(map.fee)) ? centsAt(cell(map.fee), reading.mark) : null
  const status = statusOf(
    cell(map.status),
    reading.isPending || (!bookedText && Boolean(value) && map.booked !== undefined),
  )
  const problem =
    money.cents === null
      ? lineProblems.amount(row, money.text.slice(0, 40))
      : !booked && bookedText
        ? lineProblems.day(row, bookedText.slice(0, 40))
        : !booked && !value
          ? lineProblems.noDay(row)
          : undefined
  return {
    row,
    booked: booked ?? value,
    value,
    ordered: null,
    cents: money.cents,
    // A circuit's fee is a cost, with or without a sign.
    ...(fee ? { feeCents: -Math.abs(fee) } : {}),
    currency: cell(map.currency) ? currencyOf(cell(map.currency)) : (reading.currency ?? 'EUR'),
    status,
    returned: null,
    payer: {
      ...emptyPayer(),
      name: cell(map.payer) || null,
      iban: cell(map.payerIban).replace(/\s/g, '').toUpperCase() || null,
    },
    text: [...new Set((map.text ?? []).map(cell))].filter(Boolean).join(' ').slice(0, 2000),
    references: [],
    bankRef: cell(map.id) || null,
    code: cell(map.code) || null,
    ...(problem ? { problem } : {}),
  }
}

function moneyOf(
  amount: string,
  incoming: string,
  outgoing: string,
  { mark, outIsSigned }: Reading,
): { text: string; cents: number | null } {
  if (amount !== '') return { text: amount, cents: centsAt(amount, mark) }
  const [came, went] = [
    incoming === '' ? null : centsAt(incoming, mark),
    outgoing === '' ? null : centsAt(outgoing, mark),
  ]
  const left = went === null ? null : outIsSigned ? went : -Math.abs(went)
  // Some banks write 0 in the other column.
  if (came !== null && came !== 0) return { text: incoming, cents: left ? came + left : came }
  if (left !== null) return { text: outgoing, cents: left || 0 }
  return { text: incoming || outgoing, cents: came }
}

function statusOf(text: string, isPending: boolean): StatementLine['status'] {
  if (isPending) return 'pending'
  const words = fold(text)
  // Revolut's and Satispay's own words come with signs around them.
  return words === '' || bookedWords.test(words) ? 'booked' : 'pending'
}

function currencyOf(text: string): string {
  const words = text.toUpperCase()
  if (words === '€' || words === 'EURO') return 'EUR'
  return /^[A-Z]{3}$/.test(words) ? words : text.slice(0, 10)
}
