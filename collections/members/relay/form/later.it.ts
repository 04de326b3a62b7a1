// What the form that writes to a person says in Italian once somebody writes in it.
import { form } from '../../../../plugin/contract/form/later-words.it.js'

export const words = {
  ...form,
  'message!': 'Manca il messaggio',
  'message~': 'Nel messaggio serve almeno una frase',
  'name!': 'Manca il nome di chi scrive',
  'email!': 'Manca l’e-mail per confermare e avere risposta',
  done: 'Manca solo la conferma',
  confirm: 'È partita un’e-mail: aprendo il link entro 7 giorni il messaggio parte. La risposta arriva direttamente.',
  another: 'Scrivi un altro messaggio',
}
