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
import { readUpload, type Upload } from '../api/upload.js'
import type { Paper } from '../definitions/paper.js'
import { type Localized, pick } from '../i18n/localized.js'
import type { Feature, ResolvedOptions } from '../options/index.js'
import { cleanParams } from '../values/clean-text.js'
import { documentOf, type PageContent, pathTo } from './document.js'
import { html } from './html.js'
import { pdfResponse } from './paper.js'
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
  show(context: PageContext): Promise<PageContent | PagePicture | PagePdf>
  act?(context: PageContext & Sent): Promise<PageContent>
  /** Whether this visitor may send a file here: asked before a byte of it is read. @default nobody may */
  admitsFile?(context: PageContext): Promise<boolean>
}

/** What a page's form sent. */
export type Sent = Pick<Upload, 'form'> & Partial<Omit<Upload, 'form'>>

/** A picture of a page, for whoever holds its address and for nobody else. */
export interface PagePicture {
  picture: Buffer
}

/** A paper as a file. */
export interface PagePdf {
  pdf: Paper
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
              serve(page, options, req, async (context, upload) => {
                // Whoever sends slowly holds no place meanwhile.
                const sent = upload ?? { form: await readForm(context) }
                return publicLoad(req.payload).writes.run(() => act({ ...context, ...sent }))
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
  content: (context: PageContext, upload: Upload | null) => Promise<PageContent | PagePicture | PagePdf>,
): Promise<Response> {
  const search = cleanParams(new URL(req.url ?? '', 'http://localhost').searchParams)
  const lang = languageOf(search.get('lang'), req.headers, options)
  const params = paramsOf(req)
  const path = page.path.replace(/:(\w+)\*?/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const context: PageContext = { req, options, lang, params, search, path }
  try {
    if (!isOn(page, options)) throw new Problem('not-found')
    // A phone may take a minute to send a photograph: that is no work of the site's.
    const upload = isUpload(req) ? await readFile(page, context) : null
    const drawn = await withDeadline(
      req.payload,
      () => content(context, upload),
      req.method === 'POST' ? undefined : req.signal,
    )
    if ('pdf' in drawn) return await pdfResponse(drawn.pdf, options)
    return 'picture' in drawn ? pictureResponse(drawn) : response(page, context, drawn, drawn.retryAfter)
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

/** Kept nowhere on its way: whoever may no longer see it must not find it in a cache. */
const pictureResponse = ({ picture }: PagePicture): Response =>
  new Response(new Uint8Array(picture), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Security-Policy': "default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'Cache-Control': 'private, no-store',
    },
  })

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
  return cleaned(new URLSearchParams(await readText(req)))
}

const isUpload = (req: PayloadRequest): boolean => req.method === 'POST' && mediaType(req) === 'multipart/form-data'

/** @throws Problem 403, 415, 413, 400 or 503 */
async function readFile(page: Page, context: PageContext): Promise<Upload> {
  const { req, options } = context
  if (!isSameOrigin(req.headers, options)) throw new Problem('origin')
  if (!(await page.admitsFile?.(context))) throw new Problem('media-type')
  const upload = await readUpload(req)
  return { ...upload, form: cleaned(upload.form) }
}

function cleaned(form: URLSearchParams): URLSearchParams {
  for (const value of form.values()) if (isUnprintable(value)) throw new Problem('bad-request')
  return cleanParams(form)
}

/** Browsers say themselves where a form stood; older ones by Origin alone. */
const isSameOrigin = (headers: Headers, options: ResolvedOptions): boolean =>
  headers.get('sec-fetch-site') === 'same-origin' || isOwn(headers.get('origin'), options)
