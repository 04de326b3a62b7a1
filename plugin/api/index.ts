// The public API as Payload endpoints: every route behind its pipeline, preflights, and problems for what is not there.
import type { AfterErrorHook, Endpoint, PayloadRequest } from 'payload'
import { editorLanguage } from '../i18n/localized.js'
import type { ResolvedOptions } from '../options/index.js'
import { mokor } from '../runtime.js'
import { directRead } from './direct-reads.js'
import { healthEndpoints } from './health.js'
import { languageOf } from './language.js'
import { wordsFor } from './messages/index.js'
import { forOrigin, isAdmitted } from './origin.js'
import { Problem, problemBody } from './problem.js'
import { serveRead } from './read.js'
import { inEncoding, problemResponse, withoutBody } from './respond.js'
import type { Route } from './route.js'
import { openapi } from './routes/openapi.js'
import { workEndpoints } from './work.js'
import { serveWrite } from './write.js'

const base = '/mokor/v1'

/** Every public route, in the order in which they are matched: reads first, as the busiest; and the one that describes them. */
export function routesOf(rooms: readonly { routes: readonly Route[] }[]): readonly Route[] {
  const brought = rooms.flatMap((room) => room.routes)
  const described = [
    ...brought.filter(({ method }) => method === 'get'),
    ...brought.filter(({ method }) => method === 'post'),
  ]
  return [...described, openapi(described)]
}

/** Endpoints of the public API and of the plugin's own `pages`, in the order in which Payload matches them. */
export function endpointsOf(
  routes: readonly Route[],
  pages: readonly Endpoint[],
  options: ResolvedOptions,
): Endpoint[] {
  return [
    ...routes.flatMap((route) => endpointsOfRoute(route, options)),
    ...workEndpoints(options),
    ...healthEndpoints(options),
    ...pages,
    ...preflights(routes, options),
    ...nothingElse(routes, options),
  ]
}

function endpointsOfRoute(route: Route, options: ResolvedOptions): Endpoint[] {
  const path = `${base}${route.path}`
  if (route.method === 'post') return [{ path, method: 'post', handler: (req) => serveWrite(route, options, req) }]
  const serve = async (req: PayloadRequest) => inEncoding(await serveRead(route, options, req), route.encoding)
  return [
    // A file may come from the site's own storage, which is handed the request.
    { path, method: 'get', handler: serve, ...(route.contentType === undefined ? { custom: directRead } : {}) },
    { path, method: 'head', handler: async (req) => withoutBody(await serve(req)) },
  ]
}

/** Reads are open to all; writes only to admitted origins. */
function preflights(routes: readonly Route[], options: ResolvedOptions): Endpoint[] {
  const paths = [...new Set(routes.map((route) => route.path))]
  return paths.map((path) => {
    const methods = routes.filter((route) => route.path === path).map((route) => route.method)
    return {
      path: `${base}${path}`,
      method: 'options',
      handler: (req) => {
        const origin = req.headers.get('origin')
        const reads = methods.includes('get') ? ['GET', 'HEAD'] : []
        const writes = methods.includes('post') && isAdmitted(origin, options) ? ['POST'] : []
        const allowed = [...reads, ...writes]
        return new Response(null, {
          status: 204,
          headers: {
            ...(isAdmitted(origin, options)
              ? forOrigin(origin)
              : reads.length > 0
                ? { 'Access-Control-Allow-Origin': '*' }
                : {}),
            Vary: 'Origin',
            // Set even when empty: Payload fills in every method where there is none.
            'Access-Control-Allow-Methods': allowed.join(', '),
            'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
            'Access-Control-Max-Age': '600',
          },
        })
      },
    }
  })
}

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const

/** Unknown addresses and unforeseen methods are problems too, not Payload's own answers. */
function nothingElse(routes: readonly Route[], options: ResolvedOptions): Endpoint[] {
  const missing = (kind: 'method' | 'not-found', allow?: string, encoding?: 'br') => (req: PayloadRequest) =>
    inEncoding(
      problemResponse(new Problem(kind), languageOf(null, req.headers, options), {
        'Access-Control-Allow-Origin': '*',
        ...(allow ? { Allow: allow } : {}),
      }),
      encoding,
    )
  const paths = [...new Set(routes.map((route) => route.path))]
  const unforeseen = paths.flatMap((path) => {
    const there = routes.filter((route) => route.path === path)
    const known = there.map((route) => route.method)
    const encoding = there.map((route) => (route.method === 'get' ? route.encoding : undefined)).find(Boolean)
    const allowed = known.flatMap((method) => (method === 'get' ? (['get', 'head'] as const) : (['post'] as const)))
    const allow = allowed.map((method) => method.toUpperCase()).join(', ')
    return methods
      .filter((method) => !(allowed as string[]).includes(method))
      .map((method): Endpoint => ({ path: `${base}${path}`, method, handler: missing('method', allow, encoding) }))
  })
  const unknown = methods.map((method): Endpoint => ({ path: `${base}/:rest*`, method, handler: missing('not-found') }))
  return [...unforeseen, ...unknown]
}

/**
 * Broken %-escapes in an address make Payload throw before a route is found: 400 instead of a 500, as a problem below the public
 * API, as Payload words it at the desk and on our collections. Addresses of the site's own are left alone.
 */
export const brokenAddress: AfterErrorHook = ({ collection, req }) => {
  if (!req.pathname || isReadable(req.pathname)) return undefined
  const { options } = mokor(req.payload)
  if (!req.pathname.includes(`${base}/`)) {
    const isOurs =
      req.pathname.startsWith(`${options.apiRoute}/mokor/`) ||
      (collection && Object.values(options.slugs).includes(collection.slug))
    if (!isOurs) return undefined
    return {
      status: 400,
      response: { errors: [{ message: wordsFor(editorLanguage(req)).message('escapes') }] } as never,
    }
  }
  const lang = languageOf(null, req.headers, options)
  req.responseHeaders = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-store',
  })
  return {
    status: 400,
    response: { ...problemBody(new Problem('bad-request', [{ parameter: 'path', code: 'escapes' }]), lang) },
  }
}

function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address)
    return true
  } catch {
    return false
  }
}
