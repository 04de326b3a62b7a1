// POST /work: lets a clock outside send what is due, for sites without a lasting process.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import type { ResolvedOptions } from '../options.js'
import { workRound } from '../outbox/index.js'
import { languageOf } from './language.js'
import { Problem } from './problem.js'
import { answerResponse, asProblem, problemResponse } from './respond.js'

/** Exists only with `outbox.cronSecret`; the caller shows it as `Authorization: Bearer <secret>`. */
export function workEndpoints(options: ResolvedOptions): Omit<Endpoint, 'root'>[] {
  const { cronSecret } = options.outbox
  if (cronSecret === null) return []
  return [
    {
      path: '/mokor/v1/work',
      method: 'post',
      async handler(req: PayloadRequest) {
        const lang = languageOf(null, req.headers, options)
        try {
          if (!sameSecret(req.headers.get('authorization') ?? '', `Bearer ${cronSecret}`))
            throw new Problem('not-found')
          return answerResponse({ body: await workRound(req.payload) }, { 'Cache-Control': 'no-store' })
        } catch (error) {
          return problemResponse(asProblem(error, req), lang, {})
        }
      },
    },
  ]
}

/** Hashes have one length: the comparison tells nothing of where or how long the secret is. */
function sameSecret(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(expected))
}
