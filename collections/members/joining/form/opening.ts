// What the join form asks at first: who you are.
import type { Field } from '../../../../plugin/contract/form/field.js'

export const openingFields: readonly Field[] = [
  { name: 'helper', kind: 'check' },
  {
    name: 'kind',
    kind: 'one',
    needed: true,
    options: ['professional', 'company', 'enthusiast', 'occasional', 'unemployed', 'never-employed', 'underemployed'],
  },
  { name: 'firstName', kind: 'text', needed: true, max: 60, autocomplete: 'given-name' },
  { name: 'lastName', kind: 'text', max: 60, autocomplete: 'family-name' },
  { name: 'displayAs', kind: 'one', initial: 'initial', options: ['initial', 'full'] },
]
