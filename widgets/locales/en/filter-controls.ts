// English words of what narrows the directory.
const number = new Intl.NumberFormat('en')

export const words = {
  radius: 'Within',
  km: (km: number) => `${km} km`,
  chosen: 'Chosen filters',
  drop: (label: string) => `Remove ${label}`,
  dropAll: 'Remove all',
  nearChip: (place: string) => `near ${place}`,
  nobodyNear: (km: number) => `Nobody within ${km} km`,
  coming: (count: number) =>
    count === 1
      ? 'One lives farther away, but travels as far as here'
      : `${number.format(count)} live farther away, but travel as far as here`,
  everywhere: (count: number) =>
    count === 1 ? 'One works all over Italy' : `${number.format(count)} work all over Italy`,
  travels: 'all over Italy',
  whichPlace: 'Which place do you mean?',
  noPlace: (name: string) => `No municipality is called “${name}”: check how it is spelt, or take the place away`,
  empty: 'Nobody here, for now',
  emptyText: 'The network grows a person at a time. Meanwhile you could:',
  wider: (km: number) => `widen to ${km} km`,
  without: (label: string) => `search without “${label}”`,
  ask: 'send a request to the network',
}

export type NarrowingWords = typeof words
