// The pipeline of public writes.
import type { PayloadRequest } from 'payload'
import type { ResolvedOptions } from '../options.js'
import { languageOf } from './language.js'
import { Problem } from './problem.js'
import { problemResponse } from './respond.js'
import type { WriteRoute } from './route.js'

export async function serveWrite(_route: WriteRoute, options: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  return problemResponse(new Problem('unavailable'), languageOf(null, req.headers, options), {})
}
