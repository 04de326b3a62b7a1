// Reads a bank's file of any known kind: finds out which it is, keeps to the limits, and says what is wrong. Pure.
import { looksLikeXml, parseCamt } from './camt.js'
import { looksLikeCbi, parseCbi } from './cbi.js'
import { csvRows } from './csv.js'
import { decoded } from './decode.js'
import { statementLimits } from './limits.js'
import { problems } from './problems.js'
import { parseTable, type TableOptions } from './table.js'
import type { Statement } from './types.js'
import { xlsxRows } from './xlsx.js'
import { looksLikeZip } from './zip.js'

/**
 * CBI and CAMT files may hold several accounts, so several statements.
 * @throws StatementError when the file cannot be read; its words name the line and what to do
 */
export function parseStatement(bytes: Uint8Array, options: TableOptions = {}): Statement[] {
  if (bytes.length > statementLimits.bytes) throw problems.tooLarge(statementLimits.bytes / 1024 / 1024)
  if (bytes.length === 0) throw problems.empty()
  if (looksLikeZip(bytes)) return [parseTable(xlsxRows(bytes), 'xlsx', options)]
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw problems.oldExcel()
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw problems.pdf()
  const text = decoded(bytes)
  if (text.trim() === '') throw problems.empty()
  if (text.slice(0, 4000).includes('\0')) throw problems.unknownFormat()
  if (looksLikeXml(text)) return parseCamt(text)
  if (looksLikeCbi(text)) return parseCbi(text)
  return [parseTable(csvRows(text), 'csv', options)]
}

const startsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((byte, at) => bytes[at] === byte)
