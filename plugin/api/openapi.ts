// Describes the routes in OpenAPI 3.1, made from their zod schemas.
import { z } from 'zod'
import type { ResolvedOptions } from '../options.js'
import { apiBase } from '../runtime.js'
import { problemDto } from './dto.js'
import { problemStatus } from './problem.js'
import type { Route } from './route.js'

type Json = Record<string, unknown>

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** Statuses that a route of each kind may answer beside its success. */
const refusals = {
  get: [400, 404, 429, 503],
  post: [400, 403, 404, 409, 413, 415, 422, 429, 503],
} as const

export function openapiOf(routes: readonly Route[], options: ResolvedOptions): Json {
  const served = routes.filter((route) => route.feature === null || options.features[route.feature])
  const paths: Record<string, Json> = {}
  for (const route of served) {
    const path = route.path.replace(/:(\w+)[^/]*/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route, path) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `${options.organisation.name}: public API`, version: 'v1' },
    servers: [{ url: apiBase(options) }],
    paths,
    components: { schemas: { Problem: schemaOf(problemDto, 'output') } },
  }
}

function operationOf(route: Route, path: string): Json {
  const success = route.method === 'get' ? 200 : route.success
  const answer = route.answer
    ? { description: 'OK', content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } }
    : { description: 'OK' }
  return {
    operationId: operationId(route.method, path),
    summary: route.summary,
    parameters: [...pathParameters(path), ...(route.method === 'get' ? queryParameters(route.query) : [])],
    ...(route.method === 'post'
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: {
      [success]: answer,
      ...(route.method === 'get' ? { 304: { description: 'Not modified' } } : {}),
      ...Object.fromEntries(
        refusals[route.method].map((status) => [status, { description: kindOf(status), content: problemContent }]),
      ),
    },
  }
}

const kindOf = (status: number): string =>
  Object.entries(problemStatus).find(([, known]) => known === status)?.[0] ?? 'problem'

const operationId = (method: string, path: string): string =>
  `${method}${path.replace(/[^a-zA-Z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
