// The field for skills in English.
import type { words as italian } from '../it/skills.js'

export const words: typeof italian = {
  found: '{n} entries: choose with the arrows',
  one: 'One entry: choose with the down arrow',
  none: 'No entry',
  own: 'in your own words',
  added: 'Added:',
  remove: 'Remove',
  removed: 'Removed:',
  optional: '(optional)',
  origin: 'Trade, aptitude or passion?',
  practised: 'Trade',
  aptitude: 'Aptitude',
  passion: 'Passion',
  years: 'For how many years?',
  qualified: 'This needs a qualification: do you have it?',
  'qualified?': 'Only the network sees this.',
  yes: 'Yes',
  no: 'No',
  unknown: 'I don’t know',
}
