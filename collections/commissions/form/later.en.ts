// What the request form says in English once somebody writes in it.

import { form } from '../../../plugin/contract/form/later-words.en.js'
import type { words as italian } from './later.it.js'

export const words: typeof italian = {
  ...form,
  organisation: 'Name of the company or organisation',
  place: 'Municipality',
  'place?': 'The address is given only to the person chosen.',
  placeNote: 'Village or area',
  by: 'By',
  urgent: 'It cannot wait: it is needed within hours',
  'urgent?':
    'First shut off water, gas or electricity and call an emergency repair service at once; in danger, 112. The network is no emergency service.',
  micro: 'It is a small job, less than two hours',
  callTimes: 'When to call',
  'organisation!': 'The name of the company or organisation is missing',
  'description!': 'The work that is needed is missing',
  'description~': 'Describe the work in a sentence at least',
  'mode!': 'Where the work takes place is missing',
  'place!': 'The municipality where the work takes place is missing',
  'soon!': 'When it is needed is missing',
  'by!': 'The date by which it is needed is missing',
  'name!': 'Your name is missing',
  'email!': 'The e-mail to confirm the request is missing',
  'phone!': 'The phone number to call is missing',
  'share!': 'We need your yes to show the request to those who can do the work',
  done: 'Only the confirmation is missing',
  confirm: 'We have sent you an e-mail: open its link within 7 days and the request reaches the network.',
  reference: 'Reference of the request',
  answer: 'Once confirmed, {network} answers within {n} working days.',
  free: 'You pay the network nothing: the price is between you and whoever works.',
  another: 'Send another request',
}
