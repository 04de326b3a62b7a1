// The pipeline of public reads: query, ETag, CORS for every origin, no credentials.
import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { ResolvedOptions } from '../options/index.js'
import { cleanTexts } from '../values/clean-text.js'
import { isUnprintable } from './body.js'
import { withDeadline } from './deadline.js'
import { queryIssues } from './issues.js'
import { isSpoken, languageOf } from './language.js'
import { Problem } from './problem.js'
import { answerResponse, asProblem, problemResponse, sentBody } from './respond.js'
import { type Answer, isOn, type ReadRoute } from './route.js'

const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Retry-After' }

export async function serveRead(route: ReadRoute, options: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  const search = new URL(req.url ?? '', 'http://localhost').searchParams
  const lang = languageOf(search.get('lang'), req.headers, options)
  // Unless the address says it, the language comes from the header: shared caches must know.
  const headers: Record<string, string> = isSpoken(search.get('lang'), options)
    ? open
    : { ...open, Vary: 'Accept-Language' }
  try {
    if (!isOn(route, options)) throw new Problem('not-found')
    if (Object.values(paramsOf(req)).some(isUnprintable)) throw new Problem('not-found')
    const query = knownQuery(route, search)
    const ifNoneMatch = req.headers.get('if-none-match')
    const context = {
      req,
      params: paramsOf(req),
      lang,
      query,
      ifNoneMatch: ifNoneMatch === null ? null : (tagsOf(ifNoneMatch)[0] ?? null),
    }
    const given = await withDeadline(req.payload, () => route.handle(context), req.signal)
    if (route.neverTheSame) return answerResponse(given, { ...headers, 'Cache-Control': 'no-store' })
    const answer = tagged(given)
    const caching = answer.cacheControl ?? `public, max-age=${options.directory.maxAge}, must-revalidate`
    const validated = { ...headers, 'Cache-Control': caching, ETag: `"${answer.etag}"` }
    if (ifNoneMatch !== null && holds(ifNoneMatch, answer.etag))
      return new Response(null, { status: 304, headers: { ...validated, ...answer.headers } })
    return answerResponse(answer, validated)
  } catch (error) {
    return problemResponse(asProblem(error, req), lang, headers, true)
  }
}

/** Queries that were understood, by route and as the address says them: most questions are asked again and again. */
const known = new WeakMap<ReadRoute, Map<string, unknown>>()
const knownAtMost = 500
/** Longer ones are rare, and would fill the memory. */
const knownLength = 300

function knownQuery(route: ReadRoute, search: URLSearchParams): ReturnType<typeof queryOf> {
  const asked = search.toString()
  if (asked.length > knownLength) return queryOf(route, search)
  const queries = known.get(route) ?? new Map<string, unknown>()
  known.set(route, queries)
  const earlier = queries.get(asked)
  if (earlier !== undefined) return earlier
  const query = queryOf(route, search)
  queries.set(asked, query)
  if (queries.size > knownAtMost) queries.delete(queries.keys().next().value as string)
  return query
}

/** @throws Problem 400, naming each parameter that is no value of the route's */
function queryOf(route: ReadRoute, search: URLSearchParams): z.output<ReadRoute['query']> {
  const values = valuesOf(search)
  const unreadable = knownNames(route).filter((name) => [values[name] ?? []].flat().some(isUnprintable))
  if (unreadable.length > 0)
    throw new Problem(
      'bad-request',
      unreadable.map((parameter) => ({ parameter, code: 'nul' })),
    )
  const query = route.query.safeParse(values)
  if (!query.success) throw new Problem('bad-request', queryIssues(query.error))
  return query.data
}

/** Where a route gives no validator, the hash of what it says is one. */
function tagged(answer: Answer): Answer & { etag: string } {
  const { etag } = answer
  if (etag !== undefined) return { ...answer, etag }
  const body = sentBody(answer)
  const hash = createHash('sha256').update(body ?? '')
  return { ...answer, body, etag: hash.digest('base64url').slice(0, 27) }
}

/** Unknown parameters are ignored, whatever they hold. */
const knownNames = ({ query }: ReadRoute): string[] => (query instanceof z.ZodObject ? Object.keys(query.shape) : [])

/** Repeated parameters become lists; texts are cleaned as those of forms are. */
function valuesOf(search: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(search.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = search.getAll(name)
      return [name, cleanTexts(values.length === 1 ? (values[0] ?? '') : values) as string | string[]]
    }),
  )
}

export const paramsOf = (req: PayloadRequest): Record<string, string> =>
  Object.fromEntries(Object.entries(req.routeParams ?? {}).map(([name, value]) => [name, String(value)]))

/** Weak and strong tags alike: proxies that compress weaken ours. */
const tagsOf = (header: string): string[] => [...header.matchAll(/"([^"]*)"/g)].map((match) => bare(match[1] ?? ''))

/** Other proxies write the encoding behind it, as we do for files that come in several. */
const bare = (tag: string): string => tag.replace(/-(gzip|br|zstd|deflate)$/, '')

const holds = (header: string, etag: string): boolean =>
  header.trim() === '*' || [etag, bare(etag)].some((own) => tagsOf(header).includes(own))
