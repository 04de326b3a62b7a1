// Every field of the request form: its opening ones completed, and those that follow once somebody writes.

import { completeFields, sendSkills } from '../../../plugin/contract/form/completed.js'
import type { PlaceValue, Values } from '../../../plugin/contract/form/values.js'
import { openingFields } from './opening.js'

const somewhere = ({ mode }: Values) => mode === 'onsite' || mode === 'either'

const byPhone = ({ contactBy }: Values) => contactBy === 'phone'

export const commissionFields = completeFields(openingFields, [
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
