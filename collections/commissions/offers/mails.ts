// Mails about offers: to the members who are asked, to the client, to the desk.
import type { PayloadRequest } from 'payload'
import { documentAddress } from '../../../plugin/admin/address.js'
import type { MailContent, MailContext, MailDefinition } from '../../../plugin/definitions/mail.js'
import type { PanelMail } from '../../../plugin/desk/index.js'
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import { roundOf } from '../../../plugin/lifecycle/timeline.js'
import { plainName } from '../../../plugin/mail/plain-name.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { formatDeadline } from '../../../plugin/values/dates.js'
import { type Member, personOf, readMember } from '../../members/index.js'
import { helpedName } from '../job/people.js'
import { readCommission } from '../reading.js'
import type { Commission } from '../types.js'
import {
  agreedLetter,
  type ClientLetter,
  choiceLetter,
  nobodyLetter,
  offeredLetter,
  referredLetter,
} from './client-letters.js'
import { executorAgreed } from './executor-mail.js'
import { factsFor, type OfferFacts } from './facts.js'
import {
  type OfferLetter,
  type OfferLetterFacts,
  offerPassed,
  offerRecalled,
  offerReminder,
  offerSent,
  type WriteOffer,
} from './letters.js'
import type { OfferStatus } from './lifecycle.js'
import { readOffer } from './read.js'
import type { Offer } from './types.js'

/** What stands in the way of a mail to a member is mended in their own document. */
const opensMember: NonNullable<MailDefinition['opens']> = async (req, target) => {
  const member = (await readOffer(req, target))?.member
  return member ? { document: 'members', id: String(member) } : null
}

interface ToMember {
  offer: Offer
  commission: Commission
  member: Member
}

async function memberOf({ req, target, words }: MailContext, states: readonly OfferStatus[]): Promise<ToMember | null> {
  const offer = await readOffer(req, target)
  if (!offer?.member || !states.includes(offer.status)) return null
  // A mail of an earlier round of the same offer.
  if (words.round !== undefined && words.round !== roundOf(offer)) return null
  const commission = await readCommission(req, offer.commission)
  const member = await readMember(req, offer.member)
  return commission && member ? { offer, commission, member } : null
}

function contentFor({ lang, link }: MailContext, { member }: ToMember, letter: OfferLetter): MailContent | null {
  const to = personOf(member)
  if (!to || (letter.action && !link)) return null
  const say = (text: Localized): string => pick(lang, text)
  const hello = say(to.hello)
  return {
    to: to.to,
    subject: say(letter.subject),
    greeting: to.name ? `${hello} ${to.name},` : `${hello},`,
    paragraphs: letter.paragraphs.map(say),
    ...(letter.action && link ? { action: { label: say(letter.action), url: link } } : {}),
    ...(letter.footer?.length ? { footer: letter.footer.map(say) } : {}),
  }
}

/** @param more asked at the same time, beside those who were asked already */
async function letterFacts(
  req: PayloadRequest,
  { offer, commission, member }: ToMember,
  more = 0,
): Promise<OfferLetterFacts> {
  const factsIn = async (lang: string): Promise<OfferFacts> => {
    const facts = await factsFor(req, commission, offer, lang)
    return { ...facts, others: facts.others + more }
  }
  const term = offer.answerBy ?? new Date()
  return {
    facts: { it: await factsIn('it'), en: await factsIn('en') },
    until: { it: formatDeadline(term, 'it'), en: formatDeadline(term, 'en') },
    helped: helpedName(member),
  }
}

const toMember = (states: readonly OfferStatus[], write: WriteOffer): MailDefinition => ({
  document: 'offers',
  opens: opensMember,
  async render(context) {
    const found = await memberOf(context, states)
    if (!found) return null
    return contentFor(context, found, write(await letterFacts(context.req, found)))
  },
})

/** The mail to somebody who is not asked yet, as it would leave now. */
export async function offerPreview(
  req: PayloadRequest,
  commission: Commission,
  member: Member,
  { until, others, link }: { until: Date; others: number; link: string },
): Promise<PanelMail[]> {
  const { lang } = member
  const offer = { id: '', commission: commission.id, answerBy: until.toISOString() } as Offer
  const asked = { offer, commission, member }
  const letter = offerSent(await letterFacts(req, asked, others))
  const content = contentFor({ req, target: '', lang, link, words: {} }, asked, letter)
  return content ? [{ template: 'offer-sent', lang, content }] : []
}

/** The answer to what they asked, or a question of the client's. */
const offerQuestion: MailDefinition = {
  document: 'offers',
  opens: opensMember,
  async render(context) {
    const found = await memberOf(context, ['sent', 'accepted'])
    const question = found?.commission.questions?.find(({ id }) => String(id) === context.words.question)
    if (!found || !question) return null
    const { reference } = found.commission
    const { text, answer } = question
    return contentFor(context, found, {
      subject: answer
        ? localized(
            `Lavoro ${reference}: la risposta alla tua domanda`,
            `Job ${reference}: the answer to your question`,
          )
        : localized(`Lavoro ${reference}: una domanda per te`, `Job ${reference}: a question for you`),
      paragraphs: [localized(text, text), ...(answer ? [localized(`Risposta: ${answer}`, `Answer: ${answer}`)] : [])],
      action: localized('Apri la pagina del lavoro', 'Open the job’s page'),
    })
  },
}

const toClient = (
  states: readonly Commission['status'][],
  write: (req: PayloadRequest, commission: Commission, context: MailContext) => Promise<ClientLetter | null>,
): MailDefinition => ({
  document: 'commissions',
  async render(context) {
    const { req, target, lang, link } = context
    const commission = await readCommission(req, target)
    const address = commission?.client.email
    if (!commission || !address || !states.includes(commission.status)) return null
    const letter = await write(req, commission, context)
    if (!letter) return null
    const say = (text: Localized): string => pick(lang, text)
    const name = plainName(commission.client.name)
    const hello = pick(lang, { it: 'Buongiorno', en: 'Hello' })
    return {
      to: { address, name },
      subject: say(letter.subject),
      greeting: name ? `${hello} ${name},` : `${hello},`,
      paragraphs: letter.paragraphs.map(say),
      ...(letter.facts && { facts: letter.facts }),
      ...(link && letter.action ? { action: { label: say(letter.action), url: link } } : {}),
      ...(letter.footer?.length ? { footer: letter.footer.map(say) } : {}),
    }
  },
})

/** To the desk: what waits for a decision. No name, no contacts: those are read in the admin. */
const deskNews: Record<string, Localized> = {
  nobody: localized(
    'Chi è stato sentito ha detto di no, o non ha risposto: la richiesta è di nuovo in redazione.',
    'Whoever was asked said no, or did not answer: the request is at the desk again.',
  ),
  choose: localized(
    'Qualcuno ha detto sì e nessuno deve più rispondere: si può scegliere.',
    'Somebody said yes and nobody has still to answer: one can be chosen.',
  ),
  team: localized(
    'Una persona sentita dice che serve una squadra: sulla pagina della richiesta c’è chi potrebbe farne parte, mestiere per mestiere.',
    'Somebody who was asked says that it needs a team: the request’s page shows who could be in it, trade by trade.',
  ),
  company: localized(
    'Una persona sentita dice che è un lavoro per un’azienda.',
    'Somebody who was asked says that it is a job for a company.',
  ),
  suggested: localized(
    'Una persona sentita ha un altro nome da suggerire.',
    'Somebody who was asked suggests somebody else.',
  ),
}

const toDesk: MailDefinition = {
  document: 'commissions',
  toDesk: true,
  async render({ req, target, lang, words }) {
    const commission = await readCommission(req, target)
    const news = deskNews[words.news ?? '']
    if (!commission || !news) return null
    const { organisation, publicUrl } = mokor(req.payload).options
    const address = documentAddress(req.payload.config.routes.admin, slugOf(req.payload, 'commissions'), target)
    return {
      to: { address: organisation.email, name: organisation.name },
      subject: pick(lang, {
        it: `Richiesta ${commission.reference}: c’è da decidere`,
        en: `Request ${commission.reference}: something to decide`,
      }),
      paragraphs: [pick(lang, news)],
      action: { label: pick(lang, { it: 'Apri la richiesta', en: 'Open the request' }), url: publicUrl + address },
    }
  },
}

export type OfferMail =
  | 'offer-sent'
  | 'offer-reminder'
  | 'offer-recalled'
  | 'offer-passed'
  | 'offer-question'
  | 'offer-desk'
  | 'executor-agreed'
  | 'commission-offered'
  | 'commission-next'
  | 'commission-choose'
  | 'commission-nobody'
  | 'commission-referred'
  | 'commission-agreed'

export const offerMails: Record<OfferMail, MailDefinition> = {
  'executor-agreed': executorAgreed,
  'offer-sent': toMember(['sent'], offerSent),
  'offer-reminder': toMember(['sent'], offerReminder),
  'offer-recalled': toMember(['recalled'], offerRecalled),
  'offer-passed': toMember(['passed-over'], offerPassed),
  'offer-question': offerQuestion,
  'offer-desk': toDesk,
  'commission-offered': toClient(['offered'], offeredLetter('first')),
  'commission-next': toClient(['offered'], offeredLetter('next')),
  'commission-choose': toClient(['offered'], choiceLetter),
  'commission-nobody': toClient(['received', 'triage'], nobodyLetter),
  'commission-referred': toClient(['referred'], referredLetter),
  'commission-agreed': toClient(['agreed', 'in-progress'], agreedLetter),
}
