// Mails about a request, to its client and to the editors.
import type { PayloadRequest } from 'payload'
import { documentAddress } from '../../plugin/admin/address.js'
import type { MailContent, MailContext, MailDefinition } from '../../plugin/definitions/mail.js'
import { answerMail } from '../../plugin/desk/answer.js'
import { municipality } from '../../plugin/geo/index.js'
import { type Localized, pick } from '../../plugin/i18n/localized.js'
import { confirmationDays } from '../../plugin/lifecycle/expiry.js'
import { plainName } from '../../plugin/mail/plain-name.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { containsContact } from '../../plugin/values/contact-details.js'
import { formatDateWithArticle } from '../../plugin/values/dates.js'
import { clientOf } from './correspondent.js'
import { type JobMail, jobMails } from './job/mails.js'
import { type CommissionStatus, wasConfirmed, withStatusLink } from './lifecycle.js'
import { type OfferMail, offerMails } from './offers/mails.js'
import { readCommission } from './reading.js'
import { shareMail } from './share/ask.js'
import { skillNames } from './skill-names.js'
import { type TeamOfferMail, teamOfferMails } from './team/mails.js'
import { type Commission, phraseFrom } from './types.js'
import { atOnce } from './words.js'

interface Letter {
  subject: Localized
  paragraphs: Localized[]
  /** Label of the button; the mail is not sent when its link is gone. */
  action?: Localized
  footer?: Localized[]
}

/** Values a letter may speak of. */
interface Facts {
  reference: string
  /** It cannot wait. */
  urgent: boolean
  /** The job in its client’s own first words, between quotes after a space; nothing where nobody has confirmed the address. */
  job: Localized
  network: string
  answerDays: number
  answerBy: string
  phone: string | undefined
  reason: string | undefined
  /** Whether the mail carries its link, which may have been revoked since. */
  linked: boolean
  /** There was a link before. */
  replaces: boolean
}

type Write = (facts: Facts) => Letter

const notMine: Localized = {
  it: 'Se la richiesta è di qualcun altro non serve fare nulla: senza conferma scade, e un mese dopo si cancella da sé.',
  en: 'If somebody else made this request there is nothing to do: without confirmation it expires, and a month later it is deleted.',
}

const free: Localized = {
  it: 'Chiedere non costa nulla e non impegna.',
  en: 'Asking is free and commits you to nothing.',
}

const calling = (phone: string | undefined): Localized[] =>
  phone ? [{ it: `Più comodo a voce? Il numero è ${phone}.`, en: `Easier by phone? The number is ${phone}.` }] : []

const reasonGiven = (reason: string | undefined): Localized[] => (reason ? [{ it: reason, en: reason }] : [])

const confirm: Write = ({ reference, urgent, network, answerDays, phone }) => ({
  subject: { it: `Conferma la richiesta ${reference}`, en: `Confirm request ${reference}` },
  paragraphs: [
    {
      it: `abbiamo ricevuto una richiesta per ${network} con questo indirizzo. Manca solo la conferma: il link vale ${confirmationDays} giorni.`,
      en: `We received a request for ${network} with this address. Only your confirmation is missing: the link works for ${confirmationDays} days.`,
    },
    {
      it: `Dopo la conferma la rete risponde entro ${answerDays} giorni lavorativi.`,
      en: `Once confirmed, the network answers within ${answerDays} working days.`,
    },
    ...(urgent ? [atOnce] : []),
  ],
  action: { it: 'Guarda e conferma', en: 'Look and confirm' },
  footer: [free, notMine, ...calling(phone)],
})

const reminder: Write = ({ reference, phone }) => ({
  subject: {
    it: `La richiesta ${reference} aspetta conferma`,
    en: `Request ${reference} is waiting for your confirmation`,
  },
  paragraphs: [
    {
      it: 'ieri è arrivata una richiesta con questo indirizzo, ma non è ancora confermata: finché non lo è, la rete non può occuparsene.',
      en: 'Yesterday a request came with this address, but it is not confirmed yet: until then the network cannot look after it.',
    },
  ],
  action: { it: 'Guarda e conferma', en: 'Look and confirm' },
  footer: [notMine, ...calling(phone)],
})

const arrived: Write = ({ reference, urgent, job, answerBy, phone, linked }) => ({
  subject: { it: `Richiesta ${reference} ricevuta`, en: `Request ${reference} received` },
  paragraphs: [
    {
      it: `la richiesta${job.it} è arrivata alla rete.${answerBy && ` La risposta arriva entro ${answerBy}.`}`,
      en: `Your request${job.en} has reached the network.${answerBy && ` The answer comes by ${answerBy}.`}`,
    },
    ...(urgent ? [atOnce] : []),
    linked
      ? {
          it: 'Dal link qui sotto si può seguire, o ritirare, per sei mesi.',
          en: 'The link below lets you follow it, or take it back, for six months.',
        }
      : {
          it: 'Per sapere a che punto è, o per ritirarla, basta rispondere a questa mail.',
          en: 'To hear where it stands, or to take it back, just answer this mail.',
        },
  ],
  ...(linked ? { action: { it: 'Segui la richiesta', en: 'Follow the request' } } : {}),
  footer: [free, ...calling(phone)],
})

const newLink: Write = ({ reference, job, replaces }) => ({
  subject: { it: `Richiesta ${reference}: un nuovo link`, en: `Request ${reference}: a new link` },
  paragraphs: [
    {
      it: `ecco un nuovo link per seguire la richiesta${job.it}, o ritirarla, per sei mesi.${replaces ? ' Quello di prima non funziona più.' : ''}`,
      en: `Here is a new link to follow your request${job.en}, or take it back, for six months.${replaces ? ' The previous link no longer works.' : ''}`,
    },
  ],
  action: { it: 'Segui la richiesta', en: 'Follow the request' },
})

const closed: Write = ({ reference, job, network }) => ({
  subject: { it: `Richiesta ${reference}: chiusa`, en: `Request ${reference}: closed` },
  paragraphs: [
    {
      it: `la richiesta${job.it} è chiusa. Se qualcosa non torna, basta rispondere a questa mail.`,
      en: `Your request${job.en} is closed. If anything is not right, just answer this mail.`,
    },
    { it: `${network} ringrazia della fiducia.`, en: `Thank you for turning to ${network}.` },
  ],
})

const withdrawn: Write = ({ reference, job }) => ({
  subject: { it: `Richiesta ${reference}: ritirata`, en: `Request ${reference}: taken back` },
  paragraphs: [
    {
      it: `la richiesta${job.it} è stata ritirata e la rete non la segue più. Se ne può mandare un’altra quando serve.`,
      en: `Your request${job.en} was taken back and the network no longer follows it. Another can be sent whenever needed.`,
    },
  ],
})

const declined: Write = ({ reference, job, reason }) => ({
  subject: { it: `Richiesta ${reference}: non accolta`, en: `Request ${reference}: declined` },
  paragraphs: [
    {
      it: `questa volta la rete non può occuparsi della richiesta${job.it}. Ecco perché:`,
      en: `This time the network cannot look after your request${job.en}. Here is why:`,
    },
    ...reasonGiven(reason),
    {
      it: 'Per qualsiasi domanda basta rispondere a questa mail.',
      en: 'For any question, just answer this mail.',
    },
  ],
})

const expired: Write = ({ reference, phone }) => ({
  subject: { it: `Richiesta ${reference}: scaduta`, en: `Request ${reference}: expired` },
  paragraphs: [
    {
      it: `la richiesta non è stata confermata in ${confirmationDays} giorni e quindi è scaduta. Se serve ancora, se ne può mandare un’altra.`,
      en: `Your request was not confirmed within ${confirmationDays} days and has expired. If you still need it, send another.`,
    },
  ],
  footer: calling(phone),
})

/** A mail to the client, sent only while the request is in one of the states it speaks of. */
const toClient = (states: readonly CommissionStatus[], write: Write): MailDefinition => ({
  document: 'commissions',
  async render(context) {
    const commission = await readCommission(context.req, context.target)
    const address = commission?.client.email
    if (!commission || !address || !states.includes(commission.status)) return null
    return content(context, commission, address, write)
  },
})

function content(
  { req, lang, link, words }: MailContext,
  commission: Commission,
  address: string,
  write: Write,
): MailContent | null {
  const { organisation } = mokor(req.payload).options
  const letter = write({
    reference: commission.reference,
    urgent: Boolean(commission.urgent),
    job: quoted(commission),
    network: organisation.name,
    answerDays: organisation.answerDays,
    answerBy: termWords(commission, lang),
    phone: organisation.phone,
    reason: words.reason,
    linked: link !== null,
    replaces: words.replaces !== undefined,
  })
  if (letter.action && !link) return null
  const say = (text: Localized) => pick(lang, text)
  const name = plainName(commission.client.name)
  const hello = pick(lang, { it: 'Buongiorno', en: 'Hello' })
  return {
    to: { address, name },
    subject: say(letter.subject),
    greeting: name ? `${hello} ${name},` : `${hello},`,
    paragraphs: letter.paragraphs.map(say),
    ...(letter.action && link ? { action: { label: say(letter.action), url: link } } : {}),
    ...(letter.footer?.length ? { footer: letter.footer.map(say) } : {}),
  }
}

/** Not the title, which is the editors’ own. Before a confirmation no word of a stranger’s reaches the address. */
function quoted(commission: Commission): Localized {
  const job = wasConfirmed(commission) ? phraseFrom(commission.description) : ''
  return job ? { it: ` «${job}»`, en: ` “${job}”` } : { it: '', en: '' }
}

const termWords = ({ answerBy }: Commission, lang: string): string =>
  answerBy ? formatDateWithArticle('il', answerBy, lang) : ''

/** Own words may hold a contact, and so may a title made from the request's first words. */
const tradeWords = (trades: string[], lang: string): string =>
  trades.filter((trade) => !containsContact(trade)).join(', ') ||
  pick(lang, { it: 'mestiere da definire', en: 'trade to be agreed' })

/** To the desk: what is wanted and where. No name, no contacts: those are read in the admin. */
const toDesk: MailDefinition = {
  document: 'commissions',
  toDesk: true,
  async render({ req, target, lang }) {
    const commission = await readCommission(req, target)
    if (!commission) return null
    const { options } = mokor(req.payload)
    const { reference, urgent } = commission
    const what = tradeWords(await skillNames(req, commission, lang), lang)
    const where = placeWords(commission, lang)
    return {
      to: { address: options.organisation.email, name: options.organisation.name },
      subject: pick(lang, {
        it: `Nuova richiesta ${urgent ? 'urgente ' : ''}${reference}: ${what}, ${where}`,
        en: `New ${urgent ? 'urgent ' : ''}request ${reference}: ${what}, ${where}`,
      }),
      paragraphs: [
        pick(lang, {
          it: commission.answerBy
            ? `È confermata e aspetta una risposta entro ${termWords(commission, lang)}.`
            : 'È confermata e aspetta una risposta.',
          en: commission.answerBy
            ? `It is confirmed and waits for an answer by ${termWords(commission, lang)}.`
            : 'It is confirmed and waits for an answer.',
        }),
      ],
      action: { label: pick(lang, { it: 'Apri la richiesta', en: 'Open the request' }), url: adminUrl(req, target) },
    }
  },
}

function placeWords({ place, mode }: Commission, lang: string): string {
  const found = place?.municipality ? municipality(place.municipality) : null
  if (found) return found.name
  return mode === 'remote'
    ? pick(lang, { it: 'a distanza', en: 'remote' })
    : pick(lang, { it: 'luogo da definire', en: 'place to be agreed' })
}

function adminUrl(req: PayloadRequest, id: string): string {
  const { publicUrl } = mokor(req.payload).options
  return publicUrl + documentAddress(req.payload.config.routes.admin, slugOf(req.payload, 'commissions'), id)
}

export type CommissionMail =
  | JobMail
  | OfferMail
  | TeamOfferMail
  | 'commission-confirm'
  | 'commission-reminder'
  | 'commission-received'
  | 'commission-link'
  | 'commission-answer'
  | 'commission-closed'
  | 'commission-withdrawn'
  | 'commission-declined'
  | 'commission-expired'
  | 'commission-desk'
  | 'commission-share'

export const commissionMails: Record<CommissionMail, MailDefinition> = {
  'commission-confirm': toClient(['unconfirmed'], confirm),
  'commission-reminder': toClient(['unconfirmed'], reminder),
  'commission-received': toClient(['received', 'triage'], arrived),
  'commission-link': toClient(withStatusLink, newLink),
  'commission-answer': answerMail('commissions', readCommission, clientOf),
  'commission-closed': toClient(['closed'], closed),
  'commission-withdrawn': toClient(['withdrawn'], withdrawn),
  'commission-declined': toClient(['declined'], declined),
  'commission-expired': toClient(['expired'], expired),
  'commission-desk': toDesk,
  'commission-share': shareMail,
  ...jobMails,
  ...offerMails,
  ...teamOfferMails,
}
