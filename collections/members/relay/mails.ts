// Mails about a message to a member, to its sender and to the member; and the names of all of them.
import { inTransaction } from '../../../plugin/database/transaction.js'
import type { MailDefinition } from '../../../plugin/definitions/mail.js'
import { answerMail } from '../../../plugin/desk/answer.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { mokor } from '../../../plugin/runtime.js'
import { isolated } from '../../../plugin/values/isolate.js'
import { greeting, type Languages } from '../mails/letter.js'
import { recipientOf } from '../mails/recipient.js'
import { readMember } from '../publishing/read.js'
import { senderOf } from './correspondent.js'
import { messageDesk } from './desk-mail.js'
import { messageDelivered, messageReturned, messageTold } from './outcome-mails.js'
import { type Letter, type Passage, passage } from './passage.js'
import { delivered, handOver, readMessage, returned } from './service.js'

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
    const addressee = member && recipientOf(member)
    if (!addressee) {
      await inTransaction(req.payload, (inner) => handOver(inner, found.message))
      return null
    }
    const write = addressee.helped ? helperReads : memberReads
    const { reportContact } = mokor(req.payload).options.organisation
    return {
      to: addressee.to,
      replyTo: { name: found.message.name ?? '', address: found.sender },
      greeting: greeting(lang, addressee.name),
      ...pick<Letter>(lang, write(found, reportContact)),
    }
  },
  sent: ({ req, target }) => inTransaction(req.payload, (inner) => delivered(inner, target)),
  dropped: ({ req, target }) => returned(req, target),
  async failed({ req, target, cause }) {
    const message = await readMessage(req, target)
    if (message?.status !== 'confirmed') return false
    // Who hid meanwhile is not looked for.
    if (await passage(req, target)) await handOver(req, { ...message, failure: cause })
    else await returned(req, target)
    return true
  },
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

const senderFacts = (
  { message, sender }: Passage,
  labels: { email: string; phone: string },
): { label: string; value: string }[] => [
  { label: labels.email, value: sender },
  ...(message.phone ? [{ label: labels.phone, value: message.phone }] : []),
]

export type MessageMail =
  | 'message-confirm'
  | 'message-relay'
  | 'message-desk'
  | 'message-delivered'
  | 'message-told'
  | 'message-returned'
  | 'message-answer'

export const messageMails: Record<MessageMail, MailDefinition> = {
  'message-confirm': messageConfirm,
  'message-relay': messageRelay,
  'message-desk': messageDesk,
  'message-delivered': messageDelivered,
  'message-told': messageTold,
  'message-returned': messageReturned,
  'message-answer': { ...answerMail('messages', readMessage, senderOf), opens: null, toSender: true },
}
