// The mail by which the desk hears that a message waits for it.
import type { PayloadRequest } from 'payload'
import { deskItemAddress } from '../../../plugin/admin/desk/nav.js'
import type { MailDefinition } from '../../../plugin/definitions/mail.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { isolated } from '../../../plugin/values/isolate.js'
import type { Message } from './collection.js'
import type { Letter } from './passage.js'
import { readMessage } from './service.js'
import { heldDays } from './transition.js'

/** To the desk: somebody has to be told by voice. Neither the words nor the sender's name: those are read at the desk. */
export const messageDesk: MailDefinition = {
  document: 'messages',
  opens: null,
  toDesk: true,
  async render({ req, target, lang }) {
    const message = await readMessage(req, target)
    if (message?.status !== 'held') return null
    const { options } = mokor(req.payload)
    const name = isolated(message.memberName ?? '')
    return {
      to: { name: options.organisation.name, address: options.organisation.email },
      ...pick<Letter>(lang, {
        it: {
          subject: name ? `Da riferire a ${name}: un messaggio` : 'Un messaggio da riferire',
          paragraphs: [
            message.failure
              ? `Il messaggio per ${name} non è arrivato per mail. Si può riferire a voce, rimandarlo a un indirizzo corretto o restituirlo a chi l’ha scritto.`
              : `${name} non ha un’e-mail: il messaggio si riferisce a voce.`,
          ],
          action: { label: 'Apri la scrivania', url: deskAddress(req, message) },
          footer: [
            `Il testo si legge solo alla scrivania, e si cancella quando è riferito. Dopo ${heldDays} giorni torna a chi l’ha scritto.`,
          ],
        },
        en: {
          subject: name ? `To pass on to ${name}: a message` : 'A message to pass on',
          paragraphs: [
            message.failure
              ? `The message to ${name} did not arrive by mail. It can be passed on by voice, sent again to a corrected address, or given back to its sender.`
              : `${name} has no e-mail: the message is to be passed on by voice.`,
          ],
          action: { label: 'Open the desk', url: deskAddress(req, message) },
          footer: [
            `The text is read at the desk alone, and erased once it is passed on. After ${heldDays} days it goes back to its sender.`,
          ],
        },
      }),
    }
  },
}

const deskAddress = (req: PayloadRequest, { id }: Message): string =>
  mokor(req.payload).options.publicUrl + deskItemAddress(req.payload.config.routes.admin, 'messages', id)
