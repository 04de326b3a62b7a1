// Mails about a message to a member: to its sender, to the member, to the editors.
import type { PayloadRequest } from 'payload'
import { documentAddress } from '../../../plugin/admin/address.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import type { MailContent, MailDefinition } from '../../../plugin/definitions/mail.js'
import { publishedById } from '../../../plugin/directory/index.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { mokor } from '../../../plugin/runtime.js'
import { isolated } from '../../../plugin/values/isolate.js'
import { greeting, type Languages } from '../mails/letter.js'
import { recipientOf } from '../mails/recipient.js'
import type { Member } from '../member.js'
import { readMember } from '../publishing/read.js'
import type { Message } from './collection.js'
import { delivered, eraseSender, isForEditors, readMessage, returned } from './service.js'

type Letter = Omit<MailContent, 'to' | 'replyTo' | 'greeting'>

interface Passage {
  message: Message
  /** Address of whoever wrote. */
  sender: string
  /** The member's public name. */
  name: string
  network: string
}

/** What a mail about a message needs; null when the member is no longer public, which tells nothing of why. */
async function passage(req: PayloadRequest, target: string): Promise<Passage | null> {
  const message = await readMessage(req, target)
  if (!message?.email) return null
  const row = await publishedById(req, message.member)
  if (!row) return null
  return {
    message,
    sender: message.email,
    name: isolated(row.name),
    network: mokor(req.payload).options.organisation.name,
  }
}

const messageConfirm: MailDefinition = {
  document: 'messages',
  opens: null,
  toSender: true,
  async render({ req, target, lang, link }) {
    const found = await passage(req, target)
    if (found?.message.status !== 'unconfirmed' || new Date(found.message.expiresAt) <= new Date()) return null
    const { name, network, sender } = found
    return {
      to: { address: sender },
      ...pick<Letter & { greeting: string }>(lang, {
        it: {
          subject: `Conferma il messaggio per ${name}`,
          greeting: 'Buongiorno,',
          paragraphs: [
            `da questo indirizzo è partito un messaggio per ${name} attraverso ${network}. Arriva appena lo si conferma, entro ${confirmationDays} giorni.`,
          ],
          ...(link ? { action: { label: 'Leggi e conferma il messaggio', url: link } } : {}),
          footer: [
            `Se il messaggio è di qualcun altro, si può ignorare questa mail: senza conferma si cancella dopo ${confirmationDays} giorni.`,
          ],
        },
        en: {
          subject: `Confirm the message to ${name}`,
          greeting: 'Hello,',
          paragraphs: [
            `A message to ${name} was sent from this address through ${network}. It arrives as soon as it is confirmed, within ${confirmationDays} days.`,
          ],
          ...(link ? { action: { label: 'Read and confirm the message', url: link } } : {}),
          footer: [
            `If you did not write it, ignore this mail: without confirmation the message is deleted after ${confirmationDays} days.`,
          ],
        },
      }),
    }
  },
}

const messageRelay: MailDefinition = {
  document: 'messages',
  async opens(req, target) {
    const message = await readMessage(req, target)
    return message && { document: 'members', id: message.member }
  },
  async render({ req, target, lang }) {
    const found = await passage(req, target)
    if (!found) await inTransaction(req.payload, (inner) => returned(inner, target))
    if (found?.message.status !== 'confirmed') return null
    const member = await readMember(req, found.message.member)
    if (!member) return null
    const replyTo = { name: found.message.name ?? '', address: found.sender }
    const addressee = recipientOf(member)
    if (!addressee) return { ...deskLetter(req, lang, found, member), replyTo }
    const write = addressee.helped ? helperReads : memberReads
    const { reportContact } = mokor(req.payload).options.organisation
    return {
      to: addressee.to,
      replyTo,
      greeting: greeting(lang, addressee.name),
      ...pick<Letter>(lang, write(found, reportContact)),
    }
  },
  async sent({ req, target }) {
    const message = await readMessage(req, target)
    const byDesk = message !== null && (await isForEditors(req, message))
    await inTransaction(req.payload, (inner) => delivered(inner, target, byDesk))
  },
  dropped: ({ req, target }) => returned(req, target),
}

const senderName = ({ message, sender }: Passage): string => (message.name ? isolated(message.name) : sender)

const memberReads = (found: Passage, report: string): Languages<Letter> => ({
  it: {
    subject: `${senderName(found)} ti scrive tramite ${found.network}`,
    paragraphs: [`${senderName(found)} ha letto la tua scheda e scrive:`, found.message.text ?? ''],
    facts: senderFacts(found, { email: 'E-mail', phone: 'Telefono' }),
    footer: [
      'Rispondendo a questa mail scrivi direttamente a chi ti ha scritto, che da quel momento vede il tuo indirizzo.',
      `Segnala: se il messaggio è molesto o sospetto, scrivi a ${report}.`,
    ],
  },
  en: {
    subject: `${senderName(found)} writes to you through ${found.network}`,
    paragraphs: [`${senderName(found)} has read your profile and writes:`, found.message.text ?? ''],
    facts: senderFacts(found, { email: 'E-mail', phone: 'Phone' }),
    footer: [
      'Answering this mail you write straight to the sender, who from then on sees your address.',
      `Report: if the message is harassing or suspicious, write to ${report}.`,
    ],
  },
})

const helperReads = (found: Passage, report: string): Languages<Letter> => ({
  it: {
    subject: `${senderName(found)} scrive a ${found.name} tramite ${found.network}`,
    paragraphs: [`${senderName(found)} ha letto la scheda di ${found.name} e scrive:`, found.message.text ?? ''],
    facts: senderFacts(found, { email: 'E-mail', phone: 'Telefono' }),
    footer: [
      'Rispondendo a questa mail scrivi direttamente a chi ha scritto, che da quel momento vede il tuo indirizzo.',
      `Segnala: se il messaggio è molesto o sospetto, scrivi a ${report}.`,
    ],
  },
  en: {
    subject: `${senderName(found)} writes to ${found.name} through ${found.network}`,
    paragraphs: [`${senderName(found)} has read the profile of ${found.name} and writes:`, found.message.text ?? ''],
    facts: senderFacts(found, { email: 'E-mail', phone: 'Phone' }),
    footer: [
      'Answering this mail you write straight to the sender, who from then on sees your address.',
      `Report: if the message is harassing or suspicious, write to ${report}.`,
    ],
  },
})

const dialled = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

/** For somebody who has only a phone: the desk tells them. The text stays in this mail alone, so it says all that is needed. */
function deskLetter(req: PayloadRequest, lang: string, found: Passage, member: Member): MailContent {
  const { options } = mokor(req.payload)
  const { name, message } = found
  const sender = senderName(found)
  const phone = member.phone?.trim()
  const address = options.publicUrl + documentAddress(req.payload.config.routes.admin, options.slugs.members, member.id)
  return {
    to: { name: options.organisation.name, address: options.organisation.email },
    ...pick<Letter>(lang, {
      it: {
        subject: `Da riferire a ${name}: un messaggio di ${sender}`,
        paragraphs: [
          phone
            ? `${sender} ha scritto a ${name}, che non ha un’e-mail: il messaggio va riferito a voce.`
            : `${sender} ha scritto a ${name}, che nella scheda non ha né e-mail né telefono: il messaggio va riferito di persona.`,
          message.text ?? '',
        ],
        facts: [
          ...(phone ? [{ label: `Telefono di ${name}`, value: phone, url: dialled(phone) }] : []),
          ...senderFacts(found, { email: `E-mail di ${sender}`, phone: `Telefono di ${sender}` }),
        ],
        action: { label: `Apri la scheda di ${name}`, url: address },
        footer: [
          `La rete non tiene altra copia del messaggio. Per rispondere al posto di ${name} basta rispondere a questa mail: ${sender} la riceve direttamente.`,
        ],
      },
      en: {
        subject: `To pass on to ${name}: a message from ${sender}`,
        paragraphs: [
          phone
            ? `${sender} has written to ${name}, who has no e-mail: the message is to be passed on by voice.`
            : `${sender} has written to ${name}, whose file has neither e-mail nor phone: the message is to be passed on in person.`,
          message.text ?? '',
        ],
        facts: [
          ...(phone ? [{ label: `Phone of ${name}`, value: phone, url: dialled(phone) }] : []),
          ...senderFacts(found, { email: `E-mail of ${sender}`, phone: `Phone of ${sender}` }),
        ],
        action: { label: `Open the profile of ${name}`, url: address },
        footer: [
          `The network keeps no other copy of the message. To answer on behalf of ${name} just answer this mail: ${sender} receives it directly.`,
        ],
      },
    }),
  }
}

const senderFacts = (
  { message, sender }: Passage,
  labels: { email: string; phone: string },
): { label: string; value: string }[] => [
  { label: labels.email, value: sender },
  ...(message.phone ? [{ label: labels.phone, value: message.phone }] : []),
]

/** For a mail that the sender's address waits for: it goes whether the mail leaves or is given up. */
const lastToSender: Pick<MailDefinition, 'sent' | 'dropped'> = {
  sent: ({ req, target }) => inTransaction(req.payload, (inner) => eraseSender(inner, target)),
  dropped: ({ req, target }) => eraseSender(req, target),
}

const messageDelivered: MailDefinition = {
  document: 'messages',
  opens: null,
  toSender: true,
  async render({ req, target, lang }) {
    const found = await passage(req, target)
    if (found?.message.status !== 'delivered') return null
    const write = found.message.byDesk ? deskHasIt : memberHasIt
    return { to: { address: found.sender }, ...pick<Told>(lang, write(found)) }
  },
  ...lastToSender,
}

type Told = Letter & { greeting: string }

const memberHasIt = ({ name, network }: Passage): Languages<Told> => ({
  it: {
    subject: `Messaggio consegnato a ${name}`,
    greeting: 'Buongiorno,',
    paragraphs: [
      `il messaggio è stato consegnato a ${name}, che risponderà direttamente a questo indirizzo. ${network} non ne tiene copia.`,
    ],
  },
  en: {
    subject: `Message delivered to ${name}`,
    greeting: 'Hello,',
    paragraphs: [
      `The message has been delivered to ${name}, who will answer straight to this address. ${network} keeps no copy.`,
    ],
  },
})

const deskHasIt = ({ name, network }: Passage): Languages<Told> => ({
  it: {
    subject: `Messaggio per ${name} ricevuto dalla redazione`,
    greeting: 'Buongiorno,',
    paragraphs: [
      `il messaggio per ${name} è arrivato alla redazione di ${network}, che glielo riferisce di persona: la risposta può richiedere qualche giorno in più.`,
    ],
  },
  en: {
    subject: `The desk has your message to ${name}`,
    greeting: 'Hello,',
    paragraphs: [
      `The message to ${name} has reached the desk of ${network}, who pass it on in person: the answer may take a few days more.`,
    ],
  },
})

/** The person went out of sight meanwhile: no name, and nothing of why. */
const messageReturned: MailDefinition = {
  document: 'messages',
  opens: null,
  toSender: true,
  async render({ req, target, lang }) {
    const message = await readMessage(req, target)
    if (message?.status !== 'returned' || !message.email) return null
    const network = mokor(req.payload).options.organisation.name
    return {
      to: { address: message.email },
      ...pick<Told>(lang, {
        it: {
          subject: 'Il messaggio non è stato consegnato',
          greeting: 'Buongiorno,',
          paragraphs: [
            `il messaggio scritto attraverso ${network} non è stato consegnato: la persona non si può più contattare. Il testo è stato cancellato.`,
            'Se serve ancora, la rete può cercare qualcun altro: basta rispondere a questa mail.',
          ],
        },
        en: {
          subject: 'The message was not delivered',
          greeting: 'Hello,',
          paragraphs: [
            `The message written through ${network} was not delivered: the person can no longer be contacted. The text has been erased.`,
            'If it is still needed, the network can look for somebody else: just answer this mail.',
          ],
        },
      }),
    }
  },
  ...lastToSender,
}

export type MessageMail = 'message-confirm' | 'message-relay' | 'message-delivered' | 'message-returned'

export const messageMails: Record<MessageMail, MailDefinition> = {
  'message-confirm': messageConfirm,
  'message-relay': messageRelay,
  'message-delivered': messageDelivered,
  'message-returned': messageReturned,
}
