// What editors read when a text of a member cannot be published.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import type { Leak } from './private-text.js'

const leakNames: Record<Leak['of'], Localized> = {
  contact: localized('un recapito', 'a contact'),
  email: localized('l’e-mail', 'the e-mail address'),
  phone: localized('il telefono, che non si vuole mostrare', 'the phone number, which is not to be shown'),
  lastName: localized('il cognome, che non deve comparire', 'the last name, which is not to be shown'),
  firstName: localized('il nome, che non deve comparire', 'the first name, which is not to be shown'),
  companyName: localized('il nome dell’azienda, che non deve comparire', 'the company name, which is not to be shown'),
  'helper.name': localized('il nome di chi ha aiutato', 'the helper’s name'),
  'helper.email': localized('l’e-mail di chi ha aiutato', 'the helper’s e-mail address'),
  notes: localized('una nota della redazione', 'an editors’ note'),
}

export const leakSentence = (of: Leak['of']): Localized =>
  localized(
    `Qui c’è ${leakNames[of].it}: questo testo è pubblico. Va tolto prima di pubblicare.`,
    `This holds ${leakNames[of].en}: the text is public. Take it out before publishing.`,
  )

export const consentFirst: Localized = localized(
  'Per mostrarla anche ai clienti serve il consenso alla scheda pubblica: aggiungilo tra i consensi.',
  'To show it to clients too, the consent to a public profile is needed: add it to the consents.',
)
