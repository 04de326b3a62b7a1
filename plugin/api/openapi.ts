// Describes the routes in OpenAPI 3.1, made from their zod schemas.
import { z } from 'zod'
import { problemDto } from '../contract/dto.js'
import type { ResolvedOptions } from '../options/index.js'
import { apiBase } from '../runtime.js'
import { problemStatus } from './problem-kinds.js'
import { isOn, type Route } from './route.js'

type Json = Record<string, unknown>

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** Statuses that a route may answer beside its success; 405 is what its path answers to other methods. */
function refusalsOf(route: Route): number[] {
  if (route.method === 'post') return [400, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503]
  return [400, ...(route.admittedOnly ? [403] : []), 404, 405, 429, 500, 503]
}

const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } }
const waits: readonly number[] = [429, 500, 503]

/** What the pipeline of reads takes for all of them. */
const language: Json = {
  name: 'lang',
  in: 'query',
  required: false,
  description:
    'Language of labels and problems, e.g. `it`. Without it, or where the site does not speak it: Accept-Language.',
  schema: { type: 'string' },
}

export function openapiOf(routes: readonly Route[], options: ResolvedOptions): Json {
  const served = routes.filter((route) => isOn(route, options))
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
  const schema = route.answer ? { schema: schemaOf(route.answer, 'output') } : {}
  return {
    operationId: operationId(route.method, path),
    summary: route.summary,
    parameters: [...pathParameters(path), ...(route.method === 'get' ? queryParameters(route.query) : [])],
    ...(route.method === 'post'
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: {
      [success]: { description: 'OK', content: { [route.contentType ?? 'application/json']: schema } },
      ...(route.method === 'get' && !route.neverTheSame ? { 304: { description: 'Not modified' } } : {}),
      ...Object.fromEntries(
        refusalsOf(route).map((status) => [
          status,
          {
            description: kindOf(status),
            ...(waits.includes(status) ? { headers: retryAfter } : {}),
            content: problemContent,
          },
        ]),
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
  const own = Object.entries(properties).filter(([name]) => name !== language.name)
  return [...own.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })), language]
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
