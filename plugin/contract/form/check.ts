// Validates a form in the browser before it is sent.

import { isEmpty, isNeeded, isShown, optionsOf } from './condition.js'
import type { Field } from './field.js'
import { isRight, problemsOfParts } from './kinds.js'
import type { Value, Values } from './values.js'

/**
 * Keys of words by the key of the place they belong to (a field's name, or `skills/0/origin`), in the order of the form.
 * @param pending text typed into a suggesting field and not yet chosen, by field
 */
export function problemsOf(
  fields: readonly Field[],
  values: Values,
  pending: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const found = new Map<string, string>()
  for (const field of fields) {
    if (!isShown(field, values)) continue
    const value = values[field.name] ?? null
    const wrong = problemOf(field, value, values, pending[field.name])
    if (wrong) found.set(field.name, wrong)
    for (const [key, word] of problemsOfParts(field, value)) found.set(`${field.name}/${key}`, word)
  }
  return found
}

function problemOf(field: Field, value: Value, values: Values, pending?: string): string | undefined {
  const { name, kind, min = 0 } = field
  // Where several are chosen, what is chosen does not answer for what is still being typed.
  if (pending?.trim() && (isEmpty(value) || Array.isArray(value))) return `${kind}~`
  if (isEmpty(value)) return isNeeded(field, values) ? `${name}!` : undefined
  if (isRight[kind]?.(value, field) === false) return `${kind}~`
  return typeof value === 'string' && value.trim().length < min ? `${name}~` : undefined
}

/**
 * What is left of the problems once `changed` holds something else: those of fields that are still asked, and of empty
 * ones only where an answer is still needed. Of the field itself, the parts that are as wrong as before.
 */
export function problemsLeft(
  problems: ReadonlyMap<string, string>,
  fields: readonly Field[],
  { values, pending }: { values: Values; pending: Readonly<Record<string, string>> },
  changed: string,
): Map<string, string> {
  const isLeft = (key: string): boolean => {
    const [name = '', ...part] = key.split('/')
    const field = fields.find((one) => one.name === name)
    const value = values[name] ?? null
    if (!field || !isShown(field, values)) return false
    if (name === changed) return [...problemsOfParts(field, value)].some(([at]) => at === part.join('/'))
    return !isEmpty(value) || Boolean(pending[name]) || isNeeded(field, values)
  }
  return new Map([...problems].filter(([key]) => isLeft(key)))
}

/** A choice that is no longer offered counts as what its field began with. */
export function offered(fields: readonly Field[], values: Values): Values {
  const gone = fields.filter((field) => {
    const value = values[field.name]
    return field.options && typeof value === 'string' && !optionsOf(field, values).includes(value)
  })
  return gone[0] ? { ...values, ...Object.fromEntries(gone.map(({ name, initial }) => [name, initial])) } : values
}
