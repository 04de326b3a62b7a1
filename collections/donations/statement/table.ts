// Turns the rows of a CSV or XLSX file into a statement: preamble, header, blocks, balances, lines. Pure.
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import { fold } from '../../../plugin/values/fold.js'
import { centsAt, type DecimalMark, looksLikeAmount, markOf } from './amounts.js'
import { explicitColumns, guessColumns, headerAt } from './columns.js'
import { isMonthFirst, looksLikeDay } from './days.js'
import { statementLimits } from './limits.js'
import { problems } from './problems.js'
import { lineOf } from './table-line.js'
import type { ColumnMap, ColumnRole, Statement, StatementLine, TableRow } from './types.js'

export interface TableOptions {
  /** Columns by header or number, where the treasurer named them. */
  columns?: Partial<Record<ColumnRole, string>>
  decimal?: DecimalMark
}

/** Rows before the first movement are searched for a header no further than this. */
const mostPreamble = 60

interface Block {
  map: ColumnMap
  currency: string | null
  rows: TableRow[]
  /** Of movements that the bank lists apart as not booked yet. */
  isPending: boolean
}

const pendingBlock = /\b(?:non contabilizzat\w*|da contabilizzare|in attesa|in sospeso|not booked|pending)\b/

export function parseTable(rows: TableRow[], format: 'csv' | 'xlsx', options: TableOptions = {}): Statement {
  const cells = rows.map((row) => row.cells)
  const { preamble, blocks } = split(rows, cells, options)
  const money = blocks.flatMap(({ map, rows: of }) =>
    [map.amount, map.in, map.out, map.balance, map.fee].flatMap((column) =>
      column === undefined ? [] : of.map(({ row, cells: all }) => ({ row, cell: all[column] ?? '' })),
    ),
  )
  const mark = options.decimal ?? decimalMark(money)
  const statement: Statement = {
    format,
    account: { iban: null, name: null, currency: null },
    from: null,
    to: null,
    opening: null,
    closing: null,
    lines: [],
    ...(blocks[0] ? { columns: blocks[0].map } : {}),
  }
  readPreamble(statement, preamble, mark)
  const balances: (number | null)[] = []
  for (const block of blocks) readBlock(statement, block, mark, balances)
  if (statement.lines.length > statementLimits.rows) throw problems.tooManyRows(statementLimits.rows)
  byRunningBalance(statement, balances)
  const days = statement.lines.flatMap(({ booked, value }) => booked ?? value ?? []).toSorted()
  statement.from ??= days[0] ?? null
  statement.to ??= days.at(-1) ?? null
  statement.account.currency ??= statement.lines[0]?.currency ?? null
  return statement
}

function split(
  rows: TableRow[],
  cells: string[][],
  { columns }: TableOptions,
): { preamble: string[][]; blocks: Block[] } {
  const given = columns && Object.keys(columns).length > 0 ? explicitColumns(columns, cells) : null
  const blocks: Block[] = []
  if (given)
    return {
      preamble: cells.slice(0, Math.max(0, given.from - 1)),
      blocks: [{ map: given.map, currency: null, rows: rows.slice(given.from), isPending: false }],
    }
  let preamble = cells.length
  let isPending = false
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as TableRow
    const isMaybeHeader = blocks.length === 0 ? at < mostPreamble : !row.cells.some((cell) => /\d/.test(cell))
    const header = isMaybeHeader && row.cells.length > 1 ? headerAt(cells, at) : null
    if (header) {
      if (blocks.length === 0) preamble = at
      blocks.push({ map: header.map, currency: header.currency, rows: [], isPending })
      at += header.rows - 1
      continue
    }
    const filled = row.cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 1 && (filled[0] ?? '').length < 80) {
      const words = fold(filled[0] ?? '')
      if (pendingBlock.test(words)) isPending = true
      else if (/\bcontabilizzat/.test(words)) isPending = false
    }
    const block = blocks.at(-1)
    if (block && filled.length > 1) block.rows.push(row)
  }
  if (blocks.length > 0) return { preamble: cells.slice(0, preamble), blocks }
  const guess = guessColumns(cells)
  if (!guess) throw problems.unknownColumns()
  const dayAt = guess.booked ?? 0
  const first = rows.findIndex((row) => looksLikeDay(row.cells[dayAt] ?? ''))
  return {
    preamble: cells.slice(0, first),
    blocks: [{ map: guess, currency: null, rows: rows.slice(first), isPending: false }],
  }
}

function decimalMark(money: { row: number; cell: string }[]): DecimalMark {
  const { mark, ambiguous, conflict } = markOf(money.map(({ cell }) => cell))
  if (mark) return mark
  const at = money[(ambiguous ?? conflict)?.index ?? 0]
  const cell = at?.cell.trim().slice(0, 40) ?? ''
  throw conflict ? problems.mixedDecimals(at?.row ?? 1, cell) : problems.ambiguousDecimals(at?.row ?? 1, cell)
}

const openingWords = /\bsaldo\b.*\b(?:iniziale|apertura|precedente)\b|\bopening balance\b/
const closingWords = /\bsaldo\b.*\b(?:finale|chiusura)\b|\bclosing balance\b/

/** The first amount behind a label. */
function amountBehind(cells: readonly string[], label: number, mark: DecimalMark): number | null {
  for (const cell of cells.slice(label + 1)) {
    if (looksLikeDay(cell) || !looksLikeAmount(cell)) continue
    // A balance may be written by other hands than the column: an integer or one clear mark is enough.
    return centsAt(cell, markOf([cell]).mark ?? mark)
  }
  return null
}

function readPreamble(statement: Statement, preamble: readonly (readonly string[])[], mark: DecimalMark): void {
  for (const cells of preamble)
    for (const [column, cell] of cells.entries()) {
      if (cell.trim() === '') continue
      statement.account.iban ??= ibanIn(cell)
      const words = fold(cell.slice(0, 120))
      if (openingWords.test(words)) statement.opening ??= amountBehind(cells, column, mark)
      if (closingWords.test(words)) statement.closing ??= amountBehind(cells, column, mark)
      if (/^(?:numero conto|conto|conto corrente|rapporto|numero rapporto|conti e carte)\b/.test(words))
        statement.account.name ??=
          /:\s*(\S.*)$/.exec(cell)?.[1]?.trim() ??
          cells
            .slice(column + 1)
            .find((next) => next.trim() !== '')
            ?.trim() ??
          cell.trim()
    }
}

function ibanIn(text: string): string | null {
  for (const [found] of text.toUpperCase().matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/g)) {
    const iban = electronicFormatIBAN(found) ?? ''
    if (isValidIBAN(iban)) return iban
    const italian = iban.slice(0, 27)
    if (iban.startsWith('IT') && isValidIBAN(italian)) return italian
  }
  return null
}

function readBlock(statement: Statement, block: Block, mark: DecimalMark, balances: (number | null)[]): void {
  const { map, rows, isPending, currency } = block
  const column = (at: number | undefined): string[] =>
    at === undefined ? [] : rows.map(({ cells }) => cells[at] ?? '')
  const monthFirst = isMonthFirst([...column(map.booked), ...column(map.value)])
  const outs = column(map.out).filter((cell) => looksLikeAmount(cell))
  // Money out is written with or without a sign; where signs are the rule, one without is money that came back.
  const outIsSigned = outs.filter((cell) => /^\s*[-−–(]|[-−–]\s*$/.test(cell)).length > outs.length / 2
  const account = map.account === undefined ? '' : (rows[0]?.cells[map.account] ?? '').trim()
  statement.account.iban ??= ibanIn(account)
  statement.account.name ??= account || null
  for (const { row, cells } of rows) {
    const balance = balanceRow(cells, mark)
    if (balance) {
      statement[balance.which] ??= balance.cents
      continue
    }
    const line = lineOf({ row, cells }, map, { mark, monthFirst, outIsSigned, isPending, currency })
    if (!line) continue
    statement.lines.push(line)
    const running = map.balance === undefined ? null : centsAt(cells[map.balance] ?? '', mark)
    balances.push(line.status === 'booked' ? running : null)
  }
}

function balanceRow(
  cells: readonly string[],
  mark: DecimalMark,
): { which: 'opening' | 'closing'; cents: number | null } | null {
  const at = cells.findIndex((cell) => /^saldo\b|^(?:opening|closing) balance\b/.test(fold(cell.slice(0, 80))))
  if (at < 0) return null
  const words = fold((cells[at] ?? '').slice(0, 80))
  const which = openingWords.test(words) ? 'opening' : closingWords.test(words) ? 'closing' : null
  if (!which) return null
  const isCell = (cell: string): boolean => looksLikeAmount(cell) && !looksLikeDay(cell)
  const cents = amountBehind(cells, at, mark) ?? centsAt(cells.find(isCell) ?? '', mark)
  return { which, cents }
}

/** A column of running balances gives both ends, newest first or last; where a row is missing, the sum will tell. */
function byRunningBalance(statement: Statement, balances: readonly (number | null)[]): void {
  if (statement.opening !== null && statement.closing !== null) return
  const known = statement.lines.flatMap((line, at) => {
    const balance = balances[at]
    return line.cents === null || balance === null || balance === undefined ? [] : [{ line, balance, cents: net(line) }]
  })
  const booked = statement.lines.filter(({ status, cents }) => status === 'booked' && cents !== null)
  if (known.length === 0 || known.length !== booked.length) return
  const steps = (list: typeof known): number =>
    list.filter((one, at) => at > 0 && (list[at - 1]?.balance ?? 0) + one.cents === one.balance).length
  const backwards = known.toReversed()
  const ordered = steps(backwards) > steps(known) ? backwards : known
  const [first, last] = [ordered[0], ordered.at(-1)]
  statement.opening ??= first ? first.balance - first.cents : null
  statement.closing ??= last?.balance ?? null
}

const net = ({ cents, feeCents }: StatementLine): number => (cents ?? 0) + (feeCents ?? 0)
