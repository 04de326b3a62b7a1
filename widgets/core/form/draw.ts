// Draws one field of a form: label above, native control, what is wrong, help below.
import { html, nothing, type TemplateResult } from 'lit'
import type { NetworkDto } from '../../../plugin/api/dto.js'
import { type Field, isNeeded, optionsOf, type Values } from './field.js'

/** Words of a form by key; see `Field` for how a field finds its own. */
export type FormWords = Readonly<Record<string, string>>

/** What drawing must know of the form. */
export interface Drawing {
  values: Values
  /** Text typed into a suggesting field and not yet chosen, by field. */
  pending: Readonly<Record<string, string>>
  problems: ReadonlyMap<string, string>
  words: FormWords
  language: string
  api: string | null
  network: NetworkDto | null
}

interface Frame {
  id: string
  label: unknown
  error?: string | undefined
  help?: unknown
}

/** Ids of what describes a control, for `aria-describedby`. */
export const describedBy = ({ id, error, help }: Frame): string | typeof nothing =>
  [error && `${id}-e`, help && `${id}-h`].filter(Boolean).join(' ') || nothing

export const below = ({ id, error, help }: Frame): TemplateResult =>
  html`${error ? html`<p class="error" id="${id}-e">${error}</p>` : nothing}${
    help ? html`<p class="muted small" id="${id}-h">${help}</p>` : nothing
  }`

export const framed = (frame: Frame, control: unknown): TemplateResult =>
  html`<div class="field" part="field"><label for=${frame.id}>${frame.label}</label>${control}${below(frame)}</div>`

export const optional = (label: unknown, words: FormWords): TemplateResult =>
  html`${label} <span class="muted small">${words.optional}</span>`

const inputTypes: Partial<Record<Field['kind'], string>> = { email: 'email', tel: 'tel', date: 'date' }

export function drawField(field: Field, form: Drawing): TemplateResult {
  const { name, kind } = field
  const { words, values } = form
  const value = values[name] ?? ''
  const error = form.problems.get(name)
  const needed = isNeeded(field, values)
  const plain = words[name] ?? ''
  const help = field.link
    ? html`<a href=${form.network?.[field.link] ?? nothing} target="_blank" rel="noopener">${words[`${name}?`]}</a>`
    : words[`${name}?`]
  const label = needed || kind === 'check' || field.initial !== undefined ? plain : optional(plain, words)
  const frame = { id: name, label, error, help }
  const described = describedBy(frame)
  const invalid = error ? 'true' : nothing

  if (kind === 'place')
    return html`<mokor-place id=${name} name=${name} .api=${form.api} .label=${label} .help=${help} .error=${error}
      .value=${value || null} .text=${form.pending[name] ?? ''} ?required=${needed}></mokor-place>`
  if (kind === 'skills')
    return html`<mokor-skills id=${name} name=${name} .api=${form.api} .label=${label} .help=${help} .error=${error}
      .problems=${form.problems} .value=${value || []} .text=${form.pending[name] ?? ''} .max=${field.max}
      ?details=${field.checkParts} ?required=${needed}></mokor-skills>`

  const option = (type: string, text: unknown, checked: boolean, own: string, i = 0) =>
    html`<label class="option"><input type=${type} id=${i ? `${name}-${i}` : name} name=${name} value=${own} .checked=${checked}
      ?required=${needed && kind !== 'many'} aria-invalid=${invalid} aria-describedby=${kind === 'check' ? described : nothing}><span>${text}</span></label>`

  if (kind === 'check')
    return html`<div class="field" part="field">${option('checkbox', plain, value === true, 'on')}${below(frame)}</div>`
  if (kind === 'one' || kind === 'many')
    return html`<fieldset class="field ${field.look ?? ''}" part="field" aria-describedby=${described}>
      <legend>${label}</legend>
      <div class="options">${optionsOf(field, values).map((own, i) =>
        option(
          kind === 'one' ? 'radio' : 'checkbox',
          words[`${name}.${own}`] ?? field.optionName?.(own, form.language) ?? own,
          kind === 'one' ? value === own : (value as readonly string[]).includes(own),
          own,
          i,
        ),
      )}</div>${below(frame)}</fieldset>`
  if (kind === 'select')
    return framed(
      frame,
      html`<select class="input" id=${name} name=${name} ?required=${needed} aria-invalid=${invalid} aria-describedby=${described}>
        <option value="">${words.choose}</option>
        ${optionsOf(field, values).map((own) => html`<option value=${own} .selected=${own === value}>${words[`${name}.${own}`]}</option>`)}
      </select>`,
    )
  if (kind === 'area')
    return framed(
      frame,
      html`<textarea class="input" id=${name} name=${name} rows="5" .value=${value} maxlength=${field.max ?? nothing}
        ?required=${needed} aria-invalid=${invalid} aria-describedby=${described}></textarea>`,
    )
  return framed(
    frame,
    html`<input class="input" id=${name} name=${name} type=${inputTypes[kind] ?? 'text'} inputmode=${kind === 'money' ? 'decimal' : nothing}
      autocomplete=${field.autocomplete ?? 'off'} .value=${value} maxlength=${field.max ?? nothing}
      ?required=${needed} aria-invalid=${invalid} aria-describedby=${described}>`,
  )
}
