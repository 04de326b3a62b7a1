// What the join form asks in its first step: who you are.
import type { Field } from '../../../../plugin/contract/form/field.js'

const helped = { helper: true }

const ofCompany = { kind: 'company' }

export const firstFields: readonly Field[] = [
  { name: 'helper', kind: 'check' },
  { name: 'helperName', kind: 'text', at: '/helper/name', needed: true, shown: helped, max: 80 },
  { name: 'helperEmail', kind: 'email', at: '/helper/email', needed: true, shown: helped, max: 254 },
  {
    name: 'helperConsent',
    kind: 'check',
    at: '/helper/consent',
    consent: 'assisted',
    needed: true,
    shown: helped,
  },
  {
    name: 'kind',
    kind: 'one',
    at: '/kind',
    needed: true,
    options: ['professional', 'company', 'enthusiast', 'occasional', 'unemployed', 'never-employed', 'underemployed'],
  },
  {
    name: 'companyName',
    kind: 'text',
    at: '/companyName',
    needed: true,
    shown: ofCompany,
    max: 120,
    autocomplete: 'organization',
  },
  { name: 'firstName', kind: 'text', at: '/firstName', needed: true, max: 60, autocomplete: 'given-name' },
  { name: 'lastName', kind: 'text', at: '/lastName', max: 60, autocomplete: 'family-name' },
  {
    name: 'displayAs',
    kind: 'one',
    at: '/displayAs',
    initial: 'initial',
    options: ['initial', 'full'],
    moreOptions: { company: ofCompany },
  },
]
