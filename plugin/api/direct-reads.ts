// Public reads answered before Payload builds its whole request (user, translations, parsed query), which none of them looks at.
import { type Endpoint, getPayload, headersWithCors, type PayloadRequest, type SanitizedConfig } from 'payload'

/** Marks endpoints that need no more of a request than its address, its headers and Payload. */
export const directRead: Endpoint['custom'] = { mokorDirectRead: true }

const base = '/mokor/v1/'

/** As Payload's `handleEndpoints` takes them. */
interface Asked {
  config: SanitizedConfig | Promise<SanitizedConfig>
  request: Request
  /** @default the path of the request's address */
  path?: string
  payloadInstanceCacheKey?: string
}

/**
 * Answers the public reads of mokorPlugin as Payload's `handleEndpoints` does, by the same handlers, sooner.
 * @returns null for anything else, and for whatever fails on the way: that is Payload's to answer
 */
export async function handleMokorReads({
  config,
  request,
  path,
  payloadInstanceCacheKey,
}: Asked): Promise<Response | null> {
  if (request.method !== 'GET') return null
  const address = path ?? new URL(request.url).pathname
  if (!address.includes(base)) return null
  try {
    const payload = await getPayload({
      config,
      cron: true,
      ...(payloadInstanceCacheKey ? { key: payloadInstanceCacheKey } : {}),
    })
    const found = find(readsOf(payload), address)
    if (!found) return null
    const asked = { payload, routeParams: found.params, context: {}, payloadAPI: 'REST', user: null }
    const req = Object.assign(request, asked) as unknown as PayloadRequest
    const response = await found.read.handler(req)
    if (!payload.config.cors) return response
    const headers = headersWithCors({ headers: new Headers(response.headers), req })
    return new Response(response.body, { status: response.status, headers })
  } catch {
    return null
  }
}

type RouteHandler = (request: Request, args: { params: Promise<{ slug?: string[] }> }) => Promise<Response>

/** For the site's `app/(payload)/api/[...slug]/route.ts`: `export const GET = withMokorReads(config, REST_GET(config))`. */
export const withMokorReads =
  (config: Asked['config'], handler: RouteHandler): RouteHandler =>
  async (request, args) => {
    const { slug } = await args.params
    if (slug?.[0] !== 'mokor') return handler(request, args)
    const { routes } = await config
    const path = `${apiRouteOf(routes.api)}/${slug.map((segment) => encodeURIComponent(segment)).join('/')}`
    return (await handleMokorReads({ config, request, path })) ?? handler(request, args)
  }

const apiRouteOf = (route: string): string => route.replace(/\/$/, '')

interface Read {
  segments: string[]
  handler: Endpoint['handler']
}

interface Site {
  collections: Record<string, unknown>
  config: SanitizedConfig
}

const known = new WeakMap<SanitizedConfig, Read[]>()

/** Reads of a site by the segments of their whole address, in the order in which Payload matches them. */
function readsOf({ collections, config }: Site): Read[] {
  const earlier = known.get(config)
  if (earlier) return earlier
  const reads: Read[] = []
  const others: string[][] = []
  // Payload gives a collection of this name all that begins like it.
  const endpoints = collections.mokor ? [] : config.endpoints.filter(({ method }) => method === 'get')
  for (const { path, handler, custom } of endpoints) {
    const segments = `${apiRouteOf(config.routes.api)}${path}`.split('/')
    if (custom?.mokorDirectRead !== true) others.push(segments)
    // What the site puts before ours goes first.
    else if (!others.some((other) => mayMeet(other, segments))) reads.push({ segments, handler })
  }
  known.set(config, reads)
  return reads
}

const isParameter = (segment: string): boolean => segment.startsWith(':')

/** Whether an address may be meant by both of two paths; ours have nothing but names and whole parameters. */
function mayMeet(other: string[], ours: string[]): boolean {
  const [name = '', ...names] = ours
  const [first = '', ...rest] = other
  if (/[*(){}?+]/.test(first)) return true
  if (first.toLowerCase() !== name.toLowerCase() && !isParameter(first) && !isParameter(name)) return false
  return rest.length === 0 || names.length === 0 ? rest.length === names.length : mayMeet(rest, names)
}

function find(reads: Read[], address: string): { read: Read; params: Record<string, string> } | null {
  const given = address.split('/')
  const isSame = (segment: string, at: number) => (isParameter(segment) ? given[at] !== '' : segment === given[at])
  const read = reads.find(({ segments }) => segments.length === given.length && segments.every(isSame))
  if (!read) return null
  const params = read.segments.flatMap((segment, at): [string, string][] =>
    isParameter(segment) ? [[segment.slice(1), decodeURIComponent(given[at] ?? '')]] : [],
  )
  return { read, params: Object.fromEntries(params) }
}
