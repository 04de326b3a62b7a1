// What is asked about a chosen skill, in English.
import type { words as italian } from './skill-words.it.js'

export const words: typeof italian = {
  remove: 'Remove',
  full: 'There are {n} already: take one away to add this one.',
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
