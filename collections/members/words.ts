// Sentences for editors about a member that cannot be saved or published.
import { type Localized, localized } from '../../plugin/i18n/localized.js'
import type { MemberStatus } from './member.js'

export const contactSentence: Localized = localized(
  'Manca un recapito: basta un’e-mail, un telefono o l’e-mail di chi aiuta.',
  'A contact is missing: an e-mail address, a phone number or the helper’s address will do.',
)

export const missingSentence: Localized = localized(
  'Da completare prima di approvare.',
  'To be filled in before approval.',
)

export const statusWords: Record<MemberStatus, Localized> = {
  unconfirmed: localized('Da confermare', 'Unconfirmed'),
  pending: localized('Da approvare', 'To approve'),
  active: localized('Attiva', 'Active'),
  paused: localized('In pausa', 'Paused'),
  suspended: localized('Sospesa', 'Suspended'),
  refused: localized('Non accolta', 'Refused'),
  leaving: localized('In uscita', 'Leaving'),
  left: localized('Uscita', 'Left'),
  expired: localized('Scaduta', 'Expired'),
}

export const startSentence: Localized = localized(
  'Una scheda nuova parte «da approvare».',
  'A new profile starts as “to approve”.',
)
