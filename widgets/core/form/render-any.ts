// Renders every kind of field; loaded with the controller.
import { html, type TemplateResult } from 'lit'
import type { Field } from '../../../plugin/contract/form/field.js'
import { controlOf, languageName } from '../../../plugin/contract/form/kinds.js'
import { framed, frameOf, optionName, type RenderContext, renderField, renderGroup } from './render.js'

const languageOption: typeof optionName = (_field, { language }, code) => languageName(code, language)

/** @param ready kinds of suggesting field that have come */
export function renderAny(field: Field, form: RenderContext, ready: ReadonlySet<string>): TemplateResult {
  const { name, kind } = field
  const control = controlOf(field)
  if (control === 'many')
    return renderGroup(field, form, 'checkbox', kind === 'languages' ? languageOption : optionName)
  const frame = frameOf(field, form)
  const { words, state } = form
  const { values, pending, problems, network } = state
  const { needed, invalid } = frame
  if (kind === 'rules')
    frame.help = network?.rulesUrl && html`<a href=${network.rulesUrl} target="_blank" rel="noopener">${frame.help}</a>`
  if (control === 'select')
    return framed(
      frame,
      html`<select class="input" id=${name} name=${name} ?required=${needed} aria-invalid=${invalid} aria-describedby="${name}-e ${name}-h">
        <option value="">${words.choose}</option>
        ${field.options?.map((value) => html`<option value=${value} .selected=${value === values[name]}>${optionName(field, form, value)}</option>`)}
      </select>`,
    )
  // A suggesting field is a plain input until its element has come.
  if (!ready.has(kind))
    return renderField(control === 'area' || control === 'check' ? { ...field, kind: control } : field, form, frame)
  const text = pending[name] ?? ''
  return kind === 'place'
    ? html`<mokor-place id=${name} name=${name} .api=${form.api} .label=${frame.label} .help=${frame.help} .error=${frame.error}
        .value=${values[name] ?? null} .text=${text} ?required=${needed}></mokor-place>`
    : html`<mokor-skills id=${name} name=${name} .api=${form.api} .label=${frame.label} .help=${frame.help} .error=${frame.error}
        .problems=${problems} .value=${values[name] ?? []} .text=${text} .max=${field.most}
        ?details=${field.details} ?required=${needed}></mokor-skills>`
}
