// The field for a municipality in Italian.
export const words = {
  found: 'Comuni: {n}, scegli con le frecce',
  none: 'Nessun comune con questo nome',
}
