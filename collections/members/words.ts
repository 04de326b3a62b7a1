// What editors read when a member's file cannot be saved or published as it is.
import { say, type Words } from '../../plugin/i18n/localized.js'
import type { MemberStatus } from './member.js'

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
