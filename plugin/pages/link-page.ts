// The page behind a mail link: GET shows what will happen, POST of a button acts; pressing twice is harmless.
import { countOrThrow } from '../api/limits.js'
import { inTransaction } from '../database/transaction.js'
import type { LinkButton, LinkContext, LinkDefinition, LinkView } from '../definitions/link.js'
import { pick } from '../i18n/localized.js'
import { findLink, type LinkRow } from '../links/tokens.js'
import { mokor, slugOf } from '../runtime.js'
import { maxReasonLength } from '../values/text-limits.js'
import type { PageContent } from './document.js'
import { pathTo } from './document.js'
import { type Html, html, lines } from './html.js'
import { words } from './link-words.js'
import type { Page, PageContext } from './serve.js'

interface Found {
  link: LinkRow
  definition: LinkDefinition
}

type State = 'open' | 'used' | 'expired'

export const linkPage: Page = {
  path: '/pages/link/:token',
  name: null,
  summary: 'What a mail’s link shows, with the button that acts',
  card: null,
  features: [],
  secret: true,
  async show(page) {
    const found = await find(page, page.req)
    if (!found) return unknown(page)
    const view = await found.definition.view(contextOf(page, found, page.req))
    return render(page, found, view)
  },
  async act(page) {
    const { payload } = page.req
    // What others send shuts no link that is good; the same one again and again is stopped.
    const known = await find(page, page.req)
    if (!known) return unknown(page)
    await countOrThrow(payload, `link:${known.link.hash}`, 30, 3600)
    const renewing = page.form.get('do') === 'renew'
    return inTransaction(payload, async (req) => {
      // Read again inside: whoever comes second, even at the same moment, sees that the link is spent.
      const found = await find(page, req)
      if (!found) return unknown(page)
      const context = contextOf(page, found, req)
      const state = stateOf(found)
      const view = await found.definition.view(context)
      if (renewing && found.definition.renew && canRenew(state, view)) {
        await found.definition.renew(context)
        return renewed(page)
      }
      const pressed = view?.buttons.find(({ name }) => name === page.form.get('do'))
      if (state !== 'open' || !pressed || !found.definition.act) return render(page, found, view)
      const form = valuesOf(pressed, page.form)
      const text = pick(page.lang, words)
      const again = (notice: string) => render(page, found, view && withValues(view, pressed, form), notice)
      const long = pressed.fields?.find(({ name }) => (form[name] ?? '').length > maxReasonLength)
      if (long) return { ...again(text.tooLong(long.label, form[long.name]?.length ?? 0)), status: 422 }
      if (pressed.destructive && page.form.get('sure') !== 'yes') return again(text.tickFirst)
      // Acting comes before spending: where there are no transactions a crash between leaves a link that can be pressed
      // again, and what it does is harmless when done twice.
      const done = await found.definition.act({ ...context, button: pressed.name, form })
      if (!found.definition.reusable)
        await payload.db.updateOne({
          collection: slugOf(payload, 'links'),
          id: found.link.id,
          data: { usedAt: new Date().toISOString() },
          req,
          returning: false,
        })
      return {
        title: done.title,
        body: html`${viewBody(page, done)}${found.definition.reusable && forms(page, done)}${nextLink(page, done)}`,
      }
    })
  },
}

async function find({ params, req: outer }: PageContext, req: LinkContext['req']): Promise<Found | null> {
  const link = await findLink(req, params.token ?? '')
  const { links } = mokor(outer.payload)
  const definition = link && Object.hasOwn(links, link.purpose) ? links[link.purpose] : undefined
  return link && definition ? { link, definition } : null
}

const contextOf = ({ lang }: PageContext, { link }: Found, req: LinkContext['req']): LinkContext => ({
  req,
  target: link.target,
  lang,
})

function stateOf({ link, definition }: Found): State {
  if (link.usedAt && !definition.reusable) return 'used'
  return Date.parse(link.expiresAt) <= Date.now() ? 'expired' : 'open'
}

/** Not of a link that is still good, nor where what it was for is done. */
const canRenew = (state: State, view: LinkView | null): boolean => state !== 'open' && !view?.completed

function render(page: PageContext, found: Found, view: LinkView | null, notice?: string): PageContent {
  const state = stateOf(found)
  const text = pick(page.lang, words)
  if (state === 'open') {
    if (!view) return { title: text.gone, status: 404, body: html`<p>${text.goneText}</p>${nextLink(page)}` }
    return {
      title: view.title,
      body: html`${notice && html`<div class="notice" role="alert"><p>${notice}</p></div>`}
${viewBody(page, view)}${forms(page, view, notice !== undefined)}${nextLink(page, view)}`,
    }
  }
  // Past its term a link opens nothing more: an old mail must not go on telling what was asked, or by whom.
  const shown = view && (state === 'expired' ? withoutDetails(view) : view)
  return {
    title: view?.title ?? text[`${state}Title`],
    body: html`<div class="notice"><p>${text[state]}</p></div>
${shown && viewBody(page, shown)}
${found.definition.renew && canRenew(state, view) && renewForm(page)}${shown && nextLink(page, { ...shown, buttons: [] })}`,
  }
}

const withoutDetails = ({ about: _, facts: __, ...view }: LinkView): LinkView => view

function viewBody({ options }: PageContext, view: LinkView): Html {
  return html`${view.about && html`<p><strong>${view.about}</strong></p>`}${view.paragraphs.map((text) => html`<p>${withDesk(text, options.organisation.email)}</p>`)}
${
  view.facts &&
  view.facts.length > 0 &&
  html`<dl>${view.facts.map(({ label, value, url }) => html`<div><dt>${label}</dt><dd>${url === undefined ? lines(value) : html`<a href="${url}">${value}</a>`}</dd></div>`)}</dl>`
}
${view.link && html`<p><a href="${view.link.url}">${view.link.label}</a></p>`}`
}

/** The desk's address, where a text names it, opens a mail. */
const withDesk = (text: string, email: string): Html =>
  html`${text.split(email).map((part, n) => html`${n > 0 && html`<a href="mailto:${email}">${email}</a>`}${lines(part)}`)}`

/** Where nothing is left to press, a way on. */
function nextLink({ options, lang }: PageContext, view?: LinkView): Html | false {
  if (view?.buttons.length || !options.pages.includes('directory')) return false
  return html`<p><a href="${pathTo(options, '/pages/directory')}?lang=${lang}">${pick(lang, words).directory}</a></p>`
}

/** @param open shows what stands apart unfolded, e.g. to somebody who forgot its box */
const forms = (page: PageContext, { buttons }: LinkView, open = false): Html[] =>
  buttons.map((button, index) =>
    button.destructive ? destructiveForm(page, button, button.destructive, open) : actForm(page, button, index),
  )

const fieldsOf = ({ lang }: PageContext, { fields = [] }: LinkButton): Html[] =>
  fields.map(
    ({ name, label, value = '', multiline }) => html`<div class="field">
<label class="over" for="f-${name}">${label} <span class="optional">${pick(lang, { it: 'facoltativo', en: 'optional' })}</span></label>
${
  multiline
    ? html`<textarea id="f-${name}" name="${name}" maxlength="${maxReasonLength}">${value}</textarea>`
    : html`<input type="text" id="f-${name}" name="${name}" value="${value}" maxlength="${maxReasonLength}">`
}
</div>`,
  )

function actForm(page: PageContext, button: LinkButton, index: number): Html {
  return html`<form method="post" action="${pathTo(page.options, page.path)}?lang=${page.lang}">
${fieldsOf(page, button)}
<button${(button.secondary || index > 0) && html` class="quiet"`} name="do" value="${button.name}">${button.label}</button>
</form>`
}

function destructiveForm(
  page: PageContext,
  button: LinkButton,
  warning: NonNullable<LinkButton['destructive']>,
  open: boolean,
): Html {
  return html`<details${open && html` open`}>
<summary>${warning.heading}</summary>
<p>${warning.text}</p>
<form method="post" action="${pathTo(page.options, page.path)}?lang=${page.lang}">
${fieldsOf(page, button)}
<p><label class="choice"><input type="checkbox" name="sure" value="yes" required><span>${warning.tick}</span></label></p>
<button class="quiet" name="do" value="${button.name}">${button.label}</button>
</form>
</details>`
}

function renewForm(page: PageContext): Html {
  const text = pick(page.lang, words)
  return html`<form method="post" action="${pathTo(page.options, page.path)}?lang=${page.lang}">
<p>${text.renewText}</p>
<button class="quiet" name="do" value="renew">${text.renew}</button>
</form>`
}

/** Only the fields that the page showed. */
const valuesOf = (button: LinkButton, form: URLSearchParams): Record<string, string> =>
  Object.fromEntries((button.fields ?? []).map(({ name }) => [name, (form.get(name) ?? '').replaceAll('\r\n', '\n')]))

/** Nothing typed is lost to somebody who forgot the box. */
const withValues = (view: LinkView, pressed: LinkButton, form: Record<string, string>): LinkView => ({
  ...view,
  buttons: view.buttons.map((button) =>
    button === pressed
      ? { ...button, fields: (button.fields ?? []).map((field) => ({ ...field, value: form[field.name] ?? '' })) }
      : button,
  ),
})

function renewed({ lang }: PageContext): PageContent {
  const text = pick(lang, words)
  return { title: text.renewed, body: html`<p>${text.renewedText}</p>` }
}

function unknown(page: PageContext): PageContent {
  const text = pick(page.lang, words)
  const { email } = page.options.organisation
  return {
    title: text.unknown,
    status: 404,
    body: html`<p>${withDesk(text.unknownText(email), email)}</p>${nextLink(page)}`,
  }
}
