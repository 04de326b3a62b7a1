// What the form that writes to a person says in English once somebody writes in it.
import { form } from '../../../../plugin/contract/form/later-words.en.js'

export const words = {
  ...form,
  'message!': 'The message is missing',
  'message~': 'Write at least a sentence in the message',
  'name!': 'Your name is missing',
  'email!': 'The e-mail to confirm and be answered is missing',
  done: 'Only the confirmation is missing',
  confirm:
    'We have sent you an e-mail: open its link within 7 days and the message goes out. The answer comes to you, directly.',
  another: 'Write another message',
}
