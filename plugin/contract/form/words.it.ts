// What every form says in Italian.
export const form = {
  optional: '(facoltativo)',
  busy: 'Invio in corso…',
  again: 'Riprova',
  silent: 'La rete non risponde: riprova fra poco.',
  unreachable: 'La rete non risponde: riprova fra poco. Quello che è scritto resta qui.',
  elsewhere: 'Continua sul sito della rete',
  privacy: 'Come trattiamo i dati',
}
