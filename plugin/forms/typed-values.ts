// Reads what was typed into a form without script: the values of its table, and the body that the API takes.
import type { FieldIssue } from '../api/problem.js'
import { bodyOf } from '../contract/form/body.js'
import { holds, isEmpty } from '../contract/form/condition.js'
import type { Field } from '../contract/form/field.js'
import { controlOf } from '../contract/form/kinds.js'
import type { SkillValue, Value, Values } from '../contract/form/values.js'
import type { ResolvedOptions } from '../options/index.js'
import { type HtmlForm, type Typed, textOf } from './html-form.js'
import { skillRows } from './inputs.js'
import { placeTyped } from './place-input.js'

/** Values by field, as a widget holds them; a place still as it was typed. */
export const valuesOf = (fields: readonly Field[], typed: Typed): Values =>
  Object.fromEntries(fields.map((field) => [field.name, valueTyped(field, typed)]))

function valueTyped(field: Field, typed: Typed): Value {
  const { name, kind, details } = field
  const control = controlOf(field)
  if (control === 'check') return typed.get(name) === 'yes'
  if (control === 'many') return typed.getAll(name)
  if (kind === 'skills') return details ? skillsTyped(typed) : skillTyped(typed)
  return textOf(typed, name) ?? null
}

const skillTyped = (typed: Typed): readonly SkillValue[] => {
  const name = textOf(typed, 'skill')
  return name === undefined ? [] : [{ name }]
}

/** Rows keep their place as long as a later one is filled in, so that problems find them again. */
function skillsTyped(typed: Typed): readonly SkillValue[] {
  const last = skillRows.findLast((row) => textOf(typed, `skill${row}`) !== undefined) ?? -1
  return skillRows.slice(0, last + 1).map((row) => {
    const [name = '', origin, years] = ['skill', 'origin', 'years'].map((part) => textOf(typed, `${part}${row}`))
    return { name, ...(origin === undefined ? {} : { origin }), ...(years === undefined ? {} : { years }) }
  })
}

/**
 * Every question stands on the page, whatever was answered elsewhere. What is written in words is sent in any case; other
 * answers unless one that was given rules them out.
 */
const isAsked = ({ kind, shown = {} }: Field, values: Values): boolean =>
  ['text', 'email', 'tel', 'area'].includes(kind) ||
  Object.entries(shown).every(([name, wanted]) => isEmpty(values[name]) || holds({ [name]: wanted }, values))

/** The body as the API takes it, and what could not be read into one. */
export function bodyTyped(
  { fields, carried = [] }: HtmlForm,
  typed: Typed,
  { organisation }: ResolvedOptions,
): { body: Record<string, unknown>; issues: FieldIssue[] } {
  const values = { ...valuesOf(fields, typed) }
  const issues: FieldIssue[] = []
  for (const field of fields.filter(({ kind }) => kind === 'place')) {
    const { value, issue } = placeTyped(textOf(typed, field.name))
    values[field.name] = value ?? null
    if (issue && isAsked(field, values)) issues.push(issue)
  }
  return {
    body: {
      ...bodyOf(fields, values, organisation.consentVersion, isAsked),
      ...Object.fromEntries(carried.map((name) => [name, textOf(typed, name)])),
    },
    issues,
  }
}
