// The join form in English.

import { form } from '../../../../plugin/contract/form/words.en.js'
import type { words as italian } from './it.js'

export const words: typeof italian = {
  ...form,
  next: 'Next',
  send: 'Send and join',
  who: 'Who you are',
  what: 'What you can do',
  where: 'How to find you',
  helper: 'I am filling this in for another person',
  kind: 'Who are you?',
  'kind?': 'Whether you have work stays with the network.',
  'kind.professional': 'Professional',
  'kind.company': 'Company',
  'kind.enthusiast': 'Enthusiast',
  'kind.occasional': 'I work now and then',
  'kind.unemployed': 'I lost my job',
  'kind.never-employed': 'I am looking for my first job',
  'kind.underemployed': 'I work less than I would like',
  firstName: 'First name',
  lastName: 'Last name',
  displayAs: 'How would you like to appear?',
  'displayAs.initial': 'First name and initial',
  'displayAs.full': 'First and last name',
}
