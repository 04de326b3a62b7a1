// What is missing or wrong in a form, found before anything is sent.
import { type Field, isNeeded, type Value, type Values } from './field.js'

export const isShown = (field: Field, values: Values): boolean => field.shown?.(values) ?? true

export const isEmpty = (value: Value | undefined): boolean =>
  value == null ||
  value === false ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && !value[0])

const formats: Partial<Record<Field['kind'], RegExp>> = {
  email: /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\"]{2,}$/,
  tel: /^\+?[0-9 ()./-]{6,24}$/,
  date: /^\d{4}-\d\d-\d\d$/,
}

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
    for (const [key, word] of field.checkParts?.(value) ?? []) found.set(`${field.name}/${key}`, word)
  }
  return found
}

function problemOf(field: Field, value: Value, values: Values, pending?: string): string | undefined {
  if (isEmpty(value)) {
    if (pending?.trim()) return `${field.kind}~`
    return isNeeded(field, values) ? `${field.name}!` : undefined
  }
  const format = formats[field.kind]
  if (format && !format.test((value as string).trim())) return `${field.kind}~`
  // The day of the visitor's own calendar, written as dates are sent.
  if (field.kind === 'date' && (value as string) < new Date().toLocaleDateString('sv')) return 'date~'
  return field.check?.(value, values)
}
