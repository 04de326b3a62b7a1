// Reads a control of a form into its values and pending texts.

import type { Draft } from '../../../plugin/contract/form/draft.js'
import type { Field } from '../../../plugin/contract/form/field.js'
import { isSuggesting } from '../../../plugin/contract/form/field.js'
import { controlOf } from '../../../plugin/contract/form/kinds.js'
import type { Value } from '../../../plugin/contract/form/values.js'

/** What a form hears from: a native control, or a suggesting field. */
export interface Control extends HTMLElement {
  name: string
  type?: string
  checked?: boolean
  value: Value
  /** What is typed into a suggesting field and not yet chosen. */
  text?: string
  updateComplete?: Promise<boolean>
  /** Takes what is typed into a suggesting field as chosen, where it can only mean one thing. */
  settle?(): Promise<void>
}

/** @returns null for what is no answer to any of the fields */
export function readControl(
  fields: readonly Field[],
  { values, pending }: Draft,
  control: Control,
): Pick<Draft, 'values' | 'pending'> | null {
  const { name, type, checked, value, text } = control
  const field = fields.find((one) => one.name === name)
  if (!field || (type === 'radio' && !checked)) return null
  // A suggesting field is a plain input until its element has come.
  const plain = isSuggesting(field) && text === undefined
  const typed = plain ? (value as string) : text
  return {
    values: plain ? values : { ...values, [name]: controlValue(field, control, values[name]) },
    pending: typed === undefined ? pending : { ...pending, [name]: typed },
  }
}

function controlValue(field: Field, { checked, value }: Control, before: Value | undefined): Value {
  const control = controlOf(field)
  if (control === 'check') return checked === true
  if (control !== 'many') return value
  const others = ((before ?? []) as string[]).filter((one) => one !== value)
  return checked ? [...others, value as string] : others
}
