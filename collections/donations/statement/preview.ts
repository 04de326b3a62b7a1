// What bank files hold and what each line seems to be, before anything is booked: for the command and for the admin. Pure.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import { euros } from '../../../plugin/values/money.js'
import { withNoticeDetails } from './details.js'
import { keyedLines } from './keys.js'
import { parseStatement } from './parse.js'
import { problems } from './problems.js'
import type { KnownLine, ProposalKind, ProposeContext, ProposedLine } from './proposal.js'
import { proposeLines } from './propose.js'
import type { TableOptions } from './table.js'
import { type Statement, StatementError } from './types.js'

export interface StatementFile {
  name: string
  bytes: Uint8Array
}

export interface PreviewOptions extends TableOptions {
  /** IBANs of the organisation; files of others are refused. */
  accounts: readonly string[]
  /** The account of files that give no IBAN. */
  account?: string
}

/** Whether opening + lines = closing; null where the file does not give both balances. */
export interface Tally {
  adds: boolean | null
  /** Cents by which the lines fall short of the balances. */
  missingCents: number | null
  words: Localized | null
}

export interface StatementPreview extends Omit<Statement, 'lines'> {
  file: string
  tally: Tally
  /** Why none of it can be booked. */
  problem: Localized | null
  counts: Partial<Record<ProposalKind, number>>
  /** What «Registra le certe» would book; nothing where the sums are not right. */
  certain: { count: number; cents: number }
  lines: ProposedLine[]
}

export interface Preview {
  statements: StatementPreview[]
  /** Files that cannot be read. */
  problems: { file: string; row: number | null; words: Localized }[]
}

export function previewStatements(
  files: readonly StatementFile[],
  context: ProposeContext,
  options: PreviewOptions,
): Preview {
  const found: Preview = { statements: [], problems: [] }
  const read: { file: string; statement: Statement }[] = []
  for (const { name, bytes } of files) {
    try {
      for (const statement of parseStatement(bytes, options)) read.push({ file: name, statement })
    } catch (error) {
      if (!(error instanceof StatementError)) throw error
      found.problems.push({ file: name, row: error.row ?? null, words: error.words })
    }
  }
  const detailed = withNoticeDetails(read.map(({ statement }) => statement))
  const known: KnownLine[] = [...(context.known ?? [])]
  for (const [at, { file }] of read.entries()) {
    const preview = previewOf(file, detailed[at] as Statement, { ...context, known: [...known] }, options)
    found.statements.push(preview)
    for (const { keys, account, booked, cents, status } of preview.lines)
      if (status === 'booked') known.push({ keys, statement: `${file}#${at}`, account, booked, cents })
  }
  return found
}

function previewOf(
  file: string,
  statement: Statement,
  context: ProposeContext,
  { accounts, account }: PreviewOptions,
): StatementPreview {
  const { iban } = statement.account
  const isOther = iban !== null && accounts.length > 0 && !accounts.includes(iban)
  const tally = tallyOf(statement)
  const lines = isOther ? [] : proposeLines(keyedLines(statement, account), context)
  const counts: StatementPreview['counts'] = {}
  for (const { proposal } of lines) counts[proposal.kind] = (counts[proposal.kind] ?? 0) + 1
  const certain = tally.adds === false ? [] : lines.filter(({ proposal }) => proposal.kind === 'matched')
  return {
    file,
    ...statement,
    tally,
    problem: isOther ? otherAccount(iban) : statement.lines.length === 0 ? problems.noEntries() : null,
    counts,
    certain: { count: certain.length, cents: certain.reduce((sum, { cents }) => sum + (cents ?? 0), 0) },
    lines,
  }
}

const otherAccount = (iban: string): Localized =>
  localized(
    `Il file è del conto ${iban}, che non è tra quelli della rete: non si registra. Scarica i movimenti del conto giusto.`,
    `The file is of the account ${iban}, which is none of the network’s: it is not booked. Download the right account’s movements.`,
  )

/** Money that is not booked yet is in no balance. */
function tallyOf({ opening, closing, lines }: Statement): Tally {
  if (opening === null || closing === null) return { adds: null, missingCents: null, words: null }
  const booked = lines.filter(({ status }) => status === 'booked')
  const sum = booked.reduce((total, { cents, feeCents }) => total + (cents ?? 0) + (feeCents ?? 0), 0)
  const missingCents = closing - opening - sum
  if (missingCents === 0)
    return {
      adds: true,
      missingCents,
      words: localized(
        'I conti tornano: saldo iniziale, righe e saldo finale.',
        'The sums are right: opening balance, lines and closing balance.',
      ),
    }
  return {
    adds: false,
    missingCents,
    words: localized(
      `Mancano righe per ${euros(missingCents, 'it')}: forse manca un file, o il periodo è tagliato.`,
      `Lines for ${euros(missingCents, 'en')} are missing: perhaps a file is, or the period is cut.`,
    ),
  }
}
