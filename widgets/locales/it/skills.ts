// The field for skills in Italian.
export const words = {
  found: 'Voci: {n}, scegli con le frecce',
  none: 'Nessuna voce',
  own: 'con parole tue',
  added: 'Aggiunto:',
}
