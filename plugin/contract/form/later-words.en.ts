// What every form says in English once somebody writes in it.
import type { form as italian } from './later-words.it.js'

export const form: typeof italian = {
  choose: 'Choose',
  back: 'Back',
  empty: 'Clear',
  emptied: 'The form is empty.',
  restore: 'Bring back what you wrote',
  wrong: 'A few things need another look:',
  wait: 'You can try again {when}.',
  missing: 'This answer is missing',
  refused: 'This site is not connected to the network: the form cannot be sent from here.',
  insecure: 'This page is not secure (https): the form cannot be sent from here.',
  'email~': 'Write the e-mail like name@example.org',
  'tel~': 'Write the phone number like 333 123 4567',
  'date~': 'Choose a date from today on',
  'place~': 'Choose the municipality from the list',
  'skills~': 'There is no room for the last entry: take one away',
}
