// Renders the kinds of field that a form may begin with.

import { html, nothing, type TemplateResult } from 'lit'
import { type Field, type FormState, type FormWords, isSuggesting } from '../../../plugin/contract/form/field.js'

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
  const needed = field.needed === true
  const error = state.problems.get(id)
  const label = words[id]
  return {
    id,
    needed,
    error,
    invalid: error ? 'true' : nothing,
    help: words[`${id}?`],
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
export const optionName = ({ name }: Field, { words }: RenderContext, option: string): string | undefined =>
  words[`${name}.${option}`] ?? words[`${name}.*`]?.replace('{}', option)

/** A group of choices, of which one or several can be taken. */
export function renderGroup(field: Field, form: RenderContext, type = 'radio', nameOf = optionName): TemplateResult {
  const { values } = form.state
  const frame = frameOf(field, form)
  const taken = (values[frame.id] ?? []) as string | readonly string[]
  return html`<fieldset class="field ${field.kind}" part="field">
    <legend>${frame.label}</legend>
    <div class="options">${field.options?.map((own, at) =>
      option(frame, type, own, nameOf(field, form, own), [taken].flat().includes(own), at),
    )}</div>${below(frame)}</fieldset>`
}

/** The kinds of field that a form may begin with; the others are rendered by `renderAny`. */
export function renderField(field: Field, form: RenderContext, frame = frameOf(field, form)): TemplateResult {
  const { name, kind, max = nothing } = field
  if (kind === 'one' || kind === 'euros') return renderGroup(field, form)
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
      : html`<input class="input" id=${name} name=${name} type=${kind === 'money' || isSuggesting(field) ? 'text' : kind} autocomplete=${field.autocomplete ?? 'off'}
          inputmode=${kind === 'money' ? 'decimal' : nothing} .value=${value} maxlength=${max} ?required=${needed}
          aria-invalid=${invalid} aria-describedby="${name}-e ${name}-h">`,
  )
}
