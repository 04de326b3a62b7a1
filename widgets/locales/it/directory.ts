// Italian words of the directory and of a person's card.
import type { CardWords, DirectoryWords } from '../en/directory.js'

const number = new Intl.NumberFormat('it')
const day = new Intl.DateTimeFormat('it', { day: 'numeric', month: 'long', timeZone: 'UTC' })

export const cardWords: CardWords = {
  place: (place) =>
    place.municipality ? `${place.municipality.name} (${place.province.code})` : `Provincia di ${place.province.name}`,
  distance: (km) => (km < 1 ? 'in zona' : `a ${number.format(km)} km`),
  comes: 'si sposta fin qui',
  remote: 'anche a distanza',
  remoteOnly: 'solo a distanza',
  now: 'Disponibile subito',
  // «Dal 2 marzo», but «Dall’8», «Dall’11» and «Dal 1º».
  from: (date) => `Dal ${day.format(new Date(date))}`.replace(/l (8|11) /, 'll’$1 ').replace(' 1 ', ' 1º '),
  sometimes: 'Ogni tanto',
  'not-now': 'Ora non prende lavori',
  more: (count) => (count === 1 ? 'un’altra capacità' : `altre ${count} capacità`),
  failedText: 'La rete non risponde. Controlla la connessione, o riprova tra poco.',
  retry: 'Riprova',
}

export const words: DirectoryWords = {
  ...cardWords,
  search: 'Cerca persone e mestieri',
  what: 'Un mestiere, una capacità, una persona',
  near: 'Vicino a',
  nearHint: 'Comune',
  go: 'Cerca',
  filters: 'Filtri',
  kind: 'Chi',
  province: 'Provincia',
  skill: 'Capacità',
  mode: 'Modo di lavorare',
  available: 'Prende lavori ora',
  setAside: (words) => (words[0] ? ` · senza «${words.join('», «')}»` : ''),
  results: 'Persone e aziende',
  next: 'Mostra altri',
  failed: 'L’elenco non si è caricato',
  back: 'Torna ai risultati',
  rotation: 'Nessuno è sempre primo: l’ordine gira ogni giorno.',
}
