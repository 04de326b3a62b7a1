// The agreement of a job as a paper: who, what, where, when and how; what stays between the parties. No reader finds more of the
// others on it than on their own page.
import type { PayloadRequest } from 'payload'
import type { Paper, PaperPart } from '../../../plugin/definitions/paper.js'
import { fallbackLanguage, pick } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { formatDateWithArticle } from '../../../plugin/values/dates.js'
import type { Member } from '../../members/index.js'
import { teamFor } from '../../teams/index.js'
import { clientContacts, executorContacts, executorOf, membersOf, wholeName } from '../job/people.js'
import { authorities } from '../job/standing.js'
import { isUnderWay } from '../lifecycle.js'
import { requestFacts } from '../link-words.js'
import { skillNames } from '../skill-names.js'
import type { Commission } from '../types.js'
import { noticeText, owesNotice } from './notice.js'
import { regulatedNotes } from './regulated.js'
import { reminders, toBeChecked } from './reminders.js'
import { agreementWords, taxSentences } from './words.js'

export type AgreementReader = 'client' | 'executor' | 'desk'

/** By which links ask for it. */
export const agreementName = 'agreement'

export const hasAgreement = (commission: Commission): boolean =>
  Boolean(commission.executor && commission.agreement?.at) && (isUnderWay(commission) || commission.status === 'closed')

/** Null where there is none, or not any more. */
export async function agreementPaper(
  req: PayloadRequest,
  commission: Commission,
  reader: AgreementReader,
  lang: string,
): Promise<Paper | null> {
  const at = commission.agreement?.at
  const executor = hasAgreement(commission) ? await executorOf(req, commission) : null
  if (!executor || !at) return null
  const text = pick(lang, agreementWords)
  const { name } = mokor(req.payload).options.organisation
  const trades = await skillNames(req, commission, lang)
  return {
    title: text.title(commission.reference),
    about: text.about(formatDateWithArticle('il', at, lang), name),
    reference: commission.reference,
    file: `${pick(lang, { it: 'accordo', en: 'agreement' })}-${commission.reference}`,
    lang: fallbackLanguage(lang),
    at: new Date(at),
    parts: [
      await parties(req, commission, executor, lang),
      ...(await teamPart(req, commission, lang)),
      { heading: text.job, facts: requestFacts(lang, commission, trades) },
      howAndWhen(commission, lang),
      await between(req, commission, reader, lang),
      ...noticePart(commission, wholeName(executor), trades, lang),
      ...worthKnowing(commission, reader, lang),
    ],
  }
}

async function parties(
  req: PayloadRequest,
  commission: Commission,
  executor: Member,
  lang: string,
): Promise<PaperPart> {
  const text = pick(lang, agreementWords)
  const shown = isUnderWay(commission) ? undefined : 1
  const [worker, ...contacts] = executorContacts(lang, executor).slice(0, shown)
  const partners = await membersOf(req, commission.partners ?? [])
  return {
    heading: text.parties,
    facts: [
      ...clientContacts(lang, commission).slice(0, shown),
      ...(worker ? [commission.team ? { ...worker, label: text.referent } : worker] : []),
      ...contacts,
      ...(partners.length > 0
        ? [{ label: text.together, value: [executor, ...partners].map(wholeName).join(', ') }]
        : []),
    ].map(({ label, value }) => ({ label, value })),
    paragraphs: [text.noParty(mokor(req.payload).options.organisation.name)],
  }
}

async function teamPart(req: PayloadRequest, { team }: Commission, lang: string): Promise<PaperPart[]> {
  const found = team ? await teamFor(req, team, lang) : null
  if (!found) return []
  const { name, facts, sentences } = found
  return [{ heading: pick(lang, agreementWords).team(name), facts, paragraphs: sentences }]
}

function howAndWhen(commission: Commission, lang: string): PaperPart {
  const text = pick(lang, agreementWords)
  const { taxMode, version } = commission.agreement ?? {}
  return {
    heading: text.how,
    facts: [
      { label: text.taxMode, value: pick(lang, taxSentences[taxMode ?? 'talk']) },
      { label: text.when, value: daysIn(commission, lang) },
      ...(version ? [{ label: text.rules, value: text.version(version) }] : []),
    ],
  }
}

function daysIn(commission: Commission, lang: string): string {
  const { from, to } = commission.agreement ?? {}
  const { toFix } = pick(lang, agreementWords)
  const day = (article: 'dal' | 'al' | 'il', english: string, at: string): string =>
    pick(lang, { it: '', en: english }) + formatDateWithArticle(article, at, lang)
  if (from && to) return `${day('dal', 'from ', from)} ${day('al', 'to ', to)}`
  if (from) return day('dal', 'from ', from)
  return toFix
}

async function between(
  req: PayloadRequest,
  commission: Commission,
  reader: AgreementReader,
  lang: string,
): Promise<PaperPart> {
  const text = pick(lang, agreementWords)
  const certificates = reader === 'executor' ? [] : await regulatedNotes(req, commission)
  return {
    heading: text.between,
    paragraphs: [
      text.prices,
      ...(commission.team ? [] : [text.answers]),
      ...certificates.map((note) => pick(lang, note)),
      pick(lang, authorities),
    ],
  }
}

function noticePart(commission: Commission, worker: string, trades: readonly string[], lang: string): PaperPart[] {
  if (!owesNotice(commission)) return []
  const text = pick(lang, agreementWords)
  return [
    {
      heading: text.notice,
      paragraphs: [`${text.noticeText} ${pick(lang, toBeChecked)}`],
      copy: { label: text.copy, text: noticeText(commission, worker, trades, lang) },
    },
  ]
}

/** Of their taxes and support: none of the client's business. */
function worthKnowing({ agreement }: Commission, reader: AgreementReader, lang: string): PaperPart[] {
  if (reader === 'client') return []
  const said = reminders(agreement?.taxMode ?? 'talk').map((reminder) => pick(lang, reminder))
  return said.length > 0 ? [{ heading: pick(lang, agreementWords).worth, paragraphs: said }] : []
}
