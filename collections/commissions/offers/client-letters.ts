// Texts of the mails to a client whose request is offered to people: asked, nobody yet, choose, agreed, referred.
import type { PayloadRequest } from 'payload'
import type { MailContent, MailContext } from '../../../plugin/definitions/mail.js'
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { formatDateWithArticle } from '../../../plugin/values/dates.js'
import { onDeskDay } from '../../../plugin/values/working-days.js'
import { readMember } from '../../members/index.js'
import { regulatedNotes } from '../agreement/regulated.js'
import { onThePage } from '../agreement/words.js'
import { executorContacts, wholeName } from '../job/people.js'
import { type Commission, phraseFrom } from '../types.js'
import { atOnce } from '../words.js'
import { acceptedFor, offersOf, readOffer } from './read.js'

export interface ClientLetter {
  subject: Localized
  paragraphs: Localized[]
  facts?: MailContent['facts']
  action?: Localized
  footer?: Localized[]
}

type Write = (req: PayloadRequest, commission: Commission, context: MailContext) => Promise<ClientLetter | null>

const follow = localized('Segui la richiesta', 'Follow the request')

const jobOf = ({ description }: Commission): string => phraseFrom(description)

/** The day on which the desk writes whatever the answers are. */
function wordBy(req: PayloadRequest, terms: readonly (string | null | undefined)[]): Date | null {
  const last = terms.flatMap((term) => (term ? new Date(term).getTime() : [])).toSorted((a, b) => b - a)[0]
  return last === undefined ? null : onDeskDay(new Date(last), mokor(req.payload).options.deskDays)
}

export const offeredLetter =
  (round: 'first' | 'next'): Write =>
  async (req, commission) => {
    const asked = (await offersOf(req, commission.id)).filter(({ status }) => status === 'sent')
    const by = wordBy(
      req,
      asked.map(({ answerBy }) => answerBy),
    )
    if (asked.length === 0 || !by) return null
    const n = asked.length
    const day = (lang: string): string => formatDateWithArticle('il', by, lang)
    return {
      subject: localized(
        `Richiesta ${commission.reference}: abbiamo chiesto a ${n === 1 ? 'una persona' : `${n} persone`}`,
        `Request ${commission.reference}: we have asked ${n === 1 ? 'one person' : `${n} people`}`,
      ),
      paragraphs: [
        round === 'first'
          ? localized(
              `per la richiesta «${jobOf(commission)}» abbiamo chiesto a ${n === 1 ? 'una persona che può farlo' : `${n} persone che possono farlo`}.`,
              `For your request “${jobOf(commission)}” we have asked ${n === 1 ? 'somebody who can do it' : `${n} people who can do it`}.`,
            )
          : localized(
              `per la richiesta «${jobOf(commission)}» chi avevamo sentito non può: abbiamo chiesto a un’altra persona.`,
              `For your request “${jobOf(commission)}” whoever we had asked cannot: we have asked somebody else.`,
            ),
        localized(
          `Ti scriviamo entro ${day('it')}, anche se non c’è nessuno.`,
          `We write to you by ${day('en')}, even if there is nobody.`,
        ),
        ...(commission.urgent ? [atOnce] : []),
      ],
      action: follow,
    }
  }

export const choiceLetter: Write = async (req, commission) => {
  const n = (await acceptedFor(req, commission.id)).length
  if (n === 0 || commission.choice !== 'client') return null
  return {
    subject: localized(
      `Richiesta ${commission.reference}: qualcuno ha detto sì`,
      `Request ${commission.reference}: somebody said yes`,
    ),
    paragraphs: [
      n === 1
        ? localized(
            `per la richiesta «${jobOf(commission)}» una persona ha detto sì. Sulla pagina della richiesta c’è chi è e perché l’abbiamo proposta: se va bene, sceglila lì.`,
            `For your request “${jobOf(commission)}” one person said yes. The request’s page says who it is and why we proposed them: if that suits you, choose them there.`,
          )
        : localized(
            `per la richiesta «${jobOf(commission)}» hanno detto sì ${n} persone. Sulla pagina della richiesta c’è chi sono e perché le abbiamo proposte: scegli con calma.`,
            `For your request “${jobOf(commission)}” ${n} people said yes. The request’s page says who they are and why we proposed them: take your time to choose.`,
          ),
      localized(
        'I recapiti ve li diamo appena scegli: prima non li ha nessuno dei due.',
        'You both get each other’s contacts as soon as you choose: before that, neither has them.',
      ),
    ],
    action: localized('Guarda e scegli', 'Look and choose'),
  }
}

export const nobodyLetter: Write = async (_req, commission) => {
  const { answerBy } = commission
  return {
    subject: localized(
      `Richiesta ${commission.reference}: non c’è ancora nessuno`,
      `Request ${commission.reference}: nobody yet`,
    ),
    paragraphs: [
      localized(
        `per la richiesta «${jobOf(commission)}» chi abbiamo sentito questa volta non può. La redazione cerca ancora.`,
        `For your request “${jobOf(commission)}” whoever we asked cannot this time. The desk goes on looking.`,
      ),
      ...(answerBy
        ? [
            localized(
              `Ti scriviamo entro ${formatDateWithArticle('il', answerBy, 'it')}, anche se non c’è nessuno.`,
              `We write to you by ${formatDateWithArticle('il', answerBy, 'en')}, even if there is nobody.`,
            ),
          ]
        : []),
      ...(commission.urgent ? [atOnce] : []),
    ],
    action: follow,
  }
}

export const referredLetter: Write = async (req, commission, { words, lang }) => {
  const offer = words.offer ? await readOffer(req, words.offer) : null
  const { name, email, phone, url, why } = offer?.company ?? {}
  if (!name) return null
  const label = pick(lang, {
    it: { name: 'Azienda', phone: 'Telefono', email: 'E-mail', url: 'Sito' },
    en: { name: 'Company', phone: 'Phone', email: 'E-mail', url: 'Website' },
  })
  return {
    subject: localized(
      `Richiesta ${commission.reference}: un’azienda che può farlo`,
      `Request ${commission.reference}: a company that can do it`,
    ),
    paragraphs: [
      localized(
        `per la richiesta «${jobOf(commission)}» ti indichiamo un’azienda fuori dalla rete. A loro non abbiamo detto nulla di te: se vuoi, chiama tu.`,
        `For your request “${jobOf(commission)}” we name a company outside the network. We have told them nothing about you: call them if you like.`,
      ),
      ...(why ? [localized(`Perché questa: ${why}`, `Why this one: ${why}`)] : []),
      localized('La rete non guadagna nulla da questa indicazione.', 'The network gains nothing from naming it.'),
    ],
    facts: [
      { label: label.name, value: name },
      ...(phone ? [{ label: label.phone, value: phone }] : []),
      ...(email ? [{ label: label.email, value: email }] : []),
      ...(url ? [{ label: label.url, value: url }] : []),
    ],
  }
}

export const agreedLetter: Write = async (req, commission, { lang }) => {
  const member = commission.executor ? await readMember(req, commission.executor) : null
  if (!member) return null
  const name = wholeName(member)
  return {
    subject: localized(
      `Richiesta ${commission.reference}: ti chiama ${name}`,
      `Request ${commission.reference}: ${name} will call you`,
    ),
    paragraphs: [
      localized(
        `per la richiesta «${jobOf(commission)}» ti chiama ${name}. Ecco i recapiti, se preferisci chiamare tu.`,
        `For your request “${jobOf(commission)}” ${name} will call you. Here are the contacts, if you would rather call yourself.`,
      ),
      localized(
        'Prezzo e garanzie li decidete fra voi due: fatteli scrivere prima di cominciare. La rete non prende nulla e non giudica.',
        'Price and guarantees are between the two of you: have them written down before the work begins. The network takes nothing and does not judge.',
      ),
      ...(await regulatedNotes(req, commission)),
      onThePage,
    ],
    facts: executorContacts(lang, member),
    action: localized('Apri la pagina del lavoro', 'Open the job’s page'),
  }
}
