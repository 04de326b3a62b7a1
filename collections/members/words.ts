// What editors read when a member's file cannot be saved or published as it is.
import { say, type Words } from '../../plugin/words.js'
import type { Leak } from './leaks.js'
import type { MemberStatus } from './member.js'

const leakNames: Record<Leak['of'], Words> = {
  contact: { it: 'un recapito', en: 'a contact' },
  email: { it: 'l’e-mail', en: 'the e-mail address' },
  phone: { it: 'il telefono, che non si vuole mostrare,', en: 'the phone number, which is not to be shown,' },
  lastName: { it: 'il cognome, che non deve comparire,', en: 'the last name, which is not to be shown,' },
  firstName: { it: 'il nome, che non deve comparire,', en: 'the first name, which is not to be shown,' },
  companyName: {
    it: 'il nome dell’azienda, che non deve comparire,',
    en: 'the company name, which is not to be shown,',
  },
  'helper.name': { it: 'il nome di chi ha aiutato', en: 'the helper’s name' },
  'helper.email': { it: 'l’e-mail di chi ha aiutato', en: 'the helper’s e-mail address' },
  notes: { it: 'una nota della redazione', en: 'an editors’ note' },
}

export const leakSentence = (of: Leak['of']): Words => ({
  it: `Qui c’è ${leakNames[of].it}: questo testo è pubblico. Va tolto prima di pubblicare.`,
  en: `This holds ${leakNames[of].en}: the text is public. Take it out before publishing.`,
})

export const consentFirst: Words = {
  it: 'Per mostrarla anche ai clienti serve il consenso alla scheda pubblica: aggiungilo tra i consensi.',
  en: 'To show it to clients too, the consent to a public profile is needed: add it to the consents.',
}

export const contactSentence: Words = {
  it: 'Manca un recapito: basta un’e-mail, un telefono o l’e-mail di chi aiuta.',
  en: 'A contact is missing: an e-mail address, a phone number or the helper’s address will do.',
}

export const missingSentence: Words = {
  it: 'Da completare prima di approvare.',
  en: 'To be filled in before approval.',
}

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

export const statusSentence = (from: MemberStatus, to: MemberStatus): Words => ({
  it: `Lo stato cambia con i pulsanti: da «${statusWords[from].it}» a «${statusWords[to].it}» così non si passa. Ricarica la pagina se qualcuno l’ha cambiato nel frattempo.`,
  en: `The status changes by the buttons: “${statusWords[from].en}” cannot become “${statusWords[to].en}” this way. Reload the page if somebody changed it meanwhile.`,
})

export const startSentence: Words = {
  it: 'Una scheda nuova parte «da approvare».',
  en: 'A new profile starts as “to approve”.',
}
