// GET /openapi.json: the API described from the very schemas that check it.
import { z } from 'zod'
import type { ResolvedOptions } from '../../options/index.js'
import { mokor } from '../../runtime.js'
import { openapiOf } from '../openapi.js'
import { type Route, readRoute } from '../route.js'

/** Written once a site: it takes as long as a hundred answers. */
const written = new WeakMap<ResolvedOptions, string>()

function descriptionOf(described: readonly Route[], options: ResolvedOptions): string {
  const known = written.get(options) ?? JSON.stringify(openapiOf(described, options))
  written.set(options, known)
  return known
}

export const openapi = (described: readonly Route[]): Route =>
  readRoute({
    path: '/openapi.json',
    features: [],
    summary: 'This description',
    query: z.object({}),
    answer: null,
    handle: async ({ req }) => ({ body: descriptionOf(described, mokor(req.payload).options) }),
  })
