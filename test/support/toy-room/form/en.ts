// The form to borrow a tool in English.
import { form } from '../../../../plugin/contract/form/words.en.js'
import type { words as italian } from './it.js'

export const words: typeof italian = {
  ...form,
  title: 'Ask for a tool',
  intro: 'It is yours for {n} days.',
  tool: 'Which tool?',
  'tool!': 'The tool that you need is missing',
  name: 'Name',
  email: 'E-mail',
  send: 'Ask',
  done: 'Please confirm',
  sent: 'The link is in the mail.',
}
