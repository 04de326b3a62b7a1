// Renders what a mail link's page shows: its texts, facts, sections, and the forms of its buttons.
import type { LinkButton, LinkFact, LinkField, LinkItem, LinkSection, LinkView } from '../definitions/link.js'
import { pick } from '../i18n/localized.js'
import { maxReasonLength } from '../values/text-limits.js'
import { pathTo } from './document.js'
import { type Html, html, lines } from './html.js'
import { words } from './link-words.js'
import { paperLinks } from './paper.js'
import type { PageContext } from './serve.js'

/** Every button of a view, wherever it stands. */
export const buttonsOf = ({ buttons, sections: parts = [] }: LinkView): LinkButton[] => [
  ...buttons,
  ...parts.flatMap((part) => [
    ...(part.buttons ?? []),
    ...(part.items ?? []).flatMap((item) => item.buttons ?? []),
    ...(part.pictures ?? []).flatMap(({ button }) => button ?? []),
  ]),
]

export const aboutLines = ({ options }: PageContext, { about, paragraphs }: LinkView): Html =>
  html`${about && html`<p><strong>${about}</strong></p>`}${paragraphs.map((text) => html`<p>${withDesk(text, options.organisation.email)}</p>`)}`

/** The desk's address, where a text names it, opens a mail. */
export const withDesk = (text: string, email: string): Html =>
  html`${text.split(email).map((part, n) => html`${n > 0 && html`<a href="mailto:${email}">${email}</a>`}${lines(part)}`)}`

export const factList = (facts: readonly LinkFact[] = []): Html | false =>
  facts.length > 0 &&
  html`<dl>${facts.map(({ label, value, url }) => html`<div><dt>${label}</dt><dd>${url === undefined ? lines(value) : html`<a href="${url}">${value}</a>`}</dd></div>`)}</dl>`

/** Where nothing is left to press, a way on. */
export function nextLink({ options, lang }: PageContext, view?: LinkView): Html | false {
  if ((view && buttonsOf(view).length > 0) || !options.pages.includes('directory')) return false
  return html`<p><a href="${pathTo(options, '/pages/directory')}?lang=${lang}">${pick(lang, words).directory}</a></p>`
}

export const buttonForms = (page: PageContext, { buttons }: LinkView): Html[] =>
  buttons.flatMap((button, index) => (button.destructive ? [] : formOf(page, button, `${index}`, index > 0)))

export const destructiveForms = (page: PageContext, { buttons }: LinkView): Html[] =>
  buttons.flatMap((button, index) => (button.destructive ? formOf(page, button, `${index}`, true) : []))

export const sections = (page: PageContext, { sections: parts = [] }: LinkView): Html[] =>
  parts.map((part, index) => section(page, part, `s${index}`))

const section = (page: PageContext, part: LinkSection, at: string): Html =>
  html`<section aria-labelledby="h-${at}">
<h2 id="h-${at}">${part.heading}</h2>
${(part.paragraphs ?? []).map((text) => html`<p>${withDesk(text, page.options.organisation.email)}</p>`)}${factList(part.facts)}
${(part.items ?? []).map((item, index) => itemOf(page, item, `${at}-${index}`))}
${(part.papers ?? []).map(({ name, label }) => paperLinks(label, `${pathTo(page.options, page.path)}/paper/${name}`, page.lang))}
${pictures(page, part, at)}
${(part.buttons ?? []).map((button, index) => formOf(page, button, `${at}-b${index}`, button.secondary ?? false))}
</section>`

const itemOf = (page: PageContext, { title, lines: said, facts, buttons = [] }: LinkItem, at: string): Html =>
  html`<div class="item"><h3>${title}</h3>${said.map((text) => html`<p>${lines(text)}</p>`)}${factList(facts)}
${buttons.map((button, index) => formOf(page, button, `${at}-${index}`, button.secondary ?? false))}</div>`

function pictures(page: PageContext, { pictures: shown = [] }: LinkSection, at: string): Html | false {
  if (shown.length === 0) return false
  return html`<ul class="pictures">${shown.map(
    ({ name, alt, button }, index) =>
      html`<li><img src="${pathTo(page.options, `${page.path}/picture/${name}`)}" alt="${alt}" loading="lazy">${
        button && formOf(page, button, `${at}-p${index}`, true)
      }</li>`,
  )}</ul>`
}

/** @param at tells the fields of several forms apart @param quiet where another button comes first */
function formOf(page: PageContext, button: LinkButton, at: string, quiet: boolean): Html {
  const { destructive, folded, fields = [], of, isOpen = false } = button
  const isQuiet = quiet || button.secondary || destructive !== undefined
  const withFile = fields.some(({ kind }) => kind === 'photo')
  const form = html`<form method="post" action="${pathTo(page.options, page.path)}?lang=${page.lang}"${withFile && html` enctype="multipart/form-data"`}>
${of !== undefined && html`<input type="hidden" name="of" value="${of}">`}${fields.map((field) => fieldOf(page, field, at))}
${
  destructive &&
  html`<p><label class="choice"><input type="checkbox" name="sure" value="yes" required><span>${destructive.tick}</span></label></p>`
}<button${isQuiet && html` class="quiet"`} name="do" value="${button.name}">${button.label}</button>
</form>`
  if (destructive)
    return html`<details${isOpen && html` open`}>
<summary>${destructive.heading}</summary>
<p>${destructive.text}</p>
${form}
</details>`
  return folded === undefined
    ? form
    : html`<details${isOpen && html` open`}><summary>${folded}</summary>
${form}</details>`
}

function fieldOf({ lang }: PageContext, field: LinkField, at: string): Html {
  const { name, label, kind, value = '', needed = false, hint, options = [] } = field
  const id = at === '0' ? `f-${name}` : `f-${name}-${at}`
  const mark = !needed && html` <span class="optional">${pick(lang, words).optional}</span>`
  const described = hint !== undefined && html` aria-describedby="h-${id}"`
  const help = hint !== undefined && html`<p class="hint" id="h-${id}">${hint}</p>`
  const required = needed && html` required`
  if (kind === 'one')
    return html`<fieldset${described}><legend>${label}${mark}</legend>${help}${options.map(
      (option, n) =>
        html`<div class="choice"><input type="radio" id="${id}-${n}" name="${name}" value="${option.value}"${option.value === value && html` checked`}${required}><label for="${id}-${n}">${option.label}</label></div>`,
    )}</fieldset>`
  if (kind === 'tick')
    return html`<div class="field"><div class="choice"><input type="checkbox" id="${id}" name="${name}" value="yes"${value === 'yes' && html` checked`}${described}${required}><label for="${id}">${label}</label></div>${help}</div>`
  const shared = html` id="${id}" name="${name}"${described}${required}`
  return html`<div class="field">
<label class="over" for="${id}">${label}${mark}</label>
${help}${inputOf(field, value, shared)}
</div>`
}

function inputOf({ kind, multiline }: LinkField, value: string, shared: Html): Html {
  if (kind === 'photo') return html`<input type="file" accept="image/*"${shared}>`
  if (kind === 'date') return html`<input type="date"${shared} value="${value}">`
  if (multiline) return html`<textarea${shared} maxlength="${maxReasonLength}">${value}</textarea>`
  return html`<input type="text"${shared} value="${value}" maxlength="${maxReasonLength}">`
}
