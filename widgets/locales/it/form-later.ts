// What every form says in Italian once somebody writes in it.
export const form = {
  choose: 'Scegli',
  back: 'Indietro',
  empty: 'Svuota',
  emptied: 'Il modulo è vuoto.',
  restore: 'Riprendi quello che avevi scritto',
  wrong: 'Manca ancora qualcosa:',
  missing: 'Manca questa risposta',
  refused: 'Questo sito non è collegato alla rete: da qui il modulo non può partire.',
  insecure: 'Questa pagina non è protetta (https): da qui il modulo non può partire.',
  elsewhere: 'Continua sul sito della rete',
  'email~': 'L’indirizzo e-mail non sembra giusto',
  'tel~': 'Il numero di telefono non sembra giusto',
  'date~': 'Scegli una data da oggi in poi',
  'place~': 'Scegli il comune dall’elenco',
}
