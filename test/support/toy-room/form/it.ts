// The form to borrow a tool in Italian.
import { form } from '../../../../plugin/contract/form/words.it.js'

export const words = {
  ...form,
  title: 'Chiedi un attrezzo',
  intro: 'Si tiene {n} giorni.',
  tool: 'Che attrezzo serve?',
  'tool!': 'Manca l’attrezzo che serve',
  name: 'Nome e cognome',
  email: 'E-mail',
  send: 'Chiedi',
  done: 'Manca la conferma',
  sent: 'Il link è nella mail.',
}
