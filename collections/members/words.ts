// What editors read when a member's file cannot be saved or published as it is.
import { say, type Words } from '../../plugin/i18n/localized.js'
import type { MemberStatus } from './member.js'
import type { Leak } from './publishing/private-text.js'

const leakNames: Record<Leak['of'], Words> = {
  contact: say('un recapito', 'a contact'),
  email: say('l’e-mail', 'the e-mail address'),
  phone: say('il telefono, che non si vuole mostrare', 'the phone number, which is not to be shown'),
  lastName: say('il cognome, che non deve comparire', 'the last name, which is not to be shown'),
  firstName: say('il nome, che non deve comparire', 'the first name, which is not to be shown'),
  companyName: say('il nome dell’azienda, che non deve comparire', 'the company name, which is not to be shown'),
  'helper.name': say('il nome di chi ha aiutato', 'the helper’s name'),
  'helper.email': say('l’e-mail di chi ha aiutato', 'the helper’s e-mail address'),
  notes: say('una nota della redazione', 'an editors’ note'),
}

export const leakSentence = (of: Leak['of']): Words =>
  say(
    `Qui c’è ${leakNames[of].it}: questo testo è pubblico. Va tolto prima di pubblicare.`,
    `This holds ${leakNames[of].en}: the text is public. Take it out before publishing.`,
  )

export const consentFirst: Words = say(
  'Per mostrarla anche ai clienti serve il consenso alla scheda pubblica: aggiungilo tra i consensi.',
  'To show it to clients too, the consent to a public profile is needed: add it to the consents.',
)

export const contactSentence: Words = say(
  'Manca un recapito: basta un’e-mail, un telefono o l’e-mail di chi aiuta.',
  'A contact is missing: an e-mail address, a phone number or the helper’s address will do.',
)

export const missingSentence: Words = say('Da completare prima di approvare.', 'To be filled in before approval.')

export const statusWords: Record<MemberStatus, Words> = {
  unconfirmed: say('Da confermare', 'Unconfirmed'),
  pending: say('Da approvare', 'To approve'),
  active: say('Attiva', 'Active'),
  paused: say('In pausa', 'Paused'),
  suspended: say('Sospesa', 'Suspended'),
  refused: say('Non accolta', 'Refused'),
  leaving: say('In uscita', 'Leaving'),
  left: say('Uscita', 'Left'),
  expired: say('Scaduta', 'Expired'),
}

export const statusSentence = (from: MemberStatus, to: MemberStatus): Words =>
  say(
    `Lo stato cambia con i pulsanti: da «${statusWords[from].it}» a «${statusWords[to].it}» così non si passa. Ricarica la pagina se qualcuno l’ha cambiato nel frattempo.`,
    `The status changes by the buttons: “${statusWords[from].en}” cannot become “${statusWords[to].en}” this way. Reload the page if somebody changed it meanwhile.`,
  )

export const startSentence: Words = say(
  'Una scheda nuova parte «da approvare».',
  'A new profile starts as “to approve”.',
)
