// Draws the fields that suggest: a plain input at first, the suggesting element once somebody is in the form.
import { html, type TemplateResult } from 'lit'
import { type Drawing, drawInput, frameOf } from './draw.js'
import { type Field, isNeeded, type SkillValue, type Value } from './field.js'

const ready = (field: Field): boolean => Boolean(customElements.get(`mokor-${field.kind}`))

const textOf = (field: Field, { state }: Drawing): string => state.pending[field.name] ?? ''

export function drawPlace(field: Field, form: Drawing): TemplateResult {
  const frame = frameOf(field, form)
  const text = textOf(field, form)
  const { name } = field
  const value = form.state.values[name] ?? null
  return ready(field)
    ? html`<mokor-place id=${name} name=${name} .api=${form.api} .label=${frame.label} .help=${frame.help} .error=${frame.error}
        .value=${value} .text=${text} ?required=${isNeeded(field, form.state.values)}></mokor-place>`
    : drawInput(field, form, text)
}

export function drawSkills(field: Field, form: Drawing): TemplateResult {
  const frame = frameOf(field, form)
  const text = textOf(field, form)
  const { name } = field
  return ready(field)
    ? html`<mokor-skills id=${name} name=${name} .api=${form.api} .label=${frame.label} .help=${frame.help} .error=${frame.error}
        .problems=${form.state.problems} .value=${form.state.values[name] ?? []} .text=${text} .max=${field.max}
        ?details=${field.checkParts} ?required=${isNeeded(field, form.state.values)}></mokor-skills>`
    : drawInput(field, form, text)
}

/** What is sent of a skill: its slug or the visitor's own words, and what else was said of it. */
export const sendSkills = (value: Value): unknown =>
  (value as readonly SkillValue[]).map(({ slug, name, origin, years, qualified }) => ({
    ...(slug ? { skill: slug } : { own: name }),
    ...(origin && { origin }),
    ...(years && { years: Number(years) }),
    ...(qualified && { qualified }),
  }))
