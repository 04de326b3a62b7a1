// Reads ISO 20022 account reports (camt.052, .053, .054 of every version, also in CBI's wrapper) by the local names of their elements. Pure.
import { isValidIBAN } from 'ibantools'
import { SaxesParser } from 'saxes'
import { type CamtNode, camtEntry, dayIn, signedIn } from './camt-entry.js'
import { statementLimits } from './limits.js'
import { problems } from './problems.js'
import { type Statement, StatementError, type StatementFormat } from './types.js'

/** Elements that hold one account's report. */
const reports: Record<string, StatementFormat> = { Rpt: 'camt.052', Stmt: 'camt.053', Ntfctn: 'camt.054' }

export const looksLikeXml = (text: string): boolean => /^\s*</.test(text)

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export function parseCamt(text: string): Statement[] {
  const found: Statement[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })
  const path: CamtNode[] = []
  let report: Statement | undefined
  let entries = 0
  let isCamt = false
  const row = (): number => parser.line

  parser.on('error', () => {
    throw problems.brokenXml(row())
  })
  parser.on('doctype', () => {
    throw problems.doctype(row())
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: CamtNode = { name: localName(name), row: row(), text: '', children: [], currency: null }
    const currency = attributes.Ccy
    if (typeof currency === 'string') node.currency = currency.trim() || null
    const above = path.at(-1)
    const isReport = reports[node.name] !== undefined && above !== undefined && /^BkToCstmr/.test(above.name)
    if (/^BkToCstmr/.test(node.name)) isCamt = true
    if (isReport) {
      report = blank(reports[node.name] as StatementFormat)
      found.push(report)
    } else if (report && above && !(reports[above.name] && node.name === 'Ntry')) above.children.push(node)
    if (report && node.name === 'Ntry' && ++entries > statementLimits.entries)
      throw problems.tooManyEntries(statementLimits.entries)
    if (path.length > 60) throw problems.brokenXml(row())
    path.push(node)
  })
  parser.on('text', (piece) => {
    const node = path.at(-1)
    if (node && report && node.text.length < 4000) node.text += piece
  })
  parser.on('cdata', (piece) => {
    const node = path.at(-1)
    if (node && report) node.text += piece.slice(0, 4000)
  })
  parser.on('closetag', () => {
    const node = path.pop()
    if (!node || !report) return
    // Entries are read as they end, so that a file's tree is never held whole.
    if (node.name === 'Ntry' && reports[path.at(-1)?.name ?? '']) report.lines.push(...camtEntry(node, report))
    else if (reports[node.name] === report.format && /^BkToCstmr/.test(path.at(-1)?.name ?? '')) {
      finish(report, node)
      report = undefined
    } else if (node.name === 'Acct' && reports[path.at(-1)?.name ?? '']) readAccount(report, node)
  })

  try {
    parser.write(text).close()
  } catch (error) {
    throw error instanceof StatementError ? error : problems.brokenXml(row())
  }
  if (!isCamt) throw problems.noCamt()
  if (found.length === 0) throw problems.noReport()
  return found
}

const blank = (format: StatementFormat): Statement => ({
  format,
  account: { iban: null, name: null, currency: null },
  from: null,
  to: null,
  opening: null,
  closing: null,
  lines: [],
})

const child = ({ children }: CamtNode, name: string): CamtNode | undefined =>
  children.find((node) => node.name === name)

const textAt = (node: CamtNode | undefined, ...names: string[]): string | null => {
  let at = node
  for (const name of names) at = at && child(at, name)
  return at?.text.trim() || null
}

function readAccount(report: Statement, account: CamtNode): void {
  const id = child(account, 'Id')
  const other = textAt(id, 'Othr', 'Id') ?? textAt(id, 'PrtryAcct', 'Id') ?? ''
  report.account = {
    // Some banks write the IBAN where other numbers go.
    iban: textAt(id, 'IBAN')?.replace(/\s/g, '').toUpperCase() ?? (isValidIBAN(other) ? other : null),
    name:
      textAt(id, 'Othr', 'Id') ?? textAt(id, 'PrtryAcct', 'Id') ?? textAt(id, 'BBAN') ?? textAt(account, 'Nm') ?? null,
    currency: textAt(account, 'Ccy'),
  }
}

/** Balances at the start and end of booked money, the best first. */
const openings = ['OPBD', 'PRCD']
const closings = ['CLBD']

function finish(report: Statement, node: CamtNode): void {
  const balances = node.children
    .filter(({ name }) => name === 'Bal')
    .map((balance) => {
      const kind = child(balance, 'Tp')
      return {
        code: textAt(kind, 'CdOrPrtry', 'Cd') ?? textAt(kind, 'Cd') ?? '',
        cents: signedIn(balance),
        currency: child(balance, 'Amt')?.currency ?? null,
        day: dayIn(child(balance, 'Dt')),
      }
    })
  const byCode = (codes: string[]) =>
    codes.map((code) => balances.find((balance) => balance.code === code)).find((balance) => balance !== undefined)
  const [opening, closing] = [byCode(openings), byCode(closings)]
  const currency = report.account.currency ?? opening?.currency ?? null
  report.account.currency = currency
  // A balance in another currency is none of this account.
  const own = (balance: typeof opening): number | null =>
    balance && (balance.currency === null || balance.currency === currency) ? balance.cents : null
  report.opening = own(opening)
  report.closing = own(closing)
  const days = report.lines.flatMap(({ booked }) => booked ?? [])
  const span = child(node, 'FrToDt')
  report.from = dayIn(span && child(span, 'FrDtTm')) ?? opening?.day ?? days.toSorted()[0] ?? null
  report.to = dayIn(span && child(span, 'ToDtTm')) ?? closing?.day ?? days.toSorted().at(-1) ?? null
  signsByBalance(report)
}

/**
 * Banks differ in what the sign of a reversal means: the money's way, or that of the payment it takes back. Where the balances only
 * tally with the other reading, that one holds.
 */
function signsByBalance({ opening, closing, lines }: Statement): void {
  const reversed = lines.filter(({ returned }) => returned === 'RVSL')
  if (opening === null || closing === null || reversed.length === 0) return
  const sum = (of: typeof lines): number =>
    of.reduce((total, { cents, status }) => total + (status === 'booked' ? (cents ?? 0) : 0), 0)
  const gap = closing - opening - sum(lines)
  if (gap === 0 || gap !== -2 * sum(reversed)) return
  for (const line of reversed) if (line.cents !== null) line.cents = -line.cents
}
