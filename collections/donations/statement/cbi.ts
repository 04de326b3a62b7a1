// Reads CBI's account reports of fixed records (RH, 61 to 64, EF): several blocks and accounts a file, two dialects of the text. Pure.
import { isValidIBAN } from 'ibantools'
import { centsAt } from './amounts.js'
import { dayFrom, shortDay } from './days.js'
import { lineProblems, problems } from './problems.js'
import { type Day, emptyPayer, type Statement, type StatementLine } from './types.js'

const record = /^ ?(RH|EF|6[1-5])/

export const looksLikeCbi = (text: string): boolean => {
  const lines = text
    .slice(0, 2000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  return /^ ?RH[\dA-Z]/.test(lines[0] ?? '') || /^ ?61\d{7}/.test(lines[0] ?? '')
}

interface Open {
  statement: Statement
  movement?: { row: number; records: string[]; line: StatementLine }
}

export function parseCbi(text: string): Statement[] {
  const found: Statement[] = []
  let open: Open | undefined
  let records = 0
  const close = (): void => {
    if (open?.movement) finishMovement(open.movement)
    if (open) delete open.movement
  }
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const row = index + 1
    if (raw.trim() === '' || raw.charCodeAt(0) === 0x1a) continue
    if (!record.test(raw)) throw problems.brokenRecord(row)
    // Positions count from behind the leading blank, which editors tend to take away.
    const line = raw.replace(/^ /, '')
    const kind = line.slice(0, 2)
    if (kind === 'RH') records = 0
    records++
    if (kind === '61') {
      close()
      open = { statement: opened(line, row) }
      found.push(open.statement)
    } else if (kind === '62') {
      close()
      if (!open) throw problems.brokenRecord(row)
      const movement = { row, records: [], line: movementOf(line, row, open.statement) }
      open.statement.lines.push(movement.line)
      open.movement = movement
    } else if (kind === '63') {
      if (!open?.movement) throw problems.brokenRecord(row)
      open.movement.records.push(line.slice(12))
    } else if (kind === '64') {
      close()
      if (!open) throw problems.brokenRecord(row)
      closed(open.statement, line, row)
      open = undefined
    } else if (kind === 'EF') {
      close()
      open = undefined
      const said = /^\d{7}$/.exec(line.slice(81, 88))?.[0]
      // Some banks do not count the two around.
      if (said && ![records, records - 2].includes(Number(said)))
        throw problems.missingRecords(row, Number(said), records)
    }
  }
  close()
  return found
}

function amountAt(line: string, from: number, row: number): number {
  const cents = centsAt(line.slice(from, from + 15), ',')
  if (cents === null) throw problems.brokenRecord(row)
  return cents
}

const signed = (cents: number, sign: string | undefined): number => (sign === 'D' && cents > 0 ? -cents : cents)

function opened(line: string, row: number): Statement {
  const domestic = line.slice(50, 73).replace(/\s/g, '')
  const iban = (line.slice(98, 102).trim() + domestic).toUpperCase()
  const day = shortDay(line.slice(76, 82))
  return {
    format: 'cbi',
    account: {
      iban: isValidIBAN(iban) ? iban : null,
      name: domestic || null,
      currency: line.slice(73, 76).trim() || null,
    },
    from: day,
    to: day,
    opening: signed(amountAt(line, 83, row), line[82]),
    closing: null,
    lines: [],
  }
}

function closed(statement: Statement, line: string, row: number): void {
  statement.closing = signed(amountAt(line, 19, row), line[18])
  statement.to = shortDay(line.slice(12, 18)) ?? statement.to
}

function movementOf(line: string, row: number, { account }: Statement): StatementLine {
  if (line.length < 40 || !/^[CD]$/.test(line[24] ?? '')) throw problems.brokenRecord(row)
  const booked = shortDay(line.slice(12, 18))
  return {
    row,
    booked,
    value: shortDay(line.slice(18, 24)),
    ordered: null,
    cents: signed(amountAt(line, 25, row), line[24]),
    currency: account.currency ?? 'EUR',
    status: 'booked',
    returned: null,
    payer: emptyPayer(),
    text: line.slice(85).trim(),
    references: [],
    bankRef: line.slice(60, 76).trim() || null,
    code: line.slice(40, 42).trim() || null,
    ...(booked ? {} : { problem: lineProblems.day(row, line.slice(12, 18)) }),
  }
}

/** `63` records say who paid and what for: by qualifiers that run on over records, or a record for each part. */
function finishMovement({ records, line }: { records: string[]; line: StatementLine }): void {
  const joined = records.map((text) => text.trimEnd()).join('')
  if (/:[A-Z][A-Z0-9]{2}:/.test(joined)) byQualifiers(joined, line)
  else byRecords(records, line)
  if (/\b(?:storno|stornato|insoluto|richiamo|recall)\b/i.test(line.text)) line.returned ??= 'STORNO'
  line.text = line.text.replace(/\s+/g, ' ').trim()
}

const notGiven = /^(?:not\s?provided|-*)$/i

function byQualifiers(joined: string, line: StatementLine): void {
  const [before = '', ...parts] = joined.split(/:([A-Z][A-Z0-9]{2}):/)
  const texts = [line.text, before]
  const said = new Map<string, string>()
  for (let at = 0; at < parts.length; at += 2) {
    const [name = '', text = ''] = parts.slice(at, at + 2)
    said.set(name, (said.get(name) ?? '') + text)
  }
  const known = new Set(['E2E', 'OR1', 'IB2', 'ICO', 'TID', 'RI3'])
  const get = (name: string): string | null => said.get(name)?.trim() || null
  line.payer = { name: get('OR1'), iban: get('IB2'), taxCode: get('ICO') }
  line.references = [get('E2E')].filter((text): text is string => text !== null && !notGiven.test(text))
  line.bankRef = get('TID') ?? line.bankRef
  line.text = [...texts, get('RI3') ?? '', ...[...said].filter(([name]) => !known.has(name)).map(([, text]) => text)]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' ')
}

function byRecords(records: string[], line: StatementLine): void {
  const texts: string[] = [line.text]
  let remittance = ''
  for (const text of records) {
    const [kind, rest] = [text.slice(0, 3), text.slice(3)]
    if (kind === 'YYY') orderedBy(rest, line)
    else if (kind === 'YY2') line.payer.iban ??= /[A-Z]{2}\d{2}[A-Z0-9]{11,30}/.exec(rest)?.[0] ?? null
    else if (kind === 'ID1')
      line.references.push(
        ...rest
          .split(/\s{2,}/)
          .map((part) => part.trim())
          .filter((part) => !notGiven.test(part)),
      )
    else if (kind === 'RI1' || kind === 'RI2') remittance += rest.trimEnd()
    else texts.push(text)
  }
  line.text = [...texts, remittance]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' ')
}

function orderedBy(rest: string, line: StatementLine): void {
  const day = /^(\d\d)(\d\d)(\d{4})/.exec(rest)
  const ordered = day ? dayFrom(Number(day[3]), Number(day[2]), Number(day[1])) : null
  if (ordered && isShortlyBefore(ordered, line.booked)) line.ordered = ordered
  const behind = day ? rest.slice(8) : rest
  const taxCode = /^\s*([A-Z]{6}[0-9A-Z]{10}|\d{11})\s/.exec(behind)
  line.payer.taxCode = taxCode?.[1] ?? null
  line.payer.name =
    behind
      .slice(taxCode?.[0].length ?? 0)
      .trim()
      .split(/\s{2,}/)[0] || null
}

/** A day of the order that lies years away, or after the booking, is something else. */
const isShortlyBefore = (ordered: Day, booked: Day | null): boolean =>
  booked !== null && ordered <= booked && Date.parse(booked) - Date.parse(ordered) < 31 * 86_400_000
