// The donation form in English.

import { form } from '../../../plugin/contract/form/words.en.js'
import type { words as italian } from './it.js'

export const words: typeof italian = {
  ...form,
  send: 'Prepare the transfer',
  amount: 'How much would you like to give?',
  'amount.*': '€{}',
  'amount.other': 'Other',
  frequency: 'How often?',
  'frequency.once': 'Once',
  'frequency.monthly': 'Every month',
  'frequency?': 'Every month: you set up a standing order yourself, and stop it whenever you like.',
  type: 'Who gives?',
  'type.person': 'A person',
  'type.organisation': 'A company or an organisation',
  name: 'Name',
  email: 'E-mail',
  'email?': 'Only to send you the same details.',
  publicAs: 'How would you like to appear?',
  'publicAs.anonymous': 'I would rather not appear',
  'publicAs.name': 'With my name',
  message: 'A message',
  'message?': 'If you appear by name, it may be published beside it.',
}
