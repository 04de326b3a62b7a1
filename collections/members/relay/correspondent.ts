// Whom the desk writes to about a message in its hands: its sender, whose address the confirmation has proved.
import type { Correspondent } from '../../../plugin/desk/answer.js'
import type { Message } from './collection.js'

export function senderOf({ email, lang, memberName, name, status }: Message): Correspondent | null {
  if (status !== 'held' || !email) return null
  return {
    to: { name: name ?? '', address: email },
    lang,
    name: name ?? '',
    hello: { it: 'Buongiorno', en: 'Hello' },
    reference: null,
    subject: (network) =>
      memberName
        ? {
            it: `Il messaggio per ${memberName}: scrive ${network}`,
            en: `Your message to ${memberName}: ${network} writes`,
          }
        : { it: `Il tuo messaggio: scrive ${network}`, en: `Your message: ${network} writes` },
  }
}
