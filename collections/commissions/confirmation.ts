// How a client confirms a request: which mails ask, and what they are called in the outbox.
import { defineConfirmation } from '../../plugin/confirmation/index.js'
import { expiryKey } from '../../plugin/lifecycle/expiry.js'
import type { Commission } from './types.js'

const steps = ({ timeline }: Commission): string => String(timeline?.length ?? 0)

export const requestConfirmation = defineConfirmation<Commission>({
  document: 'commissions',
  link: 'confirm-request',
  mail: 'commission-confirm',
  reminder: { mail: 'commission-reminder', afterHours: 24 },
  expire: 'commission-expire',
  forget: 'commission-forget',
  rounds: { mail: steps, expire: steps, forget: (commission) => `${commission.status}:${expiryKey(commission)}` },
  langOf: ({ client }) => client.lang,
})
