// Reads the first filled sheet of an XLSX file into rows of text cells: formulas by the value they were saved with, never computed. Pure.
import { SaxesParser } from 'saxes'
import { statementLimits } from './limits.js'
import { problems } from './problems.js'
import { StatementError, type TableRow } from './types.js'
import { openZip } from './zip.js'

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

interface Handlers {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (piece: string) => void
  close?: (name: string) => void
}

function walk(content: Buffer, { open, text, close }: Handlers): void {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', () => {
    throw problems.brokenZip()
  })
  parser.on('doctype', () => {
    throw problems.doctype(parser.line)
  })
  if (open) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes as Record<string, string>))
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', ({ name }) => close(local(name)))
  try {
    // In pieces, so that a sheet of too many rows ends early.
    const whole = content.toString('utf8').replace(/^\uFEFF/, '')
    for (let at = 0; at < whole.length; at += 65_536) parser.write(whole.slice(at, at + 65_536))
    parser.close()
  } catch (error) {
    throw error instanceof StatementError ? error : problems.brokenZip()
  }
}

export function xlsxRows(bytes: Uint8Array): TableRow[] {
  const zip = openZip(bytes)
  const sheets = zip.names
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  if (sheets.length === 0) throw problems.noSheet()
  const shared = sharedStrings(zip.read('xl/sharedStrings.xml'))
  const dates = dateStyles(zip.read('xl/styles.xml'))
  const since1904 = /date1904="(?:1|true)"/.test(zip.read('xl/workbook.xml')?.toString('utf8') ?? '')
  for (const name of sheets) {
    const rows = sheetRows(zip.read(name) as Buffer, shared, dates, since1904)
    if (rows.filter(({ cells }) => cells.some((cell) => cell !== '')).length > 1) return rows
  }
  throw problems.noSheet()
}

function sharedStrings(content: Buffer | null): string[] {
  const found: string[] = []
  if (!content) return found
  let piece = ''
  let isText = false
  let phonetic = 0
  walk(content, {
    open(name) {
      if (name === 'si') piece = ''
      if (name === 'rPh') phonetic++
      isText = name === 't' && phonetic === 0
    },
    text(more) {
      if (isText) piece += more
    },
    close(name) {
      if (name === 'si') found.push(piece)
      if (name === 'rPh') phonetic--
      isText = false
    },
  })
  return found
}

/** Numbers of the cell styles that show a day. */
function dateStyles(content: Buffer | null): Set<number> {
  const found = new Set<number>()
  if (!content) return found
  const formats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57])
  let inCells = false
  let style = 0
  walk(content, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      const code = (attributes.formatCode ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      if (name === 'numFmt' && /[dy]/i.test(code)) formats.add(Number(attributes.numFmtId))
      if (name === 'xf' && inCells) {
        if (formats.has(Number(attributes.numFmtId))) found.add(style)
        style++
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return found
}

function sheetRows(content: Buffer, shared: string[], dates: Set<number>, since1904: boolean): TableRow[] {
  const rows: TableRow[] = []
  let cells: string[] = []
  let row = 0
  let cell = { column: 0, kind: '', style: 0, text: '' }
  let isValue = false
  walk(content, {
    open(name, attributes) {
      if (name === 'row') {
        cells = []
        row = Number(attributes.r) || row + 1
      } else if (name === 'c') {
        const column = columnOf(attributes.r)
        cell = { column: column ?? cells.length, kind: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' }
      }
      isValue = name === 'v' || (name === 't' && cell.kind === 'inlineStr')
    },
    text(piece) {
      if (isValue && cell.text.length < 32_768) cell.text += piece
    },
    close(name) {
      isValue = false
      if (name === 'c' && cell.column < 256) {
        while (cells.length < cell.column) cells.push('')
        cells[cell.column] = cellText(cell, shared, dates, since1904)
      } else if (name === 'row') {
        rows.push({ row, cells })
        if (rows.length > statementLimits.rows + 200) throw problems.tooManyRows(statementLimits.rows)
      }
    },
  })
  return rows
}

/** @example columnOf('C7') // 2 */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellText(
  { kind, style, text }: { kind: string; style: number; text: string },
  shared: string[],
  dates: Set<number>,
  since1904: boolean,
): string {
  if (kind === 's') return shared[Number(text)] ?? ''
  if (kind !== 'n') return text
  if (text === '' || !Number.isFinite(Number(text))) return text
  if (dates.has(style)) return serialDay(Number(text), since1904) ?? text
  return plainNumber(Number(text))
}

/** Days are counted from 30 December 1899: Excel takes 1900 for a leap year. */
function serialDay(serial: number, since1904: boolean): string | null {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0)
  if (days < 1 || days > 2_900_000) return null
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A number as the cell shows it: `-2.4` was stored as -2.3999999999999999; more than cents stays to be seen. */
function plainNumber(number: number): string {
  const cents = Math.round(number * 100) / 100
  return Math.abs(number - cents) < 1e-6 ? cents.toFixed(2).replace(/\.00$/, '') : String(number)
}
