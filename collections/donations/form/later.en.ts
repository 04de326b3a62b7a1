// What the donation form says in English once somebody writes in it.

import { form } from '../../../plugin/contract/form/later-words.en.js'
import type { words as italian } from './later.it.js'

export const words: typeof italian = {
  ...form,
  amountOther: 'Amount in euros',
  publish: 'The network may publish this name among its supporters',
  another: 'Prepare another donation',
  done: 'Thank you! Now make the transfer',
  'amount!': 'The amount is missing: choose one or write your own',
  'amountOther!': 'The amount is missing',
  'money~': 'Write an amount from 1 to 999,999.99 euros, for example 12.50',
  'name!': 'The name to show is missing',
  'publish!': 'To appear by name we need your yes',
}
