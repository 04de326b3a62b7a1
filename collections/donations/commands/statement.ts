// Reads bank files and says what each line seems to be; books nothing.
import fs from 'node:fs/promises'
import path from 'node:path'
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import type { Payload } from 'payload'
import { Usage } from '../../../plugin/commands/command.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { proposalLabels } from '../statement/labels.js'
import { statementLimits } from '../statement/limits.js'
import { type Preview, type PreviewOptions, previewStatements, type StatementFile } from '../statement/preview.js'
import { problems } from '../statement/problems.js'
import type { ProposeContext } from '../statement/proposal.js'
import { type ColumnRole, columnRoles, StatementError } from '../statement/types.js'
import type { Donation } from '../types.js'

const usage =
  'Usage: payload mokor:statement FILE… [--account IBAN] [--columns "booked=Data;amount=Importo;text=Causale,Note"] [--decimal , or .] [--lang it or en]'

export interface StatementCommand {
  files: string[]
  lang: 'it' | 'en'
  account?: string
  columns?: Partial<Record<ColumnRole, string>>
  decimal?: ',' | '.'
}

/** @throws Usage naming the word that is not understood */
export function readStatementWords(words: string[]): StatementCommand {
  const asked: StatementCommand = { files: [], lang: 'it' }
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('--')) {
      asked.files.push(word)
      continue
    }
    const value = rest.shift()
    if (value === undefined) throw new Usage(`mokor:statement: ${word} needs a value. ${usage}`)
    if (word === '--lang' && (value === 'it' || value === 'en')) asked.lang = value
    else if (word === '--decimal' && (value === ',' || value === '.')) asked.decimal = value
    else if (word === '--account') asked.account = ibanOf(value)
    else if (word === '--columns') asked.columns = columnsOf(value)
    else throw new Usage(`mokor:statement does not know ${word} ${value}. ${usage}`)
  }
  if (asked.files.length === 0) throw new Usage(usage)
  return asked
}

function ibanOf(value: string): string {
  const iban = electronicFormatIBAN(value) ?? ''
  if (!isValidIBAN(iban)) throw new Usage(`mokor:statement: «${value}» is no IBAN. ${usage}`)
  return iban
}

function columnsOf(value: string): Partial<Record<ColumnRole, string>> {
  const columns: Partial<Record<ColumnRole, string>> = {}
  for (const part of value.split(';').filter((text) => text.trim() !== '')) {
    const [role = '', ...names] = part.split('=')
    const known = columnRoles.find((one) => one === role.trim())
    if (!known || names.join('=').trim() === '')
      throw new Usage(`mokor:statement: «${part}» is no column. Known are ${columnRoles.join(', ')}. ${usage}`)
    columns[known] = names.join('=').trim()
  }
  return columns
}

export async function previewFiles(payload: Payload, asked: StatementCommand): Promise<Preview> {
  const { iban } = mokor(payload).options.organisation
  const { account, columns, decimal } = asked
  const options: PreviewOptions = {
    accounts: [...new Set([iban, account].flatMap((one) => one ?? []))],
    ...(account ? { account } : {}),
    ...(columns ? { columns } : {}),
    ...(decimal ? { decimal } : {}),
  }
  const files: StatementFile[] = []
  const unread: Preview['problems'] = []
  for (const file of asked.files) {
    try {
      files.push({ name: path.basename(file), bytes: await fileWithin(file) })
    } catch (error) {
      if (!(error instanceof StatementError)) throw error
      unread.push({ file: path.basename(file), row: null, words: error.words })
    }
  }
  const preview = previewStatements(files, await contextOf(payload), options)
  return { ...preview, problems: [...unread, ...preview.problems] }
}

async function fileWithin(file: string): Promise<Uint8Array> {
  const found = await fs.stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Usage(`mokor:statement: there is no file «${file}». ${usage}`)
  if (found.size > statementLimits.bytes) throw problems.tooLarge(statementLimits.bytes / 1024 / 1024)
  return fs.readFile(file)
}

/** Pledges of the site, and what was marked arrived by hand. */
export async function contextOf(payload: Payload): Promise<ProposeContext> {
  const { docs } = await payload.find({
    collection: slugOf(payload, 'donations'),
    pagination: false,
    depth: 0,
    // The command is run by whoever runs the site.
    overrideAccess: true,
  })
  const donations = docs as unknown as Donation[]
  const day = (at: string): string => dayInItaly(new Date(at))
  return {
    pledges: donations.map(({ id, reference, amountCents, frequency, status, donor, receivedCents, receivedAt }) => ({
      id: String(id),
      reference,
      amountCents,
      frequency,
      status,
      donorName: donor?.name ?? null,
      receivedCents: status === 'received' ? (receivedCents ?? amountCents) : (receivedCents ?? 0),
      receivedOn: receivedAt ? day(receivedAt) : null,
    })),
    byHand: donations.flatMap(({ id, status, receivedAt, receivedCents, amountCents }) =>
      status === 'received' && receivedAt
        ? [{ donation: String(id), on: day(receivedAt), cents: receivedCents ?? amountCents }]
        : [],
    ),
  }
}

/** As printed: amounts in cents, words in one language. */
export function printable({ statements, problems: unread }: Preview, lang: 'it' | 'en'): object {
  return {
    booked: 0,
    problems: unread.map(({ words, ...rest }) => ({ ...rest, problem: pick(lang, words) })),
    statements: statements.map(({ lines, problem, tally, ...statement }) => ({
      ...statement,
      tally: { ...tally, words: tally.words && pick(lang, tally.words) },
      problem: problem && pick(lang, problem),
      lines: lines.map(({ proposal, problem: own, ...line }) => ({
        ...line,
        ...(own ? { problem: pick(lang, own) } : {}),
        proposal: {
          ...proposal,
          label: pick(lang, proposalLabels[proposal.kind]),
          reasons: proposal.reasons.map((reason) => pick(lang, reason)),
        },
      })),
    })),
  }
}
