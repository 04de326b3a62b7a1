// How a sender confirms a message: which mail asks, and what it is called in the outbox. Its term stays as it is.
import { defineConfirmation } from '../../../plugin/confirmation/index.js'
import type { Message } from './collection.js'

export const messageConfirmation = defineConfirmation<Message>({
  document: 'messages',
  opens: null,
  link: 'confirm-message',
  mail: 'message-confirm',
  expire: 'message-forget',
  forget: 'message-forget',
  rounds: {
    // Once more at most once a day.
    mail: (_, { at, again }) => (again ? at.toISOString().slice(0, 10) : null),
    expire: () => null,
    forget: () => 'late',
  },
  langOf: ({ lang }) => lang,
})
