// How a client confirms a request: which mails ask, and what they are called in the outbox.
import { defineConfirmation } from '../../plugin/confirmation/index.js'
import { expiryKey } from '../../plugin/lifecycle/expiry.js'
import { roundOf } from '../../plugin/lifecycle/timeline.js'
import type { Commission } from './types.js'

export const requestConfirmation = defineConfirmation<Commission>({
  document: 'commissions',
  link: 'confirm-request',
  mail: 'commission-confirm',
  reminder: { mail: 'commission-reminder', afterHours: 24 },
  expire: 'commission-expire',
  forget: 'commission-forget',
  rounds: { mail: roundOf, expire: roundOf, forget: (commission) => `${commission.status}:${expiryKey(commission)}` },
  langOf: ({ client }) => client.lang,
})
