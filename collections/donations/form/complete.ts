// Every field of the donation form: its opening ones completed, and those that follow once somebody writes.

import { completeFields } from '../../../plugin/contract/form/completed.js'
import type { Field } from '../../../plugin/contract/form/field.js'
import { centsOf } from './amount.js'

export const donationFields = (opening: readonly Field[]): readonly Field[] =>
  completeFields(opening, [
    { name: 'amount', at: '/amountCents', send: (euro) => (euro === 'other' ? undefined : Number(euro) * 100) },
    {
      name: 'amountOther',
      inputMode: 'decimal',
      at: '/amountCents',
      needed: true,
      max: 16,
      shown: ({ amount }) => amount === 'other',
      check: (text) => (centsOf(text as string) === null ? 'amount~' : undefined),
      send: (text) => centsOf(text as string),
    },
    { name: 'frequency', at: '/frequency' },
    { name: 'type', at: '/donor/type' },
    { name: 'name', at: '/donor/name' },
    { name: 'email', at: '/donor/email' },
    { name: 'publicAs', at: '/publicAs' },
    { name: 'publish', kind: 'check', consent: 'publish', needed: true, shown: ({ publicAs }) => publicAs === 'name' },
    { name: 'message', at: '/message' },
  ])
