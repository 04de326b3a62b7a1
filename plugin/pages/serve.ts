// The pipeline of the plugin's own pages: strict headers, same-origin forms, errors as pages. A GET never acts.
import type { Endpoint, PayloadRequest } from 'payload'
import { isUnprintable, mediaType, readText } from '../api/body.js'
import { publicLoad } from '../api/concurrency.js'
import { withDeadline } from '../api/deadline.js'
import { languageOf } from '../api/language.js'
import { isOwn } from '../api/origin.js'
import { Problem, problemBody } from '../api/problem.js'
import { paramsOf } from '../api/read.js'
import { asProblem } from '../api/respond.js'
import { isOn } from '../api/route.js'
import { type Localized, pick } from '../i18n/localized.js'
import type { Feature, ResolvedOptions } from '../options/index.js'
import { cleanParams } from '../values/clean-text.js'
import { documentOf, type PageContent, pathTo } from './document.js'
import { html } from './html.js'
import { contentSecurityPolicy } from './style.js'

declare module '../runtime.js' {
  interface MokorRuntime {
    /** Every page of the rooms, in their order. */
    pages: readonly Page[]
  }
}

export interface PageContext {
  req: PayloadRequest
  options: ResolvedOptions
  lang: string
  params: Record<string, string>
  search: URLSearchParams
  /** Path under the API's base with parameters filled in: where the page's own form posts to. */
  path: string
}

export interface PageCard {
  order: number
  title: Localized
  text: Localized
}

export interface Page {
  /** Under `/mokor/v1`. */
  path: string
  /** By which `GET /network` names it, as `/pages/<name>`; null where it is come to from elsewhere. */
  name: string | null
  /** One line for the docs. */
  summary: string
  /** How the index of the pages invites to it, the lowest order first; null where it does not. */
  card: PageCard | null
  /** Switches that take the page away when off. */
  features: Feature[]
  /** A token is in the address: nothing is kept, nothing is indexed. */
  secret: boolean
  show(context: PageContext): Promise<PageContent>
  act?(context: PageContext & { form: URLSearchParams }): Promise<PageContent>
}

export function pageEndpoints(page: Page, options: ResolvedOptions): Omit<Endpoint, 'root'>[] {
  const path = `/mokor/v1${page.path}`
  const { act } = page
  const show = (req: PayloadRequest) => serve(page, options, req, (context) => page.show(context))
  return [
    { path, method: 'get', handler: show },
    {
      path,
      method: 'head',
      handler: async (req) => {
        const { status, headers } = await show(req)
        return new Response(null, { status, headers })
      },
    },
    ...(act
      ? [
          {
            path,
            method: 'post' as const,
            handler: (req: PayloadRequest) =>
              serve(page, options, req, async (context) => {
                // Whoever sends slowly holds no place meanwhile.
                const form = await readForm(context)
                return publicLoad(req.payload).writes.run(() => act({ ...context, form }))
              }),
          },
        ]
      : []),
  ]
}

/** Whatever else is asked of the pages by its address: a page that says so, as for a profile that nobody may see. */
export const unknownPage: Page = {
  path: '/pages/:rest*',
  name: null,
  summary: 'Says that there is no such page',
  card: null,
  features: [],
  secret: false,
  show: async () => {
    throw new Problem('not-found')
  },
}

async function serve(
  page: Page,
  options: ResolvedOptions,
  req: PayloadRequest,
  content: (context: PageContext) => Promise<PageContent>,
): Promise<Response> {
  const search = cleanParams(new URL(req.url ?? '', 'http://localhost').searchParams)
  const lang = languageOf(search.get('lang'), req.headers, options)
  const params = paramsOf(req)
  const path = page.path.replace(/:(\w+)\*?/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const context: PageContext = { req, options, lang, params, search, path }
  try {
    if (!isOn(page, options)) throw new Problem('not-found')
    const drawn = await withDeadline(
      req.payload,
      () => content(context),
      req.method === 'POST' ? undefined : req.signal,
    )
    return response(page, context, drawn, drawn.retryAfter)
  } catch (error) {
    const problem = asProblem(error, req)
    return response(page, context, problemPage(problem, context), problem.retryAfter)
  }
}

function response(page: Page, context: PageContext, content: PageContent, retryAfter?: number): Response {
  const { options, lang, path, search } = context
  const status = content.status ?? 200
  const hidden = page.secret || status !== 200
  return new Response(documentOf(content, { options, lang, path, search, hidden }), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': hidden || context.req.method === 'POST' ? 'no-store' : 'no-cache',
      Vary: 'Accept-Language',
      ...(hidden ? { 'X-Robots-Tag': 'noindex' } : {}),
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
    },
  })
}

function problemPage(problem: Problem, { options, lang }: PageContext): PageContent {
  const { title, detail, status } = problemBody(problem, lang)
  return {
    title,
    status,
    body: html`<p>${detail}</p>
${options.features.pages && html`<p><a href="${pathTo(options, '/pages')}?lang=${lang}">${pick(lang, { it: 'Torna alle pagine della rete', en: 'Back to the network’s pages' })}</a></p>`}`,
  }
}

/** @throws Problem 403, 415 or 413 */
async function readForm({ req, options }: PageContext): Promise<URLSearchParams> {
  if (!isSameOrigin(req.headers, options)) throw new Problem('origin')
  if (mediaType(req) !== 'application/x-www-form-urlencoded') throw new Problem('media-type')
  const form = new URLSearchParams(await readText(req))
  for (const value of form.values()) if (isUnprintable(value)) throw new Problem('bad-request')
  return cleanParams(form)
}

/** Browsers say themselves where a form stood; older ones by Origin alone. */
const isSameOrigin = (headers: Headers, options: ResolvedOptions): boolean =>
  headers.get('sec-fetch-site') === 'same-origin' || isOwn(headers.get('origin'), options)
