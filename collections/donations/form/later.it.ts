// What the donation form says in Italian once somebody writes in it.
import { form } from '../../../plugin/contract/form/later-words.it.js'

export const words = {
  ...form,
  amountOther: 'Importo in euro',
  publish: 'La rete può pubblicare questo nome fra chi la sostiene',
  another: 'Prepara un’altra donazione',
  done: 'Grazie! Ora manca il bonifico',
  'amount!': 'Manca l’importo: scegline uno o scrivi il tuo',
  'amountOther!': 'Manca l’importo',
  'money~': 'Scrivi un importo da 1 a 999.999,99 euro, per esempio 12,50',
  'name!': 'Manca il nome da far comparire',
  'publish!': 'Per comparire con il nome serve il tuo sì',
}
