// The field for a municipality in Italian.
export const words = {
  found: '{n} comuni: scegli con le frecce',
  one: 'Un comune: scegli con la freccia giù',
  none: 'Nessun comune con questo nome',
}
