// Whom the desk writes to about a request: its client, once the address is known to be theirs.
import type { Correspondent } from '../../plugin/desk/answer.js'
import { plainName } from '../../plugin/mail/plain-name.js'
import { wasConfirmed } from './lifecycle.js'
import type { Commission } from './types.js'

export function clientOf(commission: Commission): Correspondent | null {
  const { client, reference } = commission
  if (!client.email || !wasConfirmed(commission)) return null
  const name = plainName(client.name)
  return {
    to: { address: client.email, name },
    lang: client.lang,
    name,
    hello: { it: 'Buongiorno', en: 'Hello' },
    reference,
    subject: (network) => ({
      it: `Richiesta ${reference}: scrive ${network}`,
      en: `Request ${reference}: a message from ${network}`,
    }),
  }
}
