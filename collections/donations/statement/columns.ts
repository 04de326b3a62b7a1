// What a table's columns hold: by the headers that banks and circuits give them, by their cells, or as the treasurer said. Pure.
import { fold } from '../../../plugin/values/fold.js'
import { looksLikeAmount } from './amounts.js'
import { looksLikeDay } from './days.js'
import { problems } from './problems.js'
import { type ColumnMap, type ColumnRole, columnRoles } from './types.js'

/** Headers as `fold` writes them: small letters, no accents, no signs. Checked in this order, whole first. */
const headers: [ColumnRole, RegExp][] = [
  ['value', /^(?:data valuta|data val|valuta data|value date|val date|operaz valuta)$/],
  [
    'booked',
    /^(?:data contabile|data contab|data registrazione|data reg|data operazione|data operaz|data oper|data op|data movimento|data mov|data esecuzione|data|booking date|booked|transaction date|completed date|posting date|date|buchungstag|buchung|data e ora|created utc|arrival date|data transazione|payment date)$/,
  ],
  [
    'in',
    /^(?:accrediti|accredito|entrate|entrata|avere|credit|credits|money in|paid in|crediti|importo avere|importo a credito|deposits?)(?: eur)?$/,
  ],
  [
    'out',
    /^(?:addebiti|addebito|uscite|uscita|dare|debit|debits|money out|paid out|debiti|importo dare|importo a debito|withdrawals?)(?: eur)?$/,
  ],
  ['fee', /^(?:tariffa|fee|fees|total fees|commissione|commissioni)(?: eur)?$/],
  [
    'amount',
    /^(?:lordo|gross|importo|importo eur|importo in euro|importo euro|importo (?:chf|usd|gbp)|importo netto|importo movimento|amount|amount eur|betrag|betrag eur|eur|euro|montante|netto|net|totale)$/,
  ],
  ['balance', /^(?:saldo|saldo contabile|saldo progressivo|saldo disponibile|balance|running balance)(?: eur)?$/],
  ['currency', /^(?:divisa|div|currency|moneta|wahrung|codice valuta|ccy)$/],
  ['status', /^(?:stato|status|state|contabilizzazione|stato movimento|stato operazione)$/],
  [
    'id',
    /^(?:transferwise id|codice transazione|id transazione|transaction id|id|id operazione|id movimento|balance transaction id)$/,
  ],
  ['code', /^(?:causale abi|caus|abi|codice causale|cod causale)$/],
  [
    'payerIban',
    /^(?:partner iban|iban controparte|iban ordinante|payer iban|account number|counterparty iban|iban beneficiario ordinante|sender iban)$/,
  ],
  [
    'payer',
    /^(?:partner name|payee|payer name|ordinante|controparte|nome|name|counterparty|nome controparte|ordinante beneficiario|beneficiario ordinante|mittente|sender|from)$/,
  ],
  ['account', /^(?:iban|iban conto)$/],
  [
    'text',
    /^(?:descrizione|descrizione operazione|descrizione operazioni|descrizione estesa|descrizione completa|descrizione movimento|dettagli|dettaglio|operazione|causale|causale descrizione operazione|causale descrizione|description|details|payment reference|reference|riferimento|note|nota|oggetto|messaggio|message|remittance information|purpose|payment details|memo|narrative|extra info|additional information|testo|verwendungszweck|motivo)$/,
  ],
]

/** Whether a header's word means a day here and a currency there is told by its cells. */
const eitherDayOrCurrency = /^valuta$/

export interface Header {
  map: ColumnMap
  /** Of the amounts, where their header names it: `Importo (CHF)`. */
  currency: string | null
  /** Rows it takes: some banks write it over two. */
  rows: number
}

/** What a cell's role is by its header; `valuta` is settled by the cells below. */
function roleOf(text: string, below: string[]): ColumnRole | null {
  const words = fold(text.slice(0, 80))
  if (words === '') return null
  if (eitherDayOrCurrency.test(words)) return below.some((cell) => looksLikeDay(cell)) ? 'value' : 'currency'
  return headers.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** @returns null where the row is no header: it names no day, or no amount */
export function headerAt(rows: readonly (readonly string[])[], at: number): Header | null {
  const first = rows[at] ?? []
  const filled = first.filter((cell) => cell.trim() !== '')
  if (filled.length < 2 || filled.some((cell) => looksLikeDay(cell) || cell.length > 80)) return null
  const second = rows[at + 1] ?? []
  const two = isSecondHeader(first, second) ? named(merged(first, second), rows, at + 2) : null
  const one = named(first, rows, at + 1)
  if (two && isUsable(two) && (!one || !isUsable(one) || Object.keys(two).length > Object.keys(one).length))
    return { map: two, currency: currencyIn(merged(first, second), two), rows: 2 }
  return one && isUsable(one) ? { map: one, currency: currencyIn(first, one), rows: 1 } : null
}

const currencyIn = (names: readonly string[], { amount, in: incoming, out }: ColumnMap): string | null =>
  /\b(EUR|USD|CHF|GBP)\b/.exec(names[amount ?? incoming ?? out ?? -1] ?? '')?.[1] ?? null

function isSecondHeader(first: readonly string[], second: readonly string[]): boolean {
  const filled = second.filter((cell) => cell.trim() !== '')
  return (
    filled.length > 0 && filled.length <= first.length && filled.every((cell) => !/\d/.test(cell) && cell.length < 40)
  )
}

const merged = (first: readonly string[], second: readonly string[]): string[] =>
  Array.from({ length: Math.max(first.length, second.length) }, (_, column) =>
    `${first[column] ?? ''} ${second[column] ?? ''}`.trim(),
  )

function named(names: readonly string[], rows: readonly (readonly string[])[], from: number): ColumnMap {
  const map: ColumnMap = {}
  for (const [column, name] of names.entries()) {
    const below = rows.slice(from, from + 12).map((row) => row[column] ?? '')
    const role = roleOf(name, below)
    if (role === 'text') map.text = [...(map.text ?? []), column]
    else if (role && map[role] === undefined) map[role] = column
    // A second day is the value's; a second amount (net beside gross) is none.
    else if (role === 'booked' && map.value === undefined && below.some((cell) => looksLikeDay(cell)))
      map.value = column
  }
  // Where money in and out have columns of their own, a total beside them is the balance.
  if (map.amount !== undefined && (map.in !== undefined || map.out !== undefined)) delete map.amount
  return map
}

const isUsable = (map: ColumnMap): boolean =>
  (map.booked !== undefined || map.value !== undefined) &&
  (map.amount !== undefined || map.in !== undefined || map.out !== undefined)

/** For a table without a header that is known: one column of days and one of amounts, the rest is text. */
export function guessColumns(rows: readonly (readonly string[])[]): ColumnMap | null {
  const sample = rows.filter((row) => row.some((cell) => looksLikeDay(cell))).slice(0, 200)
  if (sample.length === 0) return null
  const width = Math.max(...sample.map((row) => row.length))
  const share = (column: number, test: (cell: string) => boolean): { hits: number; filled: number } => {
    const cells = sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '')
    return { hits: cells.filter(test).length, filled: cells.length }
  }
  const mostly = (column: number, test: (cell: string) => boolean): boolean => {
    const { hits, filled } = share(column, test)
    return filled > 0 && hits / filled >= 0.9
  }
  const columns = Array.from({ length: width }, (_, column) => column)
  const days = columns.filter((column) => mostly(column, looksLikeDay))
  const others = columns.filter((column) => !days.includes(column))
  // With cents or a sign somewhere: a column of bare numbers may be anything.
  const amounts = others.filter(
    (column) =>
      mostly(column, looksLikeAmount) && sample.some((row) => /[.,]\d{1,2}\D*$|^\s*[-+]/.test(row[column] ?? '')),
  )
  const texts = others.filter((column) => !amounts.includes(column))
  const [booked, value] = days
  if (booked === undefined) return null
  const base: ColumnMap = { booked, ...(value === undefined ? {} : { value }), text: texts }
  const [only, second] = amounts
  if (only !== undefined && second === undefined) return { ...base, amount: only }
  if (amounts.length === 2 && only !== undefined && second !== undefined) {
    const apart = sample.every((row) => ((row[only] ?? '').trim() === '') !== ((row[second] ?? '').trim() === ''))
    // Which of the two is income cannot be told but by a sign.
    const isOut = (column: number): boolean => sample.some((row) => /^\s*[-−]/.test(row[column] ?? ''))
    if (apart && isOut(only) !== isOut(second))
      return { ...base, in: isOut(only) ? second : only, out: isOut(only) ? only : second }
  }
  return null
}

/**
 * Columns as somebody named them, by header or by number from 1: `booked=Data;amount=7;text=Causale,Note`.
 * @throws StatementError when the file has no such column
 */
export function explicitColumns(
  asked: Partial<Record<ColumnRole, string>>,
  rows: readonly (readonly string[])[],
): { map: ColumnMap; from: number } {
  const wanted = Object.values(asked).flatMap((names) => names.split(','))
  const isHere = (row: readonly string[], name: string): boolean => row.some((cell) => fold(cell) === fold(name))
  const words = wanted.filter((name) => !/^\d+$/.test(name.trim()))
  const at = words.length === 0 ? -1 : rows.findIndex((row) => words.every((name) => isHere(row, name)))
  if (words.length > 0 && at < 0)
    throw problems.unknownColumn(words.find((name) => !rows.some((row) => isHere(row, name))) ?? words[0] ?? '')
  const width = Math.max(0, ...rows.map((row) => row.length))
  const numberOf = (name: string): number => {
    const column = /^\d+$/.test(name.trim())
      ? Number(name) - 1
      : (rows[at] ?? []).findIndex((cell) => fold(cell) === fold(name))
    if (column < 0 || column >= width) throw problems.unknownColumn(name.trim())
    return column
  }
  const map: ColumnMap = {}
  for (const role of columnRoles) {
    const names = asked[role]
    if (names === undefined) continue
    if (role === 'text') map.text = names.split(',').map(numberOf)
    else map[role] = numberOf(names)
  }
  if (!isUsable(map)) throw problems.unknownColumns()
  return { map, from: at + 1 }
}
