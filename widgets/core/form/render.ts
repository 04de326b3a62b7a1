// Renders the kinds of field that a form may begin with.

import { html, nothing, type TemplateResult } from 'lit'
import type { FormState, FormWords } from '../../../plugin/contract/form/field.js'
import { type Field, isNeeded, isSuggesting, optionsOf } from '../../../plugin/contract/form/field.js'

/** What drawing must know of the form. */
export interface RenderContext {
  state: FormState
  words: FormWords
  language: string
  api: string | null
}

export interface Frame {
  id: string
  label: unknown
  help: unknown
  error: string | undefined
  needed: boolean
  /** Value of `aria-invalid`. */
  invalid: string | typeof nothing
}

export function frameOf(field: Field, { state, words }: RenderContext): Frame {
  const { name: id, kind, initial } = field
  const needed = isNeeded(field, state.values)
  const error = state.problems.get(id)
  const label = words[id]
  return {
    id,
    needed,
    error,
    invalid: error ? 'true' : nothing,
    help: field.help?.(state.network, words) ?? words[`${id}?`],
    label:
      needed || initial || kind === 'check' ? label : html`${label} <span class="muted small">${words.optional}</span>`,
  }
}

/** What stands under a control, and what `aria-describedby` speaks of. */
export const below = ({ id, error, help }: Frame): TemplateResult =>
  html`<p class="error" id="${id}-e" ?hidden=${!error}>${error}</p><p class="muted small" id="${id}-h" ?hidden=${!help}>${help}</p>`

export const framed = (frame: Frame, control: unknown): TemplateResult =>
  html`<div class="field" part="field"><label for=${frame.id}>${frame.label}</label>${control}${below(frame)}</div>`

/** One choice with its words beside it. A native group cannot say that several boxes need one tick; one alone and radios can. */
const option = (
  frame: Frame,
  type: string,
  value: string,
  text: unknown,
  checked: boolean,
  at?: number,
): TemplateResult =>
  html`<label class="option"><input type=${type} id="${frame.id}${at || ''}" name=${frame.id} value=${value} .checked=${checked}
    ?required=${frame.needed && (at == null || type === 'radio')} aria-invalid=${frame.invalid} aria-describedby="${frame.id}-e ${frame.id}-h"><span>${text}</span></label>`

/** What an option is called. */
export const optionName = (
  { name, optionName }: Field,
  { words, language }: RenderContext,
  own: string,
): string | undefined => words[`${name}.${own}`] ?? optionName?.(own, language)

/** A group of choices, of which one or several can be taken. */
export function renderGroup(field: Field, form: RenderContext, type = 'radio'): TemplateResult {
  const { values } = form.state
  const frame = frameOf(field, form)
  const taken = (values[frame.id] ?? []) as string | readonly string[]
  return html`<fieldset class="field ${field.look ?? ''}" part="field">
    <legend>${frame.label}</legend>
    <div class="options">${optionsOf(field, values).map((own, at) =>
      option(frame, type, own, optionName(field, form, own), [taken].flat().includes(own), at),
    )}</div>${below(frame)}</fieldset>`
}

/** The kinds of field that a form may begin with; the others are drawn by `drawAny`. */
export function renderField(field: Field, form: RenderContext): TemplateResult {
  const { name, kind, max = nothing } = field
  if (kind === 'one') return renderGroup(field, form)
  const frame = frameOf(field, form)
  const { needed, invalid, label } = frame
  const { values, pending } = form.state
  if (kind === 'check')
    return html`<div class="field" part="field">${option(frame, 'checkbox', 'on', label, !!values[name])}${below(frame)}</div>`
  const value = (isSuggesting(field) ? pending : values)[name] ?? ''
  return framed(
    frame,
    kind === 'area'
      ? html`<textarea class="input" id=${name} name=${name} rows="4" .value=${value} maxlength=${max} ?required=${needed}
          aria-invalid=${invalid} aria-describedby="${name}-e ${name}-h"></textarea>`
      : html`<input class="input" id=${name} name=${name} type=${isSuggesting(field) ? 'text' : kind} autocomplete=${field.autocomplete ?? 'off'}
          inputmode=${field.inputMode ?? nothing} .value=${value} maxlength=${max} ?required=${needed}
          aria-invalid=${invalid} aria-describedby="${name}-e ${name}-h">`,
  )
}
