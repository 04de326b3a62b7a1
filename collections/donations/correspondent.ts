// Whom the desk writes to about a donation: its donor, where they left an address.
import type { Correspondent } from '../../plugin/desk/answer.js'
import { plainName } from '../../plugin/mail/plain-name.js'
import type { Donation } from './types.js'

export function donorOf({ donor, reference }: Donation): Correspondent | null {
  if (!donor.email) return null
  const whole = plainName(donor.name)
  const name = donor.type === 'person' ? (whole.split(' ')[0] ?? '') : ''
  return {
    to: { address: donor.email, name: whole },
    lang: donor.lang,
    name,
    hello: donor.type === 'person' ? { it: 'Ciao', en: 'Hello' } : { it: 'Buongiorno', en: 'Hello' },
    reference,
    subject: (network) => ({
      it: `Donazione ${reference}: scrive ${network}`,
      en: `Donation ${reference}: a message from ${network}`,
    }),
  }
}
