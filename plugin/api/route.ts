// Types of a public route, and the helpers that define one.

import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { WriteFacts } from '../contract/write-facts.js'
import type { Feature, ResolvedOptions } from '../options/index.js'
import type { PartialBody } from './partial-body.js'
import type { FieldIssue } from './problem.js'

export interface Answer {
  /** @default 200 */
  status?: number
  /** A plain value is sent as JSON; a string or bytes as they are. */
  body: unknown
  /** @default application/json; charset=utf-8 */
  contentType?: string
  /** Strong validator without quotes, by which the pipeline answers 304. @default a hash of the body */
  etag?: string
  /** @default public, max-age=<directory.maxAge>, must-revalidate on reads; no-store on writes and on what is never the same */
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
  /** Switches that take the route away when off; none for what every network has. */
  features: Feature[]
  /** One line for openapi.json. */
  summary: string
  answer: z.ZodType | null
  /** Of an answer that is no JSON. */
  contentType?: string
}

export interface ReadRoute<Query extends z.ZodType = z.ZodType> extends RouteFacts {
  method: 'get'
  /** Parses URLSearchParams turned into { name: string | string[] }; unknown parameters are dropped. */
  query: Query
  /** Every answer comes in it, problems too: the site's server says so by itself, whatever the answer. */
  encoding?: 'br'
  /** Every answer is a new one: none is kept, or asked again by its ETag. */
  neverTheSame?: boolean
  /** Refused to sites that are not admitted, as writes are. */
  admittedOnly?: boolean
  handle(context: RouteContext & { query: z.output<Query> }): Promise<Answer>
}

export interface WriteRoute<Body extends z.ZodType = z.ZodType> extends RouteFacts {
  method: 'post'
  body: Body
  /** Status of success, for openapi.json. */
  success: 201 | 202
  /** Addresses whose daily limit this write counts against. */
  emails(body: z.output<Body>): string[]
  /**
   * What is wrong beyond the shape, as far as the form alone can tell; asked before anything is spent, and where the shape
   * is wrong too, so that whoever mends a form hears of everything at once. What only the database knows its service checks.
   */
  check?(sketch: PartialBody<z.output<Body>>, at: Date): FieldIssue[]
  /** What a filled honeypot is answered: like a success, with nothing stored. Without it the field is refused. */
  decoy?(body: z.output<Body>): unknown
  /** How long a success takes must not tell what was found. */
  answersEvenly?: boolean
  /** @returns the body of the success */
  handle(context: {
    req: PayloadRequest
    params: Record<string, string>
    body: z.output<Body>
    facts: WriteFacts
  }): Promise<unknown>
}

export type Route = ReadRoute | WriteRoute

export const isOn = ({ features }: Pick<Route, 'features'>, options: ResolvedOptions): boolean =>
  features.every((feature) => options.features[feature])

export const readRoute = <Query extends z.ZodType>(route: Omit<ReadRoute<Query>, 'method'>): ReadRoute =>
  ({ ...route, method: 'get' }) as unknown as ReadRoute

export const writeRoute = <Body extends z.ZodType>(route: Omit<WriteRoute<Body>, 'method'>): WriteRoute =>
  ({ ...route, method: 'post' }) as unknown as WriteRoute
