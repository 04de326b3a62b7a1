// The form that writes to a person, in Italian.
import { form } from '../../../../plugin/contract/form/words.it.js'

export const words = {
  ...form,
  send: 'Invia il messaggio',
  message: 'Messaggio',
  'message?': 'Che cosa serve, dove e per quando. Niente dati sulla salute o di altri.',
  name: 'Nome e cognome',
  email: 'E-mail',
  'email?': 'Serve per confermare e per la risposta.',
  phone: 'Telefono',
}
