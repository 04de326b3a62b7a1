// What editors read when a member's file cannot be saved or published as it is.
import type { Words } from '../../plugin/words.js'
import type { Leak } from './leaks.js'

const leakNames: Record<Leak['of'], Words> = {
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

export const missingSentence: Words = {
  it: 'Manca, e serve prima di approvare.',
  en: 'Missing, and needed before approval.',
}

export const statusSentence = (from: string, to: string): Words => ({
  it: `Lo stato cambia con i pulsanti: da «${from}» a «${to}» così non si passa. Ricarica la pagina se qualcuno l’ha cambiato nel frattempo.`,
  en: `The status changes by the buttons: “${from}” cannot become “${to}” this way. Reload the page if somebody changed it meanwhile.`,
})

export const startSentence: Words = {
  it: 'Una scheda nuova parte «da approvare».',
  en: 'A new profile starts as “to approve”.',
}

export const unknownPlace: Words = {
  it: 'Comune sconosciuto: scrivi il nome come sulle carte, o il codice ISTAT.',
  en: 'Unknown municipality: write its name as on maps, or its ISTAT code.',
}

export const severalPlaces = (choices: string): Words => ({
  it: `Ci sono più comuni con questo nome: ${choices}. Scrivi anche la provincia.`,
  en: `Several municipalities bear this name: ${choices}. Add the province.`,
})

export const unknownProvince: Words = {
  it: 'Provincia sconosciuta: scrivi la sigla.',
  en: 'Unknown province: write its abbreviation.',
}

export const skillOrWords: Words = {
  it: 'Scegli una capacità o scrivila con parole sue.',
  en: 'Choose a skill or write it in their own words.',
}
