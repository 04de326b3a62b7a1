// The form that writes to a person, in English.
import { form } from '../../../../plugin/contract/form/words.en.js'

export const words = {
  ...form,
  send: 'Send the message',
  message: 'Message',
  'message?': 'What you need, where and when. No data on health, or about others.',
  name: 'First and last name',
  email: 'E-mail',
  'email?': 'Needed to confirm, and for the answer.',
  phone: 'Phone',
}
