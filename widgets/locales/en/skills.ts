// The field for skills in English.
import type { words as italian } from '../it/skills.js'

export const words: typeof italian = {
  found: 'Entries: {n}',
  none: 'Chosen already',
  own: 'in your own words',
  added: 'Added:',
}
