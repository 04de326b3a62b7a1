// What every form says in Italian once somebody writes in it.
export const form = {
  choose: 'Scegli',
  back: 'Indietro',
  empty: 'Svuota',
  emptied: 'Il modulo è vuoto.',
  restore: 'Riprendi quello che era scritto',
  wrong: 'C’è ancora qualcosa da sistemare:',
  wait: 'Si può riprovare {when}.',
  missing: 'Manca questa risposta',
  refused: 'Questo sito non è collegato alla rete: da qui il modulo non può partire.',
  insecure: 'Questa pagina non è protetta (https): da qui il modulo non può partire.',
  'email~': 'L’e-mail va scritta come nome@esempio.it',
  'tel~': 'Il telefono va scritto come 333 123 4567',
  'date~': 'La data va da oggi in poi',
  'place~': 'Il comune va scelto dall’elenco',
  'skills~': 'Non c’è più posto per l’ultima voce scritta: ne va tolta una',
}
