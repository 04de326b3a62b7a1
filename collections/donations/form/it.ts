// The donation form in Italian.
import { form } from '../../../plugin/contract/form/words.it.js'

export const words = {
  ...form,
  send: 'Prepara il bonifico',
  amount: 'Quanto vuoi donare?',
  'amount.*': '{}\u00a0€',
  'amount.other': 'Altro',
  frequency: 'Ogni quanto?',
  'frequency.once': 'Una volta',
  'frequency.monthly': 'Ogni mese',
  'frequency?': 'Ogni mese: imposti tu un bonifico periodico, e lo fermi quando vuoi.',
  type: 'Chi dona?',
  'type.person': 'Una persona',
  'type.organisation': 'Un’azienda o un ente',
  name: 'Nome',
  email: 'E-mail',
  'email?': 'Solo per mandarti gli stessi dati.',
  publicAs: 'Come vuoi comparire?',
  'publicAs.anonymous': 'Preferisco non comparire',
  'publicAs.name': 'Con il mio nome',
  message: 'Un messaggio',
  'message?': 'Se compari con il nome, può essere pubblicato accanto.',
}
