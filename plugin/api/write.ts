// The pipeline of public writes: all guards in one order, then the room’s service.
import type { PayloadRequest } from 'payload'
import type { envelope } from '../contract/dto.js'
import type { WriteFacts } from '../contract/write-facts.js'
import type { ResolvedOptions } from '../options/index.js'
import { parseUrl } from '../values/web-link.js'
import { readJson } from './body.js'
import { spentChallenge, verifyChallenge } from './challenge.js'
import { publicLoad } from './concurrency.js'
import { atLeast } from './constant-time.js'
import { withDeadline } from './deadline.js'
import { acceptOnce } from './idempotency.js'
import { readBody } from './issues.js'
import { languageOf } from './language.js'
import { weightNow } from './limits.js'
import { forOrigin, isAdmitted } from './origin.js'
import { Problem } from './problem.js'
import { paramsOf } from './read.js'
import { answerResponse, asProblem, problemResponse } from './respond.js'
import { isOn, type WriteRoute } from './route.js'

/** While somebody writes, forms may have grown this many times dearer. */
const tolerance = 4

/** The fields of `envelope` that the pipeline itself reads. */
type Enveloped = { [name in Exclude<keyof typeof envelope, 'consents'>]?: string }

export async function serveWrite(route: WriteRoute, options: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  const origin = req.headers.get('origin')
  const headers: Record<string, string> = isAdmitted(origin, options) ? forOrigin(origin) : { Vary: 'Origin' }
  let lang = languageOf(null, req.headers, options)
  try {
    if (!isOn(route, options)) throw new Problem('not-found')
    if (!isAdmitted(origin, options)) throw new Problem('origin')
    const raw = await readJson(req)
    lang = languageOf(typeof raw.lang === 'string' ? raw.lang : null, req.headers, options)
    const body = parse(route, raw)
    const given = body as Enveloped
    // A filled honeypot is answered like a success, so that a robot learns nothing, and nothing is stored.
    if (given.website) return success(route, decoyOf(route, body), headers)
    const facts: WriteFacts = { lang, page: pageOf(given.page), how: 'web', at: new Date() }
    const { writes } = publicLoad(req.payload)
    const accepting = withDeadline(req.payload, () => writes.run(() => accept(route, options, req, body, facts)))
    return success(route, await (route.answersEvenly ? atLeast(facts.at, accepting) : accepting), headers)
  } catch (error) {
    return problemResponse(asProblem(error, req), lang, headers)
  }
}

/**
 * Cheap checks came first, so that what is invalid never reaches the database. The challenge is spent last: a form that
 * was refused for its fields can be sent again with the same one. Where a service refuses what only it can know, the
 * widget gets itself a new challenge unseen.
 */
async function accept(
  route: WriteRoute,
  options: ResolvedOptions,
  req: PayloadRequest,
  body: unknown,
  facts: WriteFacts,
): Promise<unknown> {
  const { challenge: solved, ...said } = body as Enveloped
  const challenge = await verifyChallenge(req.payload, solved)
  // Solved when forms were few, and kept for a flood: a widget gets itself one of today's weight, unseen.
  if (challenge.weight * tolerance < (await weightNow(req, options))) throw spentChallenge()
  const params = paramsOf(req)
  const sent = [route.path, params, said]
  return acceptOnce(req, options, { challenge, emails: route.emails(body), sent, facts }, (counted) =>
    route.handle({ req, params, body, facts: counted }),
  )
}

/** @throws Problem `invalid` naming every field to mend */
function parse(route: WriteRoute, raw: Record<string, unknown>): unknown {
  const read = readBody(route, raw)
  if ('issues' in read) throw new Problem('invalid', read.issues)
  return read.body
}

function decoyOf(route: WriteRoute, body: unknown): unknown {
  if (!route.decoy) throw new Problem('invalid', [{ pointer: '/website', code: 'website' }])
  return route.decoy(body)
}

const success = (route: WriteRoute, body: unknown, headers: Record<string, string>): Response =>
  answerResponse({ status: route.success, body, cacheControl: 'no-store' }, { 'Cache-Control': 'no-store', ...headers })

/** Where the form stood, without query or fragment, which may say more than a consent needs; of a long one its site. */
function pageOf(page: string | undefined): string | null {
  const parsed = page === undefined ? null : parseUrl(page)
  if (!parsed) return null
  const { protocol, origin, pathname } = parsed
  const kept = origin.length + pathname.length > 500 ? '/' : pathname
  return protocol === 'https:' || protocol === 'http:' ? `${origin}${kept}` : null
}
