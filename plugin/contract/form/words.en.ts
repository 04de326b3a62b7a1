// What every form says in English.
import type { form as italian } from './words.it.js'

export const form: typeof italian = {
  optional: '(optional)',
  busy: 'Sending…',
  again: 'Try again',
  silent: 'The network does not answer: try again shortly.',
  unreachable: 'The network does not answer: try again shortly. What you wrote stays here.',
  elsewhere: 'Continue on the network’s site',
  privacy: 'How we handle your data',
}
