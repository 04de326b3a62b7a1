// The field for a municipality in Italian.
export const words = {
  found: 'Comuni: {n}',
  none: 'Nessun comune con questo nome',
  down: 'L’elenco dei comuni ora non arriva: riprova fra poco',
}
