// Renders every kind of field; loaded with the controller.
import { html, nothing, type TemplateResult } from 'lit'
import { type Field, isSuggesting, optionsOf } from '../../../plugin/contract/form/field.js'
import { framed, frameOf, optionName, type RenderContext, renderField, renderGroup } from './render.js'

/** @param ready kinds of suggesting field that have come */
export function renderAny(field: Field, form: RenderContext, ready: ReadonlySet<string>): TemplateResult {
  const { name, kind } = field
  if (kind !== 'select' && kind !== 'many' && !isSuggesting(field)) return renderField(field, form)
  if (kind === 'many') return renderGroup(field, form, 'checkbox')
  const frame = frameOf(field, form)
  const { values, pending, problems } = form.state
  const { needed, invalid } = frame
  if (kind === 'select')
    return framed(
      frame,
      html`<select class="input" id=${name} name=${name} ?required=${needed} aria-invalid=${invalid} aria-describedby="${name}-e ${name}-h">
        <option value="">${form.words.choose}</option>
        ${optionsOf(field, values).map((value) => html`<option value=${value} .selected=${value === values[name]}>${optionName(field, form, value)}</option>`)}
      </select>`,
    )
  // A suggesting field is a plain input until its element has come.
  if (!ready.has(kind)) return renderField(field, form)
  const text = pending[name] ?? ''
  return kind === 'place'
    ? html`<mokor-place id=${name} name=${name} .api=${form.api} .label=${frame.label} .help=${frame.help} .error=${frame.error}
        .value=${values[name] ?? null} .text=${text} ?required=${needed}></mokor-place>`
    : html`<mokor-skills id=${name} name=${name} .api=${form.api} .label=${frame.label} .help=${frame.help} .error=${frame.error}
        .problems=${problems} .value=${values[name] ?? []} .text=${text} .max=${field.max ?? nothing}
        ?details=${field.checkParts} ?required=${needed}></mokor-skills>`
}
