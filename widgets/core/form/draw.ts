// Draws one field of a form: label above, native control, what is wrong, help below.
import { html, nothing, type TemplateResult } from 'lit'
import type { FormState, FormWords } from './field.js'
import { type Field, isNeeded, optionsOf } from './field.js'

/** What drawing must know of the form. */
export interface Drawing {
  state: FormState
  words: FormWords
  language: string
  api: string | null
}

interface Frame {
  id: string
  label: unknown
  error: string | undefined
  help: unknown
}

/** Ids of what describes a control, for `aria-describedby`. */
export const describedBy = ({ id, error, help }: Frame): string | typeof nothing =>
  [error && `${id}-e`, help && `${id}-h`].filter(Boolean).join(' ') || nothing

/** What stands under a control. */
export const below = ({ id, error, help }: Frame): unknown => [
  error && html`<p class="error" id="${id}-e">${error}</p>`,
  help && html`<p class="muted small" id="${id}-h">${help}</p>`,
]

export const framed = (frame: Frame, control: unknown): TemplateResult =>
  html`<div class="field" part="field"><label for=${frame.id}>${frame.label}</label>${control}${below(frame)}</div>`

export function frameOf(field: Field, { state, words }: Drawing): Frame {
  const { name, kind, link, initial } = field
  const label = words[name]
  const help = words[`${name}?`]
  const address = link && state.network?.[link]
  return {
    id: name,
    label:
      isNeeded(field, state.values) || kind === 'check' || initial !== undefined
        ? label
        : html`${label} <span class="muted small">${words.optional}</span>`,
    error: state.problems.get(name),
    help: address ? html`<a href=${address} target="_blank" rel="noopener">${help}</a>` : link ? '' : help,
  }
}

export function drawField(field: Field, form: Drawing): TemplateResult {
  if (field.draw) return field.draw(field, form)
  const { name, kind } = field
  const { words, state } = form
  const { values } = state
  const value = values[name] ?? ''
  const frame = frameOf(field, form)
  const invalid = frame.error ? 'true' : nothing
  const described = describedBy(frame)
  const required = isNeeded(field, values)
  const named = (own: string) => words[`${name}.${own}`] ?? field.optionName?.(own, form.language) ?? own

  const tick = (type: string, text: unknown, checked: boolean, own: string, id = name) =>
    html`<label class="option"><input type=${type} id=${id} name=${name} value=${own} .checked=${checked} ?required=${
      required && kind !== 'many'
    } aria-invalid=${invalid} aria-describedby=${kind === 'check' ? described : nothing}><span>${text}</span></label>`

  if (kind === 'check')
    return html`<div class="field" part="field">${tick('checkbox', frame.label, !!value, 'on')}${below(frame)}</div>`
  if (kind === 'one' || kind === 'many')
    return html`<fieldset class="field ${field.look ?? ''}" part="field" aria-describedby=${described}>
      <legend>${frame.label}</legend>
      <div class="options">${optionsOf(field, values).map((own, i) =>
        tick(
          kind === 'one' ? 'radio' : 'checkbox',
          named(own),
          kind === 'one' ? value === own : (value as string[]).includes(own),
          own,
          i ? `${name}-${i}` : name,
        ),
      )}</div>${below(frame)}</fieldset>`
  if (kind === 'select')
    return framed(
      frame,
      html`<select class="input" id=${name} name=${name} ?required=${required} aria-invalid=${invalid} aria-describedby=${described}>
        <option value="">${words.choose}</option>
        ${optionsOf(field, values).map((own) => html`<option value=${own} .selected=${own === value}>${named(own)}</option>`)}
      </select>`,
    )
  return drawInput(field, form, value)
}

/** A single line or several, as native as can be. */
export function drawInput(field: Field, form: Drawing, value: unknown): TemplateResult {
  const { name, kind, max = nothing } = field
  const frame = frameOf(field, form)
  const invalid = frame.error ? 'true' : nothing
  const described = describedBy(frame)
  const required = isNeeded(field, form.state.values)
  return framed(
    frame,
    kind === 'area'
      ? html`<textarea class="input" id=${name} name=${name} rows=${(field.max ?? 0) > 900 ? 5 : 3} .value=${value} maxlength=${max} ?required=${required}
          aria-invalid=${invalid} aria-describedby=${described}></textarea>`
      : html`<input class="input" id=${name} name=${name} type=${kind} autocomplete=${field.autocomplete ?? 'off'}
          inputmode=${field.inputMode ?? nothing} .value=${value} maxlength=${max} ?required=${required}
          aria-invalid=${invalid} aria-describedby=${described}>`,
  )
}
