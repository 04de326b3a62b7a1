// POST and GET /work: drains the outbox from an external scheduler, for sites without a lasting process; Vercel’s asks by GET.
import type { Endpoint, PayloadRequest } from 'payload'
import type { ResolvedOptions } from '../options/index.js'
import { workRound } from '../outbox/index.js'
import { languageOf } from './language.js'
import { Problem } from './problem.js'
import { answerResponse, asProblem, problemResponse } from './respond.js'
import { isBearer } from './secret.js'

/** Exists only with `outbox.cronSecret`; the caller shows it as `Authorization: Bearer <secret>`. */
export function workEndpoints(options: ResolvedOptions): Omit<Endpoint, 'root'>[] {
  const { cronSecret } = options.outbox
  if (cronSecret === null) return []
  return (['post', 'get'] as const).map((method) => ({
    path: '/mokor/v1/work',
    method,
    async handler(req: PayloadRequest) {
      const lang = languageOf(null, req.headers, options)
      try {
        if (!isBearer(req, cronSecret)) throw new Problem('not-found')
        return answerResponse({ body: await workRound(req.payload) }, { 'Cache-Control': 'no-store' })
      } catch (error) {
        return problemResponse(asProblem(error, req), lang, {})
      }
    },
  }))
}
