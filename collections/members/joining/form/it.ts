// The join form in Italian.
import { form } from '../../../../plugin/contract/form/words.it.js'

export const words = {
  ...form,
  next: 'Avanti',
  send: 'Invia la tua adesione',
  who: 'Chi sei',
  what: 'Cosa sai fare',
  where: 'Come trovarti',
  helper: 'Sto compilando per un’altra persona',
  kind: 'Chi sei?',
  'kind?': 'La tua condizione di lavoro resta alla rete.',
  'kind.professional': 'Professionista',
  'kind.company': 'Azienda',
  'kind.enthusiast': 'Appassionato o appassionata',
  'kind.occasional': 'Lavoro ogni tanto',
  'kind.unemployed': 'Ho perso il lavoro',
  'kind.never-employed': 'Cerco il primo lavoro',
  'kind.underemployed': 'Lavoro meno di quanto vorrei',
  firstName: 'Nome',
  lastName: 'Cognome',
  displayAs: 'Come vuoi comparire?',
  'displayAs.initial': 'Nome e iniziale',
  'displayAs.full': 'Nome e cognome',
}
