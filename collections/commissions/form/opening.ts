// What the request form asks at first.
import type { Field } from '../../../plugin/contract/form/field.js'

export const openingFields: readonly Field[] = [
  { name: 'kind', kind: 'one', initial: 'person', options: ['person', 'organisation'] },
  { name: 'description', kind: 'area', needed: true, max: 2000 },
  { name: 'skills', kind: 'skills' },
  { name: 'mode', kind: 'one', needed: true, options: ['onsite', 'remote', 'either'] },
  { name: 'soon', kind: 'one', needed: true, options: ['soon', 'by', 'no-hurry'] },
  { name: 'choice', kind: 'one', initial: 'network', options: ['network', 'client'] },
  { name: 'name', kind: 'text', needed: true, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', needed: true, max: 254, autocomplete: 'email' },
  { name: 'contactBy', kind: 'one', initial: 'email', options: ['email', 'phone'] },
  { name: 'phone', kind: 'tel', max: 40, autocomplete: 'tel' },
  { name: 'share', kind: 'check', needed: true },
]
