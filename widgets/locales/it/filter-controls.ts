// Italian words of what narrows the directory.
import type { NarrowingWords } from '../en/filter-controls.js'

const number = new Intl.NumberFormat('it')

export const words: NarrowingWords = {
  radius: 'Entro',
  km: (km) => `${km} km`,
  chosen: 'Filtri scelti',
  drop: (label) => `Togli ${label}`,
  dropAll: 'Togli tutti',
  nearChip: (place) => `vicino a ${place}`,
  nobodyNear: (km) => `Nessuno entro ${km} km`,
  coming: (count) =>
    count === 1
      ? 'Una abita più lontano, ma si sposta fin qui'
      : `${number.format(count)} abitano più lontano, ma si spostano fin qui`,
  everywhere: (count) =>
    count === 1 ? 'Una lavora in tutta Italia' : `${number.format(count)} lavorano in tutta Italia`,
  travels: 'in tutta Italia',
  whichPlace: 'Quale luogo intendi?',
  noPlace: (name) => `Nessun comune si chiama «${name}»: controlla come si scrive, o togli il luogo`,
  empty: 'Qui non c’è ancora nessuno',
  emptyText: 'La rete cresce una persona alla volta. Intanto puoi:',
  wider: (km) => `allargare a ${km} km`,
  without: (label) => `cercare senza «${label}»`,
  ask: 'mandare una richiesta alla rete',
}
