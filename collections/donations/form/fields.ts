// What the donation form asks.
import type { Field } from '../../../plugin/contract/form/field.js'

const named = { publicAs: 'name' }

/** @param amounts whole euros offered as large choices */
export const donationFields = (amounts: readonly string[]): readonly Field[] => [
  { name: 'amount', kind: 'euros', at: '/amountCents', needed: true, options: [...amounts, 'other'] },
  {
    name: 'amountOther',
    kind: 'money',
    at: '/amountCents',
    needed: true,
    shown: { amount: 'other' },
    range: [100, 99_999_999],
    max: 16,
  },
  { name: 'frequency', kind: 'one', at: '/frequency', initial: 'once', options: ['once', 'monthly'] },
  { name: 'type', kind: 'one', at: '/donor/type', initial: 'person', options: ['person', 'organisation'] },
  { name: 'name', kind: 'text', at: '/donor/name', needed: named, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', at: '/donor/email', max: 254, autocomplete: 'email' },
  { name: 'publicAs', kind: 'one', at: '/publicAs', initial: 'anonymous', options: ['anonymous', 'name'] },
  { name: 'publish', kind: 'check', consent: 'publish', needed: true, shown: named },
  { name: 'message', kind: 'area', at: '/message', max: 500 },
]
