// What the form that writes to a person says in Italian once somebody writes in it.
import { form } from './form-later.js'

export const words = {
  ...form,
  'message!': 'Manca il messaggio',
  'message~': 'Scrivi almeno una frase',
  'name!': 'Manca il tuo nome',
  'email!': 'Manca l’e-mail per confermare e avere risposta',
  done: 'Manca solo la conferma',
  confirm:
    'Ti abbiamo scritto una e-mail: apri il collegamento entro 7 giorni e il messaggio parte. La risposta arriva a te, direttamente.',
  another: 'Scrivi un altro messaggio',
}
