// What the donation form asks later, how all of it is sent, and what follows.
import { html } from 'lit'
import { centsOf } from '../../collections/donations/form/amount.js'
import { completed } from '../../plugin/contract/form/completed.js'
import type { Field } from '../../plugin/contract/form/field.js'
import type { FormRest } from '../core/form/form.js'
import { heading } from '../core/heading.js'
import type { MokorDonate } from './mokor-donate.js'

export const donationFields = (opening: readonly Field[]): readonly Field[] =>
  completed(opening, [
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

export const restOf = (form: MokorDonate): FormRest => ({
  words: {
    it: () => import('../../collections/donations/form/later.it.js'),
    en: () => import('../../collections/donations/form/later.en.js'),
  },
  get fields() {
    return donationFields(form.fields)
  },
  path: '/donations',
  keeps: true,
  // The slip must be at hand before the pledge is sent: afterwards it would be too late to say that it is not.
  prepare: () => import('./mokor-donation-slip.js').then((slip) => slip.prepare(form.language)),
  drawDone(slip, words) {
    // At hand already, but where a reload brings the slip of before.
    import('./mokor-donation-slip.js').catch(() => null)
    return html`${heading(form.headingLevel, words.done)}<mokor-donation-slip .slip=${slip}></mokor-donation-slip>`
  },
})
