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

export const invalid = ({ error }: Frame): string | typeof nothing => (error ? 'true' : nothing)

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

/** One choice with its words beside it. */
export const drawOption = (
  field: Field,
  form: Drawing,
  own: { type: string; value: string; text: unknown; checked: boolean; at?: number },
): TemplateResult => {
  const { name, kind } = field
  const frame = frameOf(field, form)
  return html`<label class="option"><input type=${own.type} id=${own.at ? `${name}-${own.at}` : name} name=${name} value=${own.value}
    .checked=${own.checked} ?required=${kind !== 'many' && isNeeded(field, form.state.values)} aria-invalid=${invalid(frame)}
    aria-describedby=${kind === 'check' ? describedBy(frame) : nothing}><span>${own.text}</span></label>`
}

/** What an option is called. */
export const optionName = ({ name, optionName }: Field, { words, language }: Drawing, option: string): string =>
  words[`${name}.${option}`] ?? optionName?.(option, language) ?? option

/** A group of choices, of which one or several can be taken. */
export function drawGroup(field: Field, form: Drawing, type = 'radio'): TemplateResult {
  const { values } = form.state
  const taken = values[field.name]
  const frame = frameOf(field, form)
  return html`<fieldset class="field ${field.look ?? ''}" part="field" aria-describedby=${describedBy(frame)}>
    <legend>${frame.label}</legend>
    <div class="options">${optionsOf(field, values).map((value, at) => {
      const checked = Array.isArray(taken) ? taken.includes(value) : taken === value
      return drawOption(field, form, { type, value, text: optionName(field, form, value), checked, at })
    })}</div>${below(frame)}</fieldset>`
}

/** The kinds of field that a form may begin with; the others are drawn by `drawAny`. */
export function drawField(field: Field, form: Drawing): TemplateResult {
  const { name, kind, max = nothing } = field
  if (kind === 'one') return drawGroup(field, form)
  const frame = frameOf(field, form)
  const { values, pending } = form.state
  if (kind === 'check')
    return html`<div class="field" part="field">${drawOption(field, form, {
      type: 'checkbox',
      value: 'on',
      text: frame.label,
      checked: values[name] === true,
    })}${below(frame)}</div>`
  const value = (field.load ? pending : values)[name] ?? ''
  const described = describedBy(frame)
  const needed = isNeeded(field, values)
  return framed(
    frame,
    kind === 'area'
      ? html`<textarea class="input" id=${name} name=${name} rows="4" .value=${value} maxlength=${max} ?required=${needed}
          aria-invalid=${invalid(frame)} aria-describedby=${described}></textarea>`
      : html`<input class="input" id=${name} name=${name} type=${kind} autocomplete=${field.autocomplete ?? 'off'}
          inputmode=${field.inputMode ?? nothing} .value=${value} maxlength=${max} ?required=${needed}
          aria-invalid=${invalid(frame)} aria-describedby=${described}>`,
  )
}
