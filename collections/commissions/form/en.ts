// The request form in English.

import { form } from '../../../plugin/contract/form/words.en.js'
import type { words as italian } from './it.js'

export const words: typeof italian = {
  ...form,
  send: 'Send the request',
  member: 'The request starts from the profile you opened: the network will see it.',
  kind: 'Who is asking?',
  'kind.person': 'A person',
  'kind.organisation': 'A company or an organisation',
  description: 'What work is needed?',
  'description?': 'In plain words. Nothing about anybody’s health, nothing about others.',
  skills: 'Trade, if known',
  'skills?': 'Up to five, also in your own words.',
  mode: 'Where does it take place?',
  'mode.onsite': 'In a place',
  'mode.remote': 'Remotely',
  'mode.either': 'Either way',
  soon: 'By when?',
  'soon.soon': 'Soon',
  'soon.by': 'By a date',
  'soon.no-hurry': 'No hurry',
  choice: 'Who chooses?',
  'choice.network': 'The network proposes',
  'choice.client': 'I choose',
  name: 'First and last name',
  email: 'E-mail',
  'email?': 'It is needed to confirm.',
  contactBy: 'Best way to reach you',
  'contactBy.email': 'E-mail',
  'contactBy.phone': 'Phone',
  phone: 'Phone',
  share:
    'The network may show the request, with photographs and answers, to the people and teams it proposes, and give my contacts only to those chosen',
}
