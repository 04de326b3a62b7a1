// Italian words of a profile.
import type { MemberWords } from '../en/member.js'
import { cardWords } from './directory.js'

export const words: MemberWords = {
  ...cardWords,
  practised: 'Mestiere',
  aptitude: 'Attitudine',
  passion: 'Passione',
  years: (years) => (years === 1 ? 'un anno' : `${years} anni`),
  done: 'Che cosa ho fatto davvero',
  where: 'Dove e come',
  home: 'Si sposta solo nel proprio comune',
  travels: (km) => `Si sposta fino a ${km} km`,
  everywhere: 'Si sposta in tutta Italia',
  languages: 'Parla',
  language: (code) => new Intl.DisplayNames('it', { type: 'language' }).of(code) ?? code,
  links: 'Altrove',
  phone: 'Telefono',
  write: (name) => `Scrivi a ${name}`,
  resting: 'In questo periodo non prende lavori',
  report: 'Segnala',
  busy: 'Carico la scheda…',
  gone: 'Questa scheda non c’è',
  goneText: 'Può essere stata ritirata, o l’indirizzo non è giusto.',
  failed: 'La scheda non si è caricata',
  kind: {
    professional: 'Professionista',
    company: 'Azienda',
    enthusiast: 'Per passione',
    occasional: 'Lavori occasionali',
  },
}
