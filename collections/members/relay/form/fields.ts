// What the form asks that writes to a person.
import type { Field } from '../../../../plugin/contract/form/field.js'

export const contactFields: readonly Field[] = [
  { name: 'message', kind: 'area', at: '/message', needed: true, min: 10, max: 2000 },
  { name: 'name', kind: 'text', at: '/name', needed: true, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', at: '/email', needed: true, max: 254, autocomplete: 'email' },
  { name: 'phone', kind: 'tel', at: '/phone', max: 40, autocomplete: 'tel' },
]
