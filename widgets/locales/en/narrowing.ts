// English words of what narrows the directory.
export const words = {
  radius: 'Within',
  km: (km: number) => `${km} km`,
  chosen: 'Chosen filters',
  drop: (label: string) => `Remove ${label}`,
  dropAll: 'Remove all',
  nearChip: (place: string) => `near ${place}`,
  whichPlace: 'Which place do you mean?',
  noPlace: (name: string) => `No municipality is called “${name}”: check how it is spelt, or take the place away`,
  empty: 'Nobody here, for now',
  emptyText: 'The network grows a person at a time. Meanwhile you could:',
  wider: (km: number) => `widen to ${km} km`,
  without: (label: string) => `search without “${label}”`,
  ask: 'send a request to the network',
}

export type NarrowingWords = typeof words
