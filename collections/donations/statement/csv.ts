// Reads delimited text into rows of cells, whatever its separator. Pure.
import { CsvError, parse } from 'csv-parse/sync'
import { statementLimits } from './limits.js'
import { problems } from './problems.js'
import type { TableRow } from './types.js'

const separators = [';', '\t', ',', '|'] as const

export function csvRows(text: string): TableRow[] {
  const delimiter = separatorOf(text)
  if (countLines(text) > statementLimits.rows + 200) throw problems.tooManyRows(statementLimits.rows)
  try {
    return read(text, delimiter, '"')
  } catch (error) {
    // Some banks write a quotation mark in the middle of a text: then none of them means anything.
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw problems.brokenCsv(quoteLine(text, error))
    return read(text, delimiter, null)
  }
}

function read(text: string, delimiter: string, quote: '"' | null): TableRow[] {
  const records = parse(text, {
    delimiter,
    quote,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    info: true,
    max_record_size: 64 * 1024,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  return records.map(({ record, info }) => ({ row: info.lines, cells: record }))
}

const quoteLine = (text: string, error: CsvError): number =>
  typeof error.lines === 'number' ? error.lines : countLines(text)

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** The separator that most lines hold in equal number; a decimal comma must not win over a semicolon. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200)
    .map((line) => line.replace(/"[^"]*"/g, '""'))
  const score = (separator: string): number => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(separator).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...[...counts].map(([count, times]) => times * Math.min(count, 12)))
  }
  const best = separators.reduce((one, other) => (score(other) > score(one) * 1.2 ? other : one))
  const semicolons = lines.filter((line) => line.includes(';')).length
  return best === ',' && semicolons > lines.length * 0.6 ? ';' : best
}
