// What the request form asks.
import type { Field } from '../../../plugin/contract/form/field.js'

/** Since its second text the consent covers photographs, questions and teams. */
export const shareEdition = 'share-2'

const somewhere = { mode: ['onsite', 'either'] }

export const commissionFields: readonly Field[] = [
  { name: 'kind', kind: 'one', at: '/client/kind', initial: 'person', options: ['person', 'organisation'] },
  {
    name: 'organisation',
    kind: 'text',
    at: '/client/organisation',
    needed: true,
    shown: { kind: 'organisation' },
    max: 120,
    autocomplete: 'organization',
  },
  { name: 'description', kind: 'area', at: '/description', needed: true, min: 10, max: 2000 },
  { name: 'skills', kind: 'skills', at: '/skills', most: 5 },
  { name: 'mode', kind: 'one', at: '/mode', needed: true, options: ['onsite', 'remote', 'either'] },
  { name: 'place', kind: 'place', at: '/place/municipality', needed: { mode: 'onsite' }, shown: somewhere },
  { name: 'placeNote', kind: 'text', at: '/placeNote', shown: somewhere, max: 160 },
  { name: 'soon', kind: 'one', at: '/when/soon', needed: true, options: ['soon', 'by', 'no-hurry'] },
  { name: 'by', kind: 'date', at: '/when/by', needed: true, shown: { soon: 'by' } },
  { name: 'urgent', kind: 'check', at: '/urgent', shown: { soon: ['soon', 'by'] } },
  { name: 'micro', kind: 'check', at: '/micro', shown: { soon: true } },
  { name: 'choice', kind: 'one', at: '/choice', initial: 'network', options: ['network', 'client'] },
  { name: 'name', kind: 'text', at: '/client/name', needed: true, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', at: '/client/email', needed: true, max: 254, autocomplete: 'email' },
  { name: 'contactBy', kind: 'one', at: '/client/contactBy', initial: 'email', options: ['email', 'phone'] },
  {
    name: 'phone',
    kind: 'tel',
    at: '/client/phone',
    needed: { contactBy: 'phone' },
    max: 40,
    autocomplete: 'tel',
  },
  { name: 'callTimes', kind: 'text', at: '/client/callTimes', shown: { contactBy: 'phone' }, max: 120 },
  { name: 'share', kind: 'check', consent: 'share', edition: shareEdition, needed: true },
]
