// The field for a municipality in English.
import type { words as italian } from '../it/place.js'

export const words: typeof italian = {
  found: '{n} municipalities: choose with the arrows',
  one: 'One municipality: choose with the down arrow',
  none: 'No municipality of this name',
}
