// GET /openapi.json: the API described from the very schemas that check it.
import { z } from 'zod'
import { mokor } from '../../runtime.js'
import { openapiOf } from '../openapi.js'
import { type Route, readRoute } from '../route.js'

export const openapi = (described: readonly Route[]): Route =>
  readRoute({
    path: '/openapi.json',
    features: [],
    summary: 'This description',
    query: z.object({}),
    answer: null,
    handle: async ({ req }) => ({ body: openapiOf(described, mokor(req.payload).options) }),
  })
