// Mails that tell a sender what became of their message.
import { databaseNow } from '../../../plugin/database/clock.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import type { MailDefinition } from '../../../plugin/definitions/mail.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { undoUntil } from '../../../plugin/lifecycle/step.js'
import { lastEntry } from '../../../plugin/lifecycle/timeline.js'
import { mokor } from '../../../plugin/runtime.js'
import { isolated } from '../../../plugin/values/isolate.js'
import type { Languages } from '../mails/letter.js'
import { type Letter, type Passage, passage } from './passage.js'
import { eraseSender, readMessage } from './service.js'

/** For a mail that the sender's address waits for: it goes whether the mail leaves or is given up. */
const lastToSender: Pick<MailDefinition, 'sent' | 'dropped'> = {
  sent: ({ req, target }) => inTransaction(req.payload, (inner) => eraseSender(inner, target)),
  async dropped({ req, target }) {
    const message = await readMessage(req, target)
    // What an editor can still take back must find its words.
    const last = lastEntry(message?.timeline)
    if (!last?.mark || undoUntil(req, new Date(last.at)) < (await databaseNow(req.payload, req)))
      await eraseSender(req, target)
  },
}

export const messageDelivered: MailDefinition = {
  document: 'messages',
  opens: null,
  toSender: true,
  async render({ req, target, lang }) {
    const found = await passage(req, target)
    if (!found) return null
    const { status, byDesk } = found.message
    if (status === 'held') return { to: { address: found.sender }, ...pick<Told>(lang, deskHasIt(found)) }
    if (status !== 'delivered' || byDesk) return null
    return { to: { address: found.sender }, ...pick<Told>(lang, memberHasIt(found)) }
  },
  ...lastToSender,
}

/** An editor has told the member by voice. */
export const messageTold: MailDefinition = {
  document: 'messages',
  opens: null,
  toSender: true,
  async render({ req, target, lang }) {
    const message = await readMessage(req, target)
    if (message?.status !== 'delivered' || !message.email) return null
    const network = mokor(req.payload).options.organisation.name
    const name = isolated(message.memberName ?? '')
    return {
      to: { address: message.email },
      ...pick<Told>(lang, {
        it: {
          subject: `Messaggio riferito a ${name}`,
          greeting: 'Buongiorno,',
          paragraphs: [
            `la redazione di ${network} ha riferito il messaggio a ${name}, con nome e recapiti di chi l’ha scritto per la risposta. ${network} non ne tiene copia.`,
          ],
        },
        en: {
          subject: `Your message was passed on to ${name}`,
          greeting: 'Hello,',
          paragraphs: [
            `The desk of ${network} has passed your message on to ${name}, with your name and contacts for the answer. ${network} keeps no copy.`,
          ],
        },
      }),
    }
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
export const messageReturned: MailDefinition = {
  document: 'messages',
  opens: null,
  toSender: true,
  async render({ req, target, lang, words }) {
    const message = await readMessage(req, target)
    if (message?.status !== 'returned' || !message.email) return null
    const network = mokor(req.payload).options.organisation.name
    const { reason } = words
    return {
      to: { address: message.email },
      ...pick<Told>(lang, {
        it: {
          subject: 'Il messaggio non è stato consegnato',
          greeting: 'Buongiorno,',
          paragraphs: [
            reason
              ? `il messaggio scritto attraverso ${network} non è stato consegnato. La redazione scrive:`
              : `il messaggio scritto attraverso ${network} non è stato consegnato: la persona non si può più contattare. Il testo è stato cancellato.`,
            ...(reason ? [...reason.split(/\n{2,}/), 'Il testo è stato cancellato.'] : []),
            'Se serve ancora, la rete può cercare qualcun altro: basta rispondere a questa mail.',
          ],
        },
        en: {
          subject: 'The message was not delivered',
          greeting: 'Hello,',
          paragraphs: [
            reason
              ? `The message written through ${network} was not delivered. The desk writes:`
              : `The message written through ${network} was not delivered: the person can no longer be contacted. The text has been erased.`,
            ...(reason ? [...reason.split(/\n{2,}/), 'The text has been erased.'] : []),
            'If it is still needed, the network can look for somebody else: just answer this mail.',
          ],
        },
      }),
    }
  },
  ...lastToSender,
}
