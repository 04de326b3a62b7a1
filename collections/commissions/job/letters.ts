// How the mails of a job are written: to its client, to whoever does it, to the desk.
import type { PayloadRequest } from 'payload'
import { documentAddress } from '../../../plugin/admin/address.js'
import type { MailContent, MailContext, MailDefinition } from '../../../plugin/definitions/mail.js'
import { type Localized, pick } from '../../../plugin/i18n/localized.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { formatDateWithArticle } from '../../../plugin/values/dates.js'
import type { Member } from '../../members/index.js'
import { clientOf } from '../correspondent.js'
import type { CommissionStatus } from '../lifecycle.js'
import { readCommission } from '../reading.js'
import { type Commission, phraseFrom } from '../types.js'
import { clientCalled, executorOf, mailboxOf, wholeName } from './people.js'

export interface JobLetter {
  subject: Localized
  paragraphs: Localized[]
  action?: Localized
  footer?: Localized[]
}

/** What a letter may speak of. */
export interface JobFacts {
  reference: string
  /** The job in its client's own first words, between quotes. */
  job: Localized
  network: string
  /** First name or organisation; who they are where that cannot be read out. */
  client: Localized
  /** Whole name; empty where nobody does the work. */
  executor: string
  /** When silence closes it. */
  closing: Localized
  reason: string
  commission: Commission
  words: Readonly<Record<string, string>>
}

export type WriteJob = (facts: JobFacts) => JobLetter | null

async function factsOf({ req, words }: MailContext, commission: Commission): Promise<JobFacts> {
  const executor = await executorOf(req, commission)
  const job = phraseFrom(commission.description)
  const day = (lang: string): string =>
    commission.closesAt ? formatDateWithArticle('il', commission.closesAt, lang) : ''
  return {
    reference: commission.reference,
    job: { it: `«${job}»`, en: `“${job}”` },
    network: mokor(req.payload).options.organisation.name,
    client: clientCalled(commission),
    executor: executor ? wholeName(executor) : '',
    closing: { it: day('it'), en: day('en') },
    reason: words.reason ?? '',
    commission,
    words,
  }
}

function content(
  { lang, link }: MailContext,
  letter: JobLetter | null,
  to: Pick<MailContent, 'to'> & { name: string; hello: Localized },
): MailContent | null {
  if (!letter || (letter.action && !link)) return null
  const say = (text: Localized): string => pick(lang, text)
  const hello = say(to.hello)
  return {
    to: to.to,
    subject: say(letter.subject),
    greeting: to.name ? `${hello} ${to.name},` : `${hello},`,
    paragraphs: letter.paragraphs.map(say).filter((text) => text !== ''),
    ...(letter.action && link ? { action: { label: say(letter.action), url: link } } : {}),
    ...(letter.footer?.length ? { footer: letter.footer.map(say) } : {}),
  }
}

const isIn = (states: readonly CommissionStatus[], { status }: Commission): boolean => states.includes(status)

/** Sent only while the job is in one of the states it speaks of. */
export const toClient = (states: readonly CommissionStatus[], write: WriteJob): MailDefinition => ({
  document: 'commissions',
  async render(context) {
    const commission = await readCommission(context.req, context.target)
    const to = commission && clientOf(commission)
    if (!commission || !to || !isIn(states, commission)) return null
    return content(context, write(await factsOf(context, commission)), to)
  },
})

/** @param whom the member it goes to, from the request as it stands when the mail leaves */
export const toMember = (
  states: readonly CommissionStatus[],
  whom: (context: MailContext, commission: Commission) => Promise<Member | null>,
  write: WriteJob,
): MailDefinition => ({
  document: 'commissions',
  async render(context) {
    const commission = await readCommission(context.req, context.target)
    if (!commission || !isIn(states, commission)) return null
    const member = await whom(context, commission)
    const to = member && mailboxOf(member)
    return to ? content(context, write(await factsOf(context, commission)), to) : null
  },
})

export const toExecutor = (states: readonly CommissionStatus[], write: WriteJob): MailDefinition =>
  toMember(states, ({ req }, commission) => executorOf(req, commission), write)

/** To the desk, without names or contacts: those are read in the admin. */
export const toDesk = (write: WriteJob): MailDefinition => ({
  document: 'commissions',
  toDesk: true,
  async render(context) {
    const { req, target, lang } = context
    const commission = await readCommission(req, target)
    const letter = commission && write(await factsOf(context, commission))
    if (!letter) return null
    const { organisation } = mokor(req.payload).options
    return {
      to: { address: organisation.email, name: organisation.name },
      subject: pick(lang, letter.subject),
      paragraphs: letter.paragraphs.map((text) => pick(lang, text)),
      action: { label: pick(lang, { it: 'Apri la richiesta', en: 'Open the request' }), url: adminUrl(req, target) },
    }
  },
})

function adminUrl(req: PayloadRequest, id: string): string {
  const { publicUrl } = mokor(req.payload).options
  return publicUrl + documentAddress(req.payload.config.routes.admin, slugOf(req.payload, 'commissions'), id)
}
