// The field for a municipality in English.
import type { words as italian } from '../it/place.js'

export const words: typeof italian = {
  found: 'Municipalities: {n}, choose with the arrow keys',
  none: 'No municipality of this name',
}
