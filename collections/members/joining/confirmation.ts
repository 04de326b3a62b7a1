// How a person confirms that they join: which mails ask, and what they are called in the outbox.
import { defineConfirmation } from '../../../plugin/confirmation/index.js'
import { expiryKey } from '../../../plugin/lifecycle/expiry.js'
import type { Member } from '../member.js'

export const joinConfirmation = defineConfirmation<Member>({
  document: 'members',
  link: 'confirm-join',
  mail: 'member-confirm',
  reminder: { mail: 'member-reminder', afterHours: 48 },
  expire: 'member-expire',
  forget: 'member-forget',
  rounds: { mail: (_, { at }) => at.toISOString(), expire: expiryKey, forget: expiryKey },
  langOf: ({ lang }) => lang,
})
