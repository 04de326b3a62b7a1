// Renders a form without script: labels, help, errors beside their field and in a focused summary.
import { wordsFor } from '../api/messages/index.js'
import type { FieldIssue } from '../api/problem.js'
import { pick } from '../i18n/localized.js'
import { pathTo } from '../pages/document.js'
import { type Html, html } from '../pages/html.js'
import type { PageContext } from '../pages/serve.js'
import type { HtmlForm, Typed } from './html-form.js'
import { groupsOf, type Input } from './inputs.js'
import { issueToken } from './token.js'
import { valuesOf } from './typed-values.js'

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
  typed: Typed
  /** What is wrong, by name of input; `''` holds what belongs to no field. */
  wrong: Map<string, FieldError>
}

interface FieldError {
  sentence: string
  /** What the input is called, where the sentence alone leaves open which one it speaks of. */
  of: string | null
}

export function renderForm(form: HtmlForm, context: PageContext, typed: Typed, issues: FieldIssue[]): Html {
  const { options, lang, path, req } = context
  const { privacyUrl } = options.organisation
  const said = pick(lang, form.words)
  const groups = groupsOf(form, lang, options, valuesOf(form.fields, typed))
  const inputs = groups.flatMap((group) => group.inputs)
  const rendering: Rendering = { context, typed, wrong: errorsByInput(inputs, issues, lang) }
  return html`${summary(inputs, rendering)}
<form method="post" action="${pathTo(options, path)}?lang=${lang}">
<input type="hidden" name="token" value="${issueToken(req.payload, form.name)}">
${(form.carried ?? []).filter((name) => typed.get(name)).map((name) => html`<input type="hidden" name="${name}" value="${typed.get(name)}">`)}
<div class="trap" aria-hidden="true"><label>${pick(lang, words).trap}<input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>
${groups.map(({ title, folded, inputs }) => {
  const inner = inputs.map((input) => renderInput(input, rendering))
  if (title === null) return html`${inner}`
  if (!folded) return html`<fieldset class="group"><legend>${title}</legend>${inner}</fieldset>`
  const open = inputs.some(({ name }) => rendering.wrong.has(name) || Boolean(typed.get(name)))
  return html`<details class="field"${open && html` open`}><summary>${title}</summary>${inner}</details>`
})}
<button>${said.send}</button>
</form>
${privacyUrl && html`<p class="small"><a href="${privacyUrl}" target="_blank" rel="noopener">${said.privacy}</a></p>`}`
}

/** Each problem goes to the input whose place it names, or to the one within it. */
function errorsByInput(inputs: Input[], issues: FieldIssue[], lang: string): Map<string, FieldError> {
  const sentences = wordsFor(lang)
  const wrong = new Map<string, FieldError>()
  for (const issue of issues) {
    const input = inputAt(inputs, issue.pointer ?? '')
    const name = input?.name ?? ''
    if (wrong.has(name)) continue
    const isMissing = issue.code === 'required' || issue.code.endsWith('.missing')
    const missing = isMissing && input?.missing
    const sentence = missing || sentences.message(issue.code)
    // Codes of one word, e.g. `too-long`, fit any input.
    const general = !missing && !issue.code.includes('.')
    const called = input?.called ?? (general ? input?.label : undefined)
    const choices = issue.choices?.map(({ label }) => label) ?? []
    wrong.set(name, {
      sentence: choices.length > 0 ? `${sentence}. ${pick(lang, words).perhaps}: ${choices.join(', ')}` : sentence,
      of: called ?? null,
    })
  }
  return wrong
}

function inputAt(inputs: Input[], pointer: string): Input | undefined {
  const inside = (outer: string, inner: string) => inner === outer || inner.startsWith(`${outer}/`)
  return (
    inputs.findLast(({ at, isAsked }) => at === pointer && isAsked) ??
    inputs.filter(({ at }) => inside(at, pointer)).sort((a, b) => b.at.length - a.at.length)[0] ??
    // `/place` speaks of the input that fills `/place/municipality`; a problem of no place at all is no input's.
    (pointer === '' ? undefined : inputs.find(({ at }) => inside(pointer, at)))
  )
}

function summary(inputs: Input[], { wrong, context }: Rendering): Html | false {
  if (wrong.size === 0) return false
  const known = inputs.filter(({ name }) => wrong.has(name))
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

function renderInput(input: Input, rendering: Rendering): Html {
  if (input.kind === 'check') return renderCheck(input, rendering)
  if (input.kind === 'one' || input.kind === 'many') return renderChoices(input, rendering)
  const { name } = input
  return html`<div class="field">
<label class="over" for="f-${name}">${labelOf(input, rendering)}</label>
${hintOf(input)}${control(input, rendering)}${errorOf(input, rendering)}
</div>`
}

function control(input: Input, { typed, wrong, context }: Rendering): Html {
  const { name, kind, max, inputMode, autocomplete } = input
  const value = typed.get(name) ?? input.initial ?? ''
  const described = describedBy(input, wrong)
  const shared = html` id="f-${name}" name="${name}"${max !== undefined && html` maxlength="${max}"`}${
    autocomplete !== undefined && html` autocomplete="${autocomplete}"`
  }${described !== '' && html` aria-describedby="${described}"`}${wrong.has(name) && html` aria-invalid="true"`}`
  if (kind === 'area') return html`<textarea${shared}>\n${value}</textarea>`
  if (kind === 'select')
    return html`<select${shared}><option value="">${pick(context.lang, words).choose}</option>${(
      input.options ?? []
    ).map(
      (option) =>
        html`<option value="${option.value}"${option.value === value && html` selected`}>${option.label}</option>`,
    )}</select>`
  return html`<input type="${kind}"${inputMode !== undefined && html` inputmode="${inputMode}"`}${shared} value="${value}">`
}

function renderChoices(input: Input, rendering: Rendering): Html {
  const { name, kind } = input
  const { typed, wrong } = rendering
  const chosen = typed.has(name) ? typed.getAll(name) : input.initial === undefined ? [] : [input.initial]
  const described = describedBy(input, wrong)
  return html`<fieldset${described !== '' && html` aria-describedby="${described}"`}>
<legend>${labelOf(input, rendering)}</legend>
${hintOf(input)}
${(input.options ?? []).map(
  ({ value, label }, n) =>
    html`<div class="choice"><input type="${kind === 'one' ? 'radio' : 'checkbox'}" id="f-${name}${n === 0 ? '' : `-${n}`}" name="${name}" value="${value}"${
      chosen.includes(value) && html` checked`
    }><label for="f-${name}${n === 0 ? '' : `-${n}`}">${label}</label></div>`,
)}
${errorOf(input, rendering)}
</fieldset>`
}

function renderCheck(input: Input, rendering: Rendering): Html {
  const { name } = input
  const { typed, wrong } = rendering
  const described = describedBy(input, wrong)
  return html`<div class="field">
<div class="choice"><input type="checkbox" id="f-${name}" name="${name}" value="yes"${typed.get(name) === 'yes' && html` checked`}${
    described !== '' && html` aria-describedby="${described}"`
  }${wrong.has(name) && html` aria-invalid="true"`}><label for="f-${name}">${labelOf(input, rendering)}</label></div>
${hintOf(input)}${errorOf(input, rendering)}
</div>`
}

const labelOf = (input: Input, { context }: Rendering): Html =>
  html`${input.label}${input.optional && html` <span class="optional">${pick(context.lang, words).optional}</span>`}`

const describedBy = (input: Input, wrong: Rendering['wrong']): string =>
  [hasHint(input) && `h-${input.name}`, wrong.has(input.name) && `e-${input.name}`].filter(Boolean).join(' ')

const hasHint = ({ hint, link }: Input): boolean => Boolean(hint || link)

function hintOf(input: Input): Html | false {
  const { name, hint, link } = input
  if (!hasHint(input)) return false
  return html`<p class="hint" id="h-${name}">${hint}${link && html` <a href="${link.href}" target="_blank" rel="noopener">${link.label}</a>`}</p>`
}

function errorOf(input: Input, { wrong }: Rendering): Html | false {
  const sentence = wrong.get(input.name)?.sentence
  return sentence !== undefined && html`<p class="wrong-text" id="e-${input.name}">${sentence}</p>`
}
