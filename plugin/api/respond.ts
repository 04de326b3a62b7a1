// Turns answers and errors into HTTP responses.
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { PayloadRequest } from 'payload'
import { isGivenUp } from '../database/cancellation.js'
import { fieldErrorsOf, isDuplicate, isOutOfTime, isUnreachable } from '../values/error-kinds.js'
import { busyForSeconds } from './concurrency.js'
import { pointerOf } from './issues.js'
import { type FieldIssue, isProblem, Problem, problemBody } from './problem.js'
import { problemStatus } from './problem-kinds.js'
import type { Answer } from './route.js'

export const json = 'application/json; charset=utf-8'

/** Strings and bytes go as they are, anything else as JSON; null is no body. */
export const sentBody = ({ body }: Answer): string | Uint8Array<ArrayBuffer> | null =>
  typeof body === 'string' || body instanceof Uint8Array || body === null
    ? (body as string | Uint8Array<ArrayBuffer> | null)
    : JSON.stringify(body)

/** What a JSON answer says: our pages show what the routes say. */
export const saidBy = (answer: Answer): unknown => JSON.parse(Buffer.from(sentBody(answer) ?? '').toString())

export function answerResponse(answer: Answer, headers: Record<string, string>): Response {
  return new Response(sentBody(answer), {
    status: answer.status ?? 200,
    headers: {
      'Content-Type': answer.contentType ?? json,
      'X-Content-Type-Options': 'nosniff',
      ...headers,
      ...answer.headers,
    },
  })
}

/**
 * Whatever was thrown, as a `Problem`: known ones as they are, a database out of reach or overloaded as 503, fields that a
 * collection refused by their names, the rest logged.
 */
export function asProblem(error: unknown, req: PayloadRequest): Problem {
  if (isProblem(error)) return error
  if (isUnreachable(error) || isGivenUp(error)) return new Problem('unavailable', [], 10)
  if (isOutOfTime(error)) return new Problem('busy', [], busyForSeconds)
  const refused = refusedFields(error, req)
  if (refused) return new Problem('invalid', refused)
  req.payload.logger.error({ err: error, msg: 'payload-plugin-mokor: a public route failed' })
  return new Problem('internal', [], 10)
}

/** Where a host's own rules are stricter than ours, e.g. by `collectionOverrides`: Payload's paths as pointers. */
function refusedFields(error: unknown, req: PayloadRequest): FieldIssue[] | null {
  const refused = fieldErrorsOf(error)
  if (!refused || isDuplicate(error, req)) return null
  return refused.map(({ path }) => ({ pointer: pointerOf(path.split('.')), code: 'invalid' }))
}

/** The answer in `encoding`, unless it came in it. */
export async function inEncoding(response: Response, encoding?: 'br'): Promise<Response> {
  if (!encoding || response.body === null || response.headers.has('content-encoding')) return response
  const headers = new Headers(response.headers)
  headers.set('Content-Encoding', encoding)
  const bytes = await promisify(brotliCompress)(Buffer.from(await response.arrayBuffer()))
  return new Response(new Uint8Array(bytes), { status: response.status, headers })
}

/** @param reading whether it answers a question, and nothing was sent that could be lost */
export function problemResponse(
  problem: Problem,
  lang: string,
  headers: Record<string, string>,
  reading?: boolean,
): Response {
  return new Response(JSON.stringify(problemBody(problem, lang, reading)), {
    status: problemStatus[problem.kind],
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...(problem.retryAfter === undefined
        ? {}
        : { 'Retry-After': String(Math.max(1, Math.ceil(problem.retryAfter))) }),
      ...headers,
    },
  })
}

/** The answer to a HEAD request. */
export const withoutBody = ({ status, headers }: Response): Response => new Response(null, { status, headers })
