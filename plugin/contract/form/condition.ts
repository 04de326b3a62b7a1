// Decides the conditions of a form: when a field is shown, when it is needed, when an option is offered.
import type { Condition, Field } from './field.js'
import type { Value, Values } from './values.js'

export const isEmpty = (value: Value | undefined): boolean =>
  value == null ||
  value === false ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && !value[0])

const isOneOf = (value: Value | undefined, wanted: string | readonly string[]): boolean =>
  [value].flat().some((one) => [wanted].flat().includes(one as string))

export const holds = (condition: Condition, values: Values): boolean =>
  Object.entries(condition).every(([name, wanted]) =>
    typeof wanted === 'boolean' ? isEmpty(values[name]) !== wanted : isOneOf(values[name], wanted),
  )

export const isShown = ({ shown = {} }: Field, values: Values): boolean => holds(shown, values)

export const isNeeded = ({ needed }: Field, values: Values): boolean =>
  needed === true || (!!needed && holds(needed, values))

export const optionsOf = ({ options = [], moreOptions = {} }: Field, values: Values): readonly string[] => [
  ...options,
  ...Object.keys(moreOptions).filter((option) => holds(moreOptions[option] ?? {}, values)),
]

/** The field as it is asked of whoever gave these answers: its conditions are decided. */
export const decided = (field: Field, values: Values): Field => ({
  ...field,
  needed: isNeeded(field, values) || undefined,
  options: optionsOf(field, values),
})
