// The field for a municipality in English.
import type { words as italian } from '../it/place.js'

export const words: typeof italian = {
  found: 'Municipalities: {n}',
  none: 'No municipality of this name',
  down: 'The list of municipalities does not come now: try again shortly',
}
