// The field for skills in Italian.
export const words = {
  found: 'Voci: {n}',
  none: 'Già scelta',
  own: 'parole proprie',
  added: 'Aggiunto:',
}
