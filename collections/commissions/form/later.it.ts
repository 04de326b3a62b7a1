// What the request form says in Italian once somebody writes in it.
import { form } from '../../../plugin/contract/form/later-words.it.js'

export const words = {
  ...form,
  organisation: 'Nome dell’azienda o dell’ente',
  place: 'Comune',
  'place?': 'L’indirizzo si dà solo alla persona scelta.',
  placeNote: 'Frazione o zona',
  by: 'Entro il',
  urgent: 'Non può aspettare: serve entro poche ore',
  'urgent?':
    'Prima chiudi acqua, gas o corrente e chiama subito un pronto intervento; se c’è pericolo, il 112. La rete non è un servizio d’emergenza.',
  micro: 'È un lavoretto, meno di due ore',
  callTimes: 'Quando chiamare',
  'organisation!': 'Manca il nome dell’azienda o dell’ente',
  'description!': 'Manca il lavoro che serve',
  'description~': 'Serve almeno una frase sul lavoro',
  'mode!': 'Manca dove si svolge il lavoro',
  'place!': 'Manca il comune in cui si svolge il lavoro',
  'soon!': 'Manca per quando serve',
  'by!': 'Manca la data entro cui serve',
  'name!': 'Manca il nome di chi chiede',
  'email!': 'Manca l’e-mail per confermare la richiesta',
  'phone!': 'Manca il telefono a cui chiamare',
  'share!': 'Serve un sì per mostrare la richiesta a chi può lavorarci',
  done: 'Manca solo la conferma',
  confirm: 'È partita un’e-mail: aprendo il link entro 7 giorni la richiesta arriva alla rete.',
  reference: 'Riferimento della richiesta',
  answer: 'Dopo la conferma, {network} risponde entro {n} giorni lavorativi.',
  free: 'Alla rete non si paga nulla: il prezzo è fra chi chiede e chi lavora.',
  another: 'Invia un’altra richiesta',
}
