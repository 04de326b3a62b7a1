// One entry of an ISO 20022 report: its lines, one for each payment where the bank details them. Pure.
import { centsAt } from './amounts.js'
import { isoDay } from './days.js'
import { lineProblems } from './problems.js'
import type { Day, Payer, Statement, StatementLine } from './types.js'

export interface CamtNode {
  /** Without its prefix. */
  name: string
  row: number
  text: string
  children: CamtNode[]
  /** Of an amount. */
  currency: string | null
}

const named = (node: CamtNode | undefined, name: string): CamtNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

const at = (node: CamtNode | undefined, ...names: string[]): CamtNode | undefined =>
  names.reduce<CamtNode | undefined>((found, name) => named(found, name)[0], node)

const text = (node: CamtNode | undefined): string | null => node?.text.replace(/\s+/g, ' ').trim() || null

/** All of that name below, at any depth. */
function within(node: CamtNode | undefined, name: string): CamtNode[] {
  return (node?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)])
}

/** A day given alone or with a time. */
export const dayIn = (node: CamtNode | undefined): Day | null => {
  if (!node) return null
  return isoDay(text(at(node, 'Dt')) ?? text(at(node, 'DtTm')) ?? node.text)
}

/** The amount with the sign of its mark. */
export function signedIn(node: CamtNode, amount = at(node, 'Amt')): number | null {
  const cents = centsAt(amount?.text ?? '', '.')
  return cents === null ? null : text(at(node, 'CdtDbtInd')) === 'DBIT' && cents > 0 ? -cents : cents
}

const statusOf = (entry: CamtNode, { format }: Statement): StatementLine['status'] => {
  const code = text(at(entry, 'Sts', 'Cd')) ?? text(at(entry, 'Sts')) ?? 'BOOK'
  // A report within the day, or a mere notice, is followed by the statement, which books.
  if (format !== 'camt.053') return 'info'
  return code === 'BOOK' ? 'booked' : code === 'PDNG' || code === 'FUTR' ? 'pending' : 'info'
}

export function camtEntry(entry: CamtNode, report: Statement): StatementLine[] {
  const amount = at(entry, 'Amt')
  const cents = signedIn(entry)
  const details = named(entry, 'NtryDtls').flatMap((node) => named(node, 'TxDtls'))
  const bookedOn = at(entry, 'BookgDt')
  const booked = dayIn(bookedOn)
  const code =
    text(at(entry, 'BkTxCd', 'Prtry', 'Cd')) ??
    (['Cd', 'Fmly/Cd', 'Fmly/SubFmlyCd']
      .flatMap((path) => text(at(entry, 'BkTxCd', 'Domn', ...path.split('/'))) ?? [])
      .join('-') ||
      null)
  const reversed = text(at(entry, 'RvslInd')) === 'true' || text(at(entry, 'RvslInd')) === '1'
  const bankRef = text(at(entry, 'AcctSvcrRef'))
  const whole: StatementLine = {
    row: entry.row,
    booked,
    value: dayIn(at(entry, 'ValDt')),
    ordered: null,
    cents,
    currency: amount?.currency ?? report.account.currency ?? 'EUR',
    status: statusOf(entry, report),
    returned: reversed ? 'RVSL' : null,
    payer: { name: null, iban: null, taxCode: null },
    text: '',
    references: [],
    bankRef,
    code,
  }
  if (cents === null) whole.problem = lineProblems.amount(entry.row, amount?.text.trim().slice(0, 40) ?? '')
  else if (bookedOn && !booked)
    whole.problem = lineProblems.day(entry.row, (text(bookedOn) ?? text(bookedOn.children[0]) ?? '').slice(0, 40))
  const additional = text(at(entry, 'AddtlNtryInf'))
  if (details.length <= 1) return [withDetails(whole, details[0], additional)]
  const parts = details.map((detail) => partOf(whole, detail))
  const sum = parts.reduce((total, { cents: part }) => total + (part ?? Number.NaN), 0)
  if (cents !== null && sum === cents)
    // Each needs a key of its own, and shares the entry's id with the others.
    return parts.map((part, index) => ({
      ...part,
      bankRef: part.bankRef !== bankRef ? part.bankRef : bankRef && `${bankRef}/${index + 1}`,
    }))
  const texts = [additional, ...parts.map((part) => part.text)].filter(Boolean).join(' ')
  return [
    {
      ...whole,
      text: texts.slice(0, 2000),
      references: parts.flatMap(({ references }) => references),
      problem: whole.problem ?? lineProblems.details(entry.row),
    },
  ]
}

/** A payment among several: its own amount, and the entry's days. The entry's own text is on none of them. */
function partOf(whole: StatementLine, detail: CamtNode): StatementLine {
  const amount = at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt') ?? at(detail, 'AmtDtls', 'InstdAmt', 'Amt')
  const cents = centsAt(amount?.text ?? '', '.')
  const mark = text(at(detail, 'CdtDbtInd'))
  const negative = mark ? mark === 'DBIT' : (whole.cents ?? 0) < 0
  const line = withDetails(whole, detail, null)
  return {
    ...line,
    row: detail.row,
    cents: cents === null || (amount?.currency ?? whole.currency) !== whole.currency ? null : negative ? -cents : cents,
  }
}

function withDetails(whole: StatementLine, detail: CamtNode | undefined, additional: string | null): StatementLine {
  const incoming = (whole.cents ?? 0) >= 0
  const refs = at(detail, 'Refs')
  const remittance = at(detail, 'RmtInf')
  const texts = [
    ...named(remittance, 'Ustrd').map(text),
    ...within(remittance, 'AddtlRmtInf').map(text),
    text(at(detail, 'AddtlTxInf')),
    additional,
  ]
  const given = [
    ...within(remittance, 'CdtrRefInf')
      .flatMap((node) => [...named(node, 'Ref'), ...named(node, 'CdtrRef')])
      .map(text),
    text(at(refs, 'EndToEndId')),
  ]
  const reason = text(at(detail, 'RtrInf', 'Rsn', 'Cd')) ?? text(at(detail, 'RtrInf', 'RtrRsn', 'Cd'))
  return {
    ...whole,
    returned: whole.returned ?? reason ?? (at(detail, 'RtrInf') ? 'RTR' : null),
    ordered: dayIn(at(detail, 'RltdDts', 'AccptncDtTm')),
    payer: partyOf(at(detail, 'RltdPties'), incoming),
    text: texts.filter(Boolean).join(' ').slice(0, 2000),
    references: [
      ...new Set(given.filter((one): one is string => one !== null && !/^(?:not\s?provided|-+)$/i.test(one))),
    ],
    bankRef: text(at(refs, 'AcctSvcrRef')) ?? whole.bankRef,
  }
}

/** Whoever stands on the other side of the account. */
function partyOf(parties: CamtNode | undefined, incoming: boolean): Payer {
  const [person, account] = incoming ? ['Dbtr', 'DbtrAcct'] : ['Cdtr', 'CdtrAcct']
  const ultimate = at(parties, incoming ? 'UltmtDbtr' : 'UltmtCdtr')
  const direct = at(parties, person as string)
  const name = (node: CamtNode | undefined): string | null => text(at(node, 'Nm')) ?? text(at(node, 'Pty', 'Nm'))
  const ids = within(direct, 'Othr').flatMap((node) => text(at(node, 'Id')) ?? [])
  return {
    name: name(direct) ?? name(ultimate),
    iban:
      text(at(parties, account as string, 'Id', 'IBAN'))
        ?.replace(/\s/g, '')
        .toUpperCase() ?? null,
    taxCode: ids.find((id) => /^(?:[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|\d{11})$/i.test(id))?.toUpperCase() ?? null,
  }
}
