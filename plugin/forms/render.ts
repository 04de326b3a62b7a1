// Renders a form without script: labels, help, errors beside their field and in a focused summary.
import { wordsFor } from '../api/messages/index.js'
import type { FieldIssue } from '../api/problem.js'
import { type Localized, pick } from '../i18n/localized.js'
import { pathTo } from '../pages/document.js'
import { type Html, html } from '../pages/html.js'
import type { PageContext } from '../pages/serve.js'
import type { FormField, HtmlForm, Values } from './plain-form.js'
import { issueToken } from './token.js'

const words = {
  it: {
    optional: 'facoltativo',
    summary: 'Controlla questi punti',
    perhaps: 'Forse',
    trap: 'Lascia vuoto',
    choose: 'Scegli',
  },
  en: {
    optional: 'optional',
    summary: 'Check these points',
    perhaps: 'Perhaps',
    trap: 'Leave empty',
    choose: 'Choose',
  },
}

interface Rendering {
  context: PageContext
  values: Values
  /** What is wrong, by name of input; `''` holds what belongs to no field. */
  wrong: Map<string, FieldError>
}

interface FieldError {
  sentence: string
  /** What the field is called, where the sentence alone leaves open which one it speaks of. */
  of: string | null
}

export function renderForm(form: HtmlForm, context: PageContext, values: Values, issues: FieldIssue[]): Html {
  const { options, lang, path, req } = context
  const groups = form.groups(options)
  const fields = groups.flatMap((group) => group.fields)
  const rendering: Rendering = { context, values, wrong: errorsByField(fields, issues, lang) }
  const say = (text: Localized) => pick(lang, text)
  return html`${summary(fields, rendering)}
<form method="post" action="${pathTo(options, path)}?lang=${lang}">
<input type="hidden" name="token" value="${issueToken(req.payload, form.name)}">
${(form.carried ?? []).filter((name) => values.get(name)).map((name) => html`<input type="hidden" name="${name}" value="${values.get(name)}">`)}
<div class="trap" aria-hidden="true"><label>${pick(lang, words).trap}<input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>
${groups.map((group) => {
  const inner = group.fields.map((field) => renderField(field, rendering))
  if (group.title === null) return html`${inner}`
  if (!group.folded) return html`<fieldset class="group"><legend>${say(group.title)}</legend>${inner}</fieldset>`
  const open = group.fields.some(
    ({ name }) => rendering.wrong.has(name) || (values.has(name) && values.get(name) !== ''),
  )
  return html`<details class="field"${open && html` open`}><summary>${say(group.title)}</summary>${inner}</details>`
})}
<button>${say(form.button)}</button>
</form>`
}

/** Each problem goes to the field whose place it names, or to the one within it. */
function errorsByField(fields: FormField[], issues: FieldIssue[], lang: string): Map<string, FieldError> {
  const sentences = wordsFor(lang)
  const wrong = new Map<string, FieldError>()
  for (const issue of issues) {
    const field = fieldAt(fields, issue.pointer ?? '')
    const name = field?.name ?? ''
    if (wrong.has(name)) continue
    const isMissing = issue.code === 'required' || issue.code.endsWith('.missing')
    const missing = isMissing && field?.missing
    const sentence = missing ? pick(lang, missing) : sentences.message(issue.code)
    // Codes of one word, e.g. `too-long`, fit any field.
    const general = !missing && !issue.code.includes('.')
    const called = field?.called ?? (general ? field?.label : undefined)
    const choices = issue.choices?.map(({ label }) => label) ?? []
    wrong.set(name, {
      sentence: choices.length > 0 ? `${sentence}. ${pick(lang, words).perhaps}: ${choices.join(', ')}` : sentence,
      of: called ? pick(lang, called) : null,
    })
  }
  return wrong
}

function fieldAt(fields: FormField[], pointer: string): FormField | undefined {
  const inside = (outer: string, inner: string) => inner === outer || inner.startsWith(`${outer}/`)
  return (
    fields.find(({ at }) => at === pointer) ??
    fields.filter(({ at }) => inside(at, pointer)).sort((a, b) => b.at.length - a.at.length)[0] ??
    // `/place` speaks of the field that fills `/place/municipality`; a problem of no place at all is no field's.
    (pointer === '' ? undefined : fields.find(({ at }) => inside(pointer, at)))
  )
}

function summary(fields: FormField[], { wrong, context }: Rendering): Html | false {
  if (wrong.size === 0) return false
  const known = fields.filter(({ name }) => wrong.has(name))
  const general = wrong.get('')
  return html`<div class="notice wrong" role="alert" tabindex="-1" autofocus>
<p><strong>${pick(context.lang, words).summary}</strong></p>
<ul>
${general !== undefined && html`<li>${general.sentence}</li>`}
${known.map(({ name }) => html`<li><a href="#f-${name}">${listed(wrong.get(name))}</a></li>`)}
</ul>
</div>`
}

function listed(wrong: FieldError | undefined): string {
  if (!wrong?.of) return wrong?.sentence ?? ''
  return `${wrong.of}${wrong.of.endsWith('?') ? '' : ':'} ${wrong.sentence}`
}

function renderField(field: FormField, rendering: Rendering): Html {
  if (field.kind === 'check') return renderCheck(field, rendering)
  if (field.kind === 'one' || field.kind === 'many') return renderChoices(field, rendering)
  const { name } = field
  return html`<div class="field">
<label class="over" for="f-${name}">${labelOf(field, rendering)}</label>
${hintOf(field, rendering)}${control(field, rendering)}${errorOf(field, rendering)}
</div>`
}

function control(field: FormField, { values, wrong, context }: Rendering): Html {
  const { name, kind, max, autocomplete } = field
  const value = values.get(name) ?? field.initial ?? ''
  const described = describedBy(field, wrong)
  const shared = html` id="f-${name}" name="${name}"${max !== undefined && html` maxlength="${max}"`}${
    autocomplete !== undefined && html` autocomplete="${autocomplete}"`
  }${described !== '' && html` aria-describedby="${described}"`}${wrong.has(name) && html` aria-invalid="true"`}`
  if (kind === 'area') return html`<textarea${shared}>\n${value}</textarea>`
  if (kind === 'select')
    return html`<select${shared}><option value="">${pick(context.lang, words).choose}</option>${(
      field.options ?? []
    ).map(
      (option) =>
        html`<option value="${option.value}"${option.value === value && html` selected`}>${pick(context.lang, option.label)}</option>`,
    )}</select>`
  return html`<input type="${kind === 'number' ? 'text' : kind}"${kind === 'number' && html` inputmode="decimal"`}${shared} value="${value}">`
}

function renderChoices(field: FormField, rendering: Rendering): Html {
  const { name, kind } = field
  const { values, wrong, context } = rendering
  const chosen = values.has(name) ? values.getAll(name) : field.initial === undefined ? [] : [field.initial]
  const described = describedBy(field, wrong)
  return html`<fieldset${described !== '' && html` aria-describedby="${described}"`}>
<legend>${labelOf(field, rendering)}</legend>
${hintOf(field, rendering)}
${(field.options ?? []).map(
  ({ value, label }, n) =>
    html`<div class="choice"><input type="${kind === 'one' ? 'radio' : 'checkbox'}" id="f-${name}${n === 0 ? '' : `-${n}`}" name="${name}" value="${value}"${
      chosen.includes(value) && html` checked`
    }><label for="f-${name}${n === 0 ? '' : `-${n}`}">${pick(context.lang, label)}</label></div>`,
)}
${errorOf(field, rendering)}
</fieldset>`
}

function renderCheck(field: FormField, rendering: Rendering): Html {
  const { name } = field
  const { values, wrong } = rendering
  const described = describedBy(field, wrong)
  return html`<div class="field">
<div class="choice"><input type="checkbox" id="f-${name}" name="${name}" value="yes"${values.get(name) === 'yes' && html` checked`}${
    described !== '' && html` aria-describedby="${described}"`
  }${wrong.has(name) && html` aria-invalid="true"`}><label for="f-${name}">${labelOf(field, rendering)}</label></div>
${hintOf(field, rendering)}${errorOf(field, rendering)}
</div>`
}

const labelOf = (field: FormField, { context }: Rendering): Html =>
  html`${pick(context.lang, field.label)}${field.optional && html` <span class="optional">${pick(context.lang, words).optional}</span>`}`

const describedBy = (field: FormField, wrong: Rendering['wrong']): string =>
  [hasHint(field) && `h-${field.name}`, wrong.has(field.name) && `e-${field.name}`].filter(Boolean).join(' ')

const hasHint = ({ hint, links = [] }: FormField): boolean => hint !== undefined || links.length > 0

function hintOf(field: FormField, { context: { lang } }: Rendering): Html | false {
  if (!hasHint(field)) return false
  const links = (field.links ?? []).map(
    ({ href, label }) => html` <a href="${href}" target="_blank" rel="noopener">${pick(lang, label)}</a>`,
  )
  return html`<p class="hint" id="h-${field.name}">${field.hint && pick(lang, field.hint)}${links}</p>`
}

function errorOf(field: FormField, { wrong }: Rendering): Html | false {
  const sentence = wrong.get(field.name)?.sentence
  return sentence !== undefined && html`<p class="wrong-text" id="e-${field.name}">${sentence}</p>`
}
