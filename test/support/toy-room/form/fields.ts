// What somebody is asked who wants to borrow a tool.
import type { Field } from '../../../../plugin/contract/form/field.js'

export const loanFields: readonly Field[] = [
  { name: 'tool', kind: 'text', at: '/tool', needed: true, max: 80 },
  { name: 'name', kind: 'text', at: '/name', needed: true, max: 80, autocomplete: 'name' },
  { name: 'email', kind: 'email', at: '/email', needed: true, max: 254, autocomplete: 'email' },
]
