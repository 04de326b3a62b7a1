// The shape of a public route: what it takes, what it gives, and the one function that serves it.
import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { Feature } from '../options.js'

export interface Answer {
  /** @default 200 */
  status?: number
  /** A plain value is sent as JSON; a string or bytes as they are. */
  body: unknown
  /** @default application/json; charset=utf-8 */
  contentType?: string
  /** Strong validator without quotes; the pipeline answers 304 by itself. */
  etag?: string
  /** @default public, max-age=<directory.maxAge>, must-revalidate on reads; no-store on writes */
  cacheControl?: string
  headers?: Record<string, string>
}

export interface RouteContext {
  req: PayloadRequest
  params: Record<string, string>
  /** Language of labels and problems: `lang` parameter, else Accept-Language, else the first of the site. */
  lang: string
  /** Strong validator the client holds, so that a route may skip its work. */
  ifNoneMatch: string | null
}

interface RouteFacts {
  /** Path under `/mokor/v1`, in path-to-regexp form, e.g. `/members/:slug`. */
  path: string
  feature: Feature
  /** One line for openapi.json. */
  summary: string
  answer: z.ZodType | null
}

export interface ReadRoute<Query extends z.ZodType = z.ZodType> extends RouteFacts {
  method: 'get'
  /** Parses URLSearchParams turned into { name: string | string[] }; unknown parameters are dropped. */
  query: Query
  handle(context: RouteContext & { query: z.output<Query>; search: URLSearchParams }): Promise<Answer>
}

export interface WriteRoute<Body extends z.ZodType = z.ZodType> extends RouteFacts {
  method: 'post'
  body: Body
  /** Status of success, for openapi.json. */
  success: 201 | 202
  /** Addresses whose daily limit this write counts against. */
  emails(body: z.output<Body>): string[]
  handle(context: RouteContext & { body: z.output<Body>; origin: string }): Promise<Answer>
}

export type Route = ReadRoute | WriteRoute

export const readRoute = <Query extends z.ZodType>(route: Omit<ReadRoute<Query>, 'method'>): ReadRoute =>
  ({ ...route, method: 'get' }) as unknown as ReadRoute

export const writeRoute = <Body extends z.ZodType>(route: Omit<WriteRoute<Body>, 'method'>): WriteRoute =>
  ({ ...route, method: 'post' }) as unknown as WriteRoute
