// Turns answers and errors into HTTP responses.
import type { PayloadRequest } from 'payload'
import { Problem, problemBody, problemStatus } from './problem.js'
import { isUnreachable } from './reach.js'
import type { Answer } from './route.js'

export const json = 'application/json; charset=utf-8'

/** A response of `answer`; strings and bytes go as they are, anything else as JSON. */
export function answerResponse(answer: Answer, headers: Record<string, string>): Response {
  const raw = typeof answer.body === 'string' || answer.body instanceof Uint8Array || answer.body === null
  return new Response(raw ? (answer.body as BodyInit | null) : JSON.stringify(answer.body), {
    status: answer.status ?? 200,
    headers: {
      'Content-Type': answer.contentType ?? json,
      'X-Content-Type-Options': 'nosniff',
      ...headers,
      ...answer.headers,
    },
  })
}

/** Whatever was thrown, as a `Problem`: known ones as they are, a database out of reach as 503, the rest logged. */
export function asProblem(error: unknown, req: PayloadRequest): Problem {
  if (error instanceof Problem) return error
  if (isUnreachable(error)) return new Problem('unavailable', [], 10)
  req.payload.logger.error({ err: error, msg: 'payload-plugin-mokor: a public route failed' })
  return new Problem('internal', [], 10)
}

export function problemResponse(problem: Problem, lang: string, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(problemBody(problem, lang)), {
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
