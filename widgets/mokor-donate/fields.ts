// What the donation form asks.
import type { Field, Values } from '../core/form/field.js'
import { centsOf, euros } from './amount.js'

const named = ({ publicAs }: Values) => publicAs === 'name'

/** @param amounts whole euros offered as large choices */
export const donationFields = (amounts: readonly string[]): readonly Field[] => [
  {
    name: 'amount',
    kind: 'one',
    look: 'large',
    at: '/amountCents',
    needed: true,
    options: [...amounts, 'other'],
    optionName: (euro, language) => euros(Number(euro) * 100, language),
    send: (euro) => (euro === 'other' ? undefined : Number(euro) * 100),
  },
  {
    name: 'amountOther',
    kind: 'text',
    inputMode: 'decimal',
    at: '/amountCents',
    needed: true,
    max: 16,
    shown: ({ amount }) => amount === 'other',
    check: (text) => (centsOf(text as string) === null ? 'amount~' : undefined),
    send: (text) => centsOf(text as string),
  },
  { name: 'frequency', kind: 'one', at: '/frequency', initial: 'once', options: ['once', 'monthly'] },
  { name: 'type', kind: 'one', at: '/donor/type', initial: 'person', options: ['person', 'organisation'] },
  { name: 'name', kind: 'text', at: '/donor/name', needed: named, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', at: '/donor/email', max: 254, autocomplete: 'email' },
  { name: 'publicAs', kind: 'one', at: '/publicAs', initial: 'anonymous', options: ['anonymous', 'name'] },
  { name: 'publish', kind: 'check', consent: 'publish', needed: true, shown: named },
  { name: 'message', kind: 'area', at: '/message', max: 500 },
]
