// Names of what people said about a team, and what editors read when a save is refused.
import { type Localized, localized } from '../../plugin/i18n/localized.js'
import type { TeamAnswer } from './types.js'

export const answerWords: Record<TeamAnswer, Localized> = {
  yes: localized('Ha detto di sì', 'Said yes'),
  no: localized('Ha detto di no', 'Said no'),
  left: localized('È uscita o uscito', 'Left'),
}

export const saveSentences = {
  notNow: localized(
    'Questa persona non si può aggiungere ora: la sua scheda non è attiva né in pausa.',
    'This person cannot be added now: their file is neither active nor paused.',
  ),
  twice: localized(
    'Questa persona è già nella squadra: ogni persona una volta sola.',
    'This person is in the team already: each person once.',
  ),
  start: localized(
    'Una squadra comincia «Da proporre»: poi lo stato cambia con i pulsanti.',
    'A team begins as “To be proposed”: then the buttons change its status.',
  ),
  notReady: localized(
    'Così non si può ancora chiedere: la squadra ha qualcosa da mettere a posto, scritto in cima alla sua pagina.',
    'People cannot be asked yet: something in the team is to be put right first, as the top of its page says.',
  ),
  mark: localized(
    'Il nome contiene il marchio della rete: prima di mostrarlo a tutti serve il pulsante «Consenti il nome».',
    'The name holds the network’s mark: before everybody sees it, the button “Allow the name” is needed.',
  ),
  days: localized(
    'Il giorno in cui si finisce viene prima di quello in cui si comincia.',
    'The day it ends comes before the day it begins.',
  ),
}
