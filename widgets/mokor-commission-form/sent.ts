// What the request form asks later, how all of it is sent, and what follows.
import { html } from 'lit'
import { openingFields } from '../../collections/commissions/form/opening.js'
import type { CommissionReceiptDto } from '../../plugin/contract/dto.js'
import { completed, sendSkills } from '../../plugin/contract/form/completed.js'
import type { PlaceValue, Values } from '../../plugin/contract/form/field.js'
import type { FormRest } from '../core/form/form.js'
import { heading } from '../core/heading.js'
import type { MokorCommissionForm } from './mokor-commission-form.js'

const somewhere = ({ mode }: Values) => mode === 'onsite' || mode === 'either'
const byPhone = ({ contactBy }: Values) => contactBy === 'phone'

export const commissionFields = completed(openingFields, [
  { name: 'kind', at: '/client/kind' },
  {
    name: 'organisation',
    at: '/client/organisation',
    needed: true,
    shown: ({ kind }) => kind === 'organisation',
    max: 120,
    autocomplete: 'organization',
  },
  {
    name: 'description',
    at: '/description',
    check: (text) => ((text as string).trim().length < 10 ? 'description~' : undefined),
  },
  { name: 'skills', kind: 'skills', at: '/skills', max: 5, send: sendSkills },
  { name: 'mode', at: '/mode' },
  {
    name: 'place',
    kind: 'place',
    at: '/place/municipality',
    needed: ({ mode }) => mode === 'onsite',
    shown: somewhere,
    load: () => import('../mokor-place.js'),
    send: (place) => (place as PlaceValue).code,
  },
  { name: 'placeNote', at: '/placeNote', shown: somewhere, max: 160 },
  { name: 'soon', at: '/when/soon' },
  { name: 'by', kind: 'date', at: '/when/by', needed: true, shown: ({ soon }) => soon === 'by' },
  { name: 'choice', at: '/choice' },
  { name: 'name', at: '/client/name' },
  { name: 'email', at: '/client/email' },
  { name: 'contactBy', at: '/client/contactBy' },
  { name: 'phone', at: '/client/phone', needed: byPhone },
  { name: 'callTimes', at: '/client/callTimes', shown: byPhone, max: 120 },
  { name: 'share', consent: 'share' },
])

export const restOf = (form: MokorCommissionForm): FormRest => ({
  words: {
    it: () => import('../../collections/commissions/form/later.it.js'),
    en: () => import('../../collections/commissions/form/later.en.js'),
  },
  fields: commissionFields,
  path: '/commissions',
  get given() {
    return form.member ? { member: form.member } : {}
  },
  drawDone(answer, words) {
    const { network } = form.state
    return html`${heading(form.headingLevel, words.done)}
      <p>${words.confirm}</p>
      <p>${words.reference} <strong>${(answer as CommissionReceiptDto).reference}</strong></p>
      <p>${words.answer?.replace('{n}', `${network?.answerDays}`).replace('{network}', network?.name ?? '')}</p>`
  },
})
