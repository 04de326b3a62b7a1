// Merges a form’s opening fields into its whole table.

import type { Field } from './field.js'
import type { SkillValue, Value } from './values.js'

/** The whole table of a form: its opening rows in their place among the rest, with what was not needed to draw them. */
export const completeFields = (
  opening: readonly Field[],
  rest: readonly (Partial<Field> & { name: string })[],
): Field[] => rest.map((row) => ({ kind: 'text', ...opening.find(({ name }) => name === row.name), ...row }))

/** What is sent of a skill: its slug or the visitor's own words, and what else was said of it. */
export const sendSkills = (value: Value): unknown =>
  (value as readonly SkillValue[]).map(({ slug, name, origin, years, qualified }) => ({
    ...(slug ? { skill: slug } : { own: name }),
    ...(origin && { origin }),
    ...(years && { years: Number(years) }),
    ...(qualified && { qualified }),
  }))
