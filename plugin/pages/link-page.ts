// The page behind a mail link: GET shows what will happen, POST of a button acts; pressing twice is harmless.
import { countOrThrow } from '../api/limits.js'
import { Problem } from '../api/problem.js'
import { inTurn, lockOn } from '../database/lock.js'
import { inTransaction } from '../database/transaction.js'
import type { LinkButton, LinkContext, LinkDefinition, LinkView, SentPhoto } from '../definitions/link.js'
import { pick } from '../i18n/localized.js'
import { findLink, type LinkRow } from '../links/tokens.js'
import { mokor, slugOf } from '../runtime.js'
import { maxReasonLength } from '../values/text-limits.js'
import type { PageContent } from './document.js'
import { pathTo } from './document.js'
import { type Html, html } from './html.js'
import {
  aboutLines,
  buttonForms,
  buttonsOf,
  destructiveForms,
  factList,
  nextLink,
  sections,
  withDesk,
} from './link-view.js'
import { words } from './link-words.js'
import { paperContent } from './paper.js'
import type { Page, PageContext, PagePdf, PagePicture } from './serve.js'

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
  async admitsFile(page) {
    const found = await find(page, page.req)
    if (!found?.definition.photos || stateOf(found) !== 'open') return false
    await countOrThrow(page.req.payload, `link-file:${found.link.hash}`, 20, 3600)
    return true
  },
  async act(page) {
    const { payload } = page.req
    // What others send shuts no link that is good; the same one again and again is stopped.
    const known = await find(page, page.req)
    if (!known) return unknown(page)
    await countOrThrow(payload, `link:${known.link.hash}`, 30, 3600)
    const renewing = page.form.get('do') === 'renew'
    // Presses about one document wait for each other; those of two processes meet before either has read it, or written a file that
    // no transaction takes back.
    const about = `link:${known.definition.document}:${known.link.target}`
    return inTurn(payload, about, () =>
      inTransaction(payload, async (req) => {
        await lockOn(req, about)
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
        // Nothing of what came with it was kept, not even which button it was.
        if (page.isTooLarge && view && state === 'open')
          return { ...render(page, found, { ...view, problem: pick(page.lang, words).photoTooLarge }), status: 422 }
        const pressed = view && buttonsOf(view).find((button) => isPressed(button, page.form))
        if (state !== 'open' || !view || !pressed || !found.definition.act) return render(page, found, view)
        const form = valuesOf(pressed, page.form)
        const photo = page.file ?? null
        const again = (problem: string) => render(page, found, { ...withValues(view, pressed, form), problem })
        const wrong = whyNot(page, pressed, form, photo)
        if (wrong) return { ...again(wrong), status: 422 }
        if (pressed.destructive && page.form.get('sure') !== 'yes') return again(pick(page.lang, words).tickFirst)
        // Acting comes before spending: where there are no transactions a crash between leaves a link that can be pressed
        // again, and what it does is harmless when done twice.
        const done = await found.definition.act({ ...context, button: pressed.name, form, photo })
        if (done.problem) return { ...again(done.problem), status: 422 }
        if (!found.definition.reusable)
          await payload.db.updateOne({
            collection: slugOf(payload, 'links'),
            id: found.link.id,
            data: { usedAt: new Date().toISOString() },
            req,
            returning: false,
          })
        return whole(page, found.definition.reusable ? done : withoutButtons(done))
      }),
    )
  },
}

/** A picture that a link's page shows: for whoever holds the link, as long as it opens. */
export const linkPicture: Page = {
  path: '/pages/link/:token/picture/:name',
  name: null,
  summary: 'A picture of that page',
  card: null,
  features: [],
  secret: true,
  async show(page): Promise<PagePicture> {
    const found = await find(page, page.req)
    const bytes =
      found && stateOf(found) === 'open'
        ? await found.definition.picture?.(contextOf(page, found, page.req), page.params.name ?? '')
        : null
    if (!bytes) throw new Problem('not-found')
    return { picture: bytes }
  },
}

const pdfEnding = '.pdf'

/** A paper of that page, to print or, by the same name with `.pdf`, as a file. */
export const linkPaper: Page = {
  path: '/pages/link/:token/paper/:name',
  name: null,
  summary: 'A paper of that page, to print; with `.pdf` behind its name a PDF',
  card: null,
  features: [],
  secret: true,
  async show(page): Promise<PageContent | PagePdf> {
    const found = await find(page, page.req)
    if (!found) return unknown(page)
    const above = { ...page, path: `/pages/link/${page.params.token}` }
    const context = contextOf(page, found, page.req)
    // A paper is nothing but details: past the link's term not a word of it is left.
    if (stateOf(found) !== 'open') return render(above, found, null)
    const { name = '' } = page.params
    const asPdf = name.endsWith(pdfEnding)
    const paper = await found.definition.paper?.(context, asPdf ? name.slice(0, -pdfEnding.length) : name)
    if (!paper) return render(above, found, null)
    if (!asPdf)
      return paperContent(paper, {
        address: pathTo(page.options, page.path),
        from: `${pathTo(page.options, above.path)}?lang=${page.lang}`,
      })
    await countOrThrow(page.req.payload, `link-pdf:${found.link.hash}`, 30, 3600)
    return { pdf: paper }
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

function render(page: PageContext, found: Found, view: LinkView | null): PageContent {
  const state = stateOf(found)
  const text = pick(page.lang, words)
  if (state === 'open') {
    if (!view) return { title: text.gone, status: 404, body: html`<p>${text.goneText}</p>${nextLink(page)}` }
    return whole(page, view)
  }
  // Past its term a link opens nothing more: an old mail must not go on telling what was asked, or by whom.
  const shown = view && withoutButtons(state === 'expired' ? withoutDetails(view) : view)
  return {
    title: view?.title ?? text[`${state}Title`],
    body: html`<div class="notice"><p>${text[state]}</p></div>
${shown && aboutLines(page, shown)}${shown && factList(shown.facts)}${shown?.link && html`<p><a href="${shown.link.url}">${shown.link.label}</a></p>`}
${found.definition.renew && canRenew(state, view) && renewForm(page)}${shown && nextLink(page, shown)}`,
  }
}

/** What is there to press comes before what is there to read; what cannot be undone stands at the end. */
const whole = (page: PageContext, view: LinkView): PageContent => ({
  title: view.title,
  body: html`${view.problem && html`<div class="notice wrong" role="alert"><p>${view.problem}</p></div>`}${
    view.notice && html`<div class="notice" role="status"><p>${view.notice}</p></div>`
  }
${aboutLines(page, view)}${factList(view.facts)}${view.link && html`<p><a href="${view.link.url}">${view.link.label}</a></p>`}
${buttonForms(page, view)}
${sections(page, view)}
${destructiveForms(page, view)}${nextLink(page, view)}`,
})

const withoutDetails = ({ about: _, facts: __, sections: ___, ...view }: LinkView): LinkView => ({
  ...view,
  paragraphs: [],
})

const withoutButtons = ({ sections: shown, ...view }: LinkView): LinkView => ({
  ...view,
  buttons: [],
  ...(shown && {
    sections: shown.map(({ buttons: _, pictures: __, ...section }) => ({
      ...section,
      ...(section.items && { items: section.items.map(({ buttons: ___, ...item }) => item) }),
    })),
  }),
})

function renewForm(page: PageContext): Html {
  const text = pick(page.lang, words)
  return html`<form method="post" action="${pathTo(page.options, page.path)}?lang=${page.lang}">
<p>${text.renewText}</p>
<button class="quiet" name="do" value="renew">${text.renew}</button>
</form>`
}

const isPressed = ({ name, of = '' }: LinkButton, form: URLSearchParams): boolean =>
  form.get('do') === name && (form.get('of') ?? '') === of

/** Only the fields that the page showed. */
const valuesOf = ({ fields = [], of }: LinkButton, form: URLSearchParams): Record<string, string> =>
  Object.fromEntries([
    ...(of === undefined ? [] : [['of', of] as const]),
    ...fields.map(({ name }) => [name, (form.get(name) ?? '').replaceAll('\r\n', '\n')] as const),
  ])

/** A day of the calendar, `YYYY-MM-DD`: the 31st of February is none. */
function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00.000Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** What is wrong with what was sent, in a sentence that names the field. */
function whyNot(
  { lang }: PageContext,
  { fields = [] }: LinkButton,
  form: Record<string, string>,
  photo: SentPhoto | null,
): string | undefined {
  const text = pick(lang, words)
  for (const { name, label, kind, options = [], needed = false } of fields) {
    const value = form[name] ?? ''
    if (kind === 'photo') {
      if (needed && !photo) return text.missing(label)
      continue
    }
    if (value.length > maxReasonLength) return text.tooLong(label, value.length)
    if (needed && value.trim() === '') return text.missing(label)
    if (kind === 'one' && value !== '' && !options.some((option) => option.value === value)) return text.missing(label)
    if (kind === 'date' && value !== '' && !isDay(value)) return text.noDate(label)
  }
}

/** Nothing typed is lost to somebody who forgot something. */
function withValues(view: LinkView, pressed: LinkButton, form: Record<string, string>): LinkView {
  const filled = (button: LinkButton): LinkButton =>
    button === pressed
      ? {
          ...button,
          isOpen: true,
          fields: (button.fields ?? []).map((field) => ({ ...field, value: form[field.name] ?? '' })),
        }
      : button
  return {
    ...view,
    buttons: view.buttons.map(filled),
    ...(view.sections && {
      sections: view.sections.map((section) => ({
        ...section,
        ...(section.buttons && { buttons: section.buttons.map(filled) }),
        ...(section.items && {
          items: section.items.map((item) => ({ ...item, ...(item.buttons && { buttons: item.buttons.map(filled) }) })),
        }),
      })),
    }),
  }
}

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
