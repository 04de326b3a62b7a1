// What the form that writes to a person says in English on its page, beyond the form's own words.
import type { words as italian } from './page.it.js'

export const words: typeof italian = {
  sent: 'We have sent an e-mail to {to}: open its link within {days} days and confirm, and the message goes out.',
}
