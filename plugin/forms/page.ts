// Serves a form without script as a page: rendered on GET, validated and sent on POST by the API’s schema and service.

import { acceptOnce } from '../api/idempotency.js'
import { readBody } from '../api/issues.js'
import type { FieldIssue } from '../api/problem.js'
import { asProblem } from '../api/respond.js'
import { pick } from '../i18n/localized.js'
import type { PageContent } from '../pages/document.js'
import { html } from '../pages/html.js'
import type { Page, PageContext } from '../pages/serve.js'
import { apiBase } from '../runtime.js'
import type { HtmlForm, HtmlFormPage, Typed } from './html-form.js'
import { renderForm } from './render.js'
import { readToken } from './token.js'
import { bodyTyped } from './typed-values.js'

export const formPage = (
  facts: { name: string } & Pick<Page, 'features' | 'summary' | 'card'>,
  form: HtmlFormPage,
): Page => ({
  ...facts,
  path: `/pages/${facts.name}`,
  secret: false,
  show: (context) => blank(form, context, carriedBy(form, context.search), []),
  act: (context) =>
    sendForm(form, context, context.form, async (issues) => ({
      ...(await blank(form, context, context.form, issues)),
      status: 422,
    })),
})

/** Of an address only what the form lets it carry, e.g. the profile it was opened from: a link must not tick somebody's consents. */
const carriedBy = ({ carried = [] }: HtmlForm, search: URLSearchParams): Typed =>
  new URLSearchParams([...search].filter(([name]) => carried.includes(name)))

async function blank(
  form: HtmlFormPage,
  context: PageContext,
  typed: Typed,
  issues: FieldIssue[],
): Promise<PageContent> {
  const intro = await form.intro(context, typed)
  return {
    title: pick(context.lang, form.words).title ?? '',
    body: html`${intro.map((text) => html`<p>${text}</p>`)}
${renderForm(form, context, typed, issues)}`,
  }
}

/**
 * Checks and sends what was typed.
 * @param again draws the page once more, with what is wrong beside its fields and nothing lost
 */
export async function sendForm(
  form: HtmlForm,
  context: PageContext,
  typed: Typed,
  again: (issues: FieldIssue[]) => PageContent | Promise<PageContent>,
): Promise<PageContent> {
  const { req, options, lang } = context
  const { route } = form
  const { body: given, issues } = bodyTyped(form, typed, options)
  const parsed = readBody(route, { ...given, lang }, issues)
  if ('issues' in parsed) return again(parsed.issues)
  if (typed.get('website')) {
    if (!route.decoy) return again([{ code: 'website' }])
    return form.done(route.decoy(parsed.body), context, typed)
  }
  const token = readToken(req.payload, form.name, typed.get('token'))
  if (!token) return again([{ code: 'page-token' }])
  try {
    const facts = { lang, page: `${apiBase(options)}${context.path}`, how: 'page' as const, at: new Date() }
    // Spent like a proof of work: a form sent twice by a double click or a reload is taken once, and answered the same.
    const { params } = context
    const { body } = parsed
    const sent = [route.path, params, body]
    const taken = { challenge: token, emails: route.emails(body), sent, facts }
    const answer = await acceptOnce(req, options, taken, (counted) =>
      route.handle({ req, params, body, facts: counted }),
    )
    return form.done(answer, context, typed)
  } catch (error) {
    const problem = asProblem(error, req)
    if (problem.kind === 'challenge')
      return problem.answer === undefined ? sentAlready(lang) : form.done(problem.answer, context, typed)
    if (problem.kind === 'invalid') return again(problem.issues)
    // Nothing that was typed is lost to whoever has to wait a little.
    if (problem.kind === 'limit')
      return { ...(await again([{ code: 'limit' }])), status: 429, retryAfter: problem.retryAfter ?? 1 }
    throw problem
  }
}

const sentAlready = (lang: string): PageContent => ({
  title: pick(lang, { it: 'Già inviato', en: 'Sent already' }),
  body: html`<p>${pick(lang, {
    it: 'Questo modulo è già arrivato: non serve mandarlo di nuovo. Se hai lasciato un’e-mail, guarda la posta.',
    en: 'This form has arrived already: there is no need to send it again. If you left an e-mail address, look at your mail.',
  })}</p>`,
})
