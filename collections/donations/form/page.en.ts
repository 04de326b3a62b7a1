// What the donation page says in English beyond the form's own words: it shows every question, and says when one is asked.
import type { words as italian } from './page.it.js'

export const words: typeof italian = {
  title: 'Give to the network',
  intro:
    '{network} lives on donations alone. You give by bank transfer, from your own bank: here we prepare the details, and nothing is paid here.',
  until: 'We expect the transfer by {date}. Later, these details can be asked for again.',
  'amountOther+': 'If you have chosen “Other”: for example 12.50',
}
