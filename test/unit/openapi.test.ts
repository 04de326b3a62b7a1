// The description of the public API against the routes: what it says a form must hold is what the routes take, and every answer of
// the pipeline is told.
import { z } from 'zod'
import { readBody } from '../../plugin/api/issues.js'
import { openapiOf } from '../../plugin/api/openapi.js'
import { problemStatus } from '../../plugin/api/problem-kinds.js'
import type { WriteRoute } from '../../plugin/api/route.js'
import { commissionBody, contactBody, donationBody, joinBody, wholeBodies } from '../support/forms.js'
import { organisation } from '../support/organisation.js'
import { resolveOptions } from '../support/rooms.js'
import { routes } from '../support/routes.js'

type Json = Record<string, unknown>
interface Operation {
  parameters: { name: string; in: string; schema: Json }[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, { description: string; headers?: Json }>
}

const host = { serverURL: 'https://rete.example', basePath: '', apiRoute: '/api', slugs: [], mails: [] }
const paths = openapiOf(routes, resolveOptions({ organisation, features: 'all' }, host)).paths as Record<
  string,
  Record<string, Operation>
>
const pathOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('every route is described, and nothing else', () => {
  const described = operations.map(({ path, method }) => `${method} ${path}`).sort()
  expect(described).toEqual(routes.map(({ method, path }) => `${method} ${pathOf(path)}`).sort())
})

test('every problem there is belongs to some answer, with the time to wait where there is one', () => {
  const told = new Set(operations.flatMap(({ operation }) => Object.keys(operation.responses)))
  expect([...told]).toEqual(expect.arrayContaining(Object.values(problemStatus).map(String)))
  for (const { path, method, operation } of operations) {
    const wanted =
      method === 'get' ? ['400', '404', '405', '429', '500', '503'] : ['405', '409', '422', '429', '500', '503']
    expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining(wanted)])
    for (const status of ['429', '500', '503'])
      expect(operation.responses[status]?.headers).toHaveProperty('Retry-After')
  }
})

test('any language may be asked for', () => {
  const languages = operations.flatMap(({ operation }) => operation.parameters.filter(({ name }) => name === 'lang'))
  expect(languages.map(({ schema }) => schema)).toEqual(Array(languages.length).fill({ type: 'string' }))
})

/** What JSON Schema says of a value, as far as our conditions go; kinds, lengths and patterns are left to zod. */
function meets(value: unknown, schema: Json): boolean {
  const inner = Object(value) === value ? (value as Json) : {}
  const {
    properties = {},
    required = [],
    allOf = [],
    anyOf,
    oneOf,
    not,
    contains,
    items,
    minLength = 0,
  } = schema as {
    properties?: Record<string, Json>
    required?: string[]
    allOf?: Json[]
    anyOf?: Json[]
    oneOf?: Json[]
    not?: Json
    contains?: Json
    items?: Json
    minLength?: number
  }
  const list = Array.isArray(value) ? value : []
  const are = (one: Json) => meets(value, one)
  return [
    required.every((name) => name in inner),
    Object.entries(properties).every(([name, one]) => !(name in inner) || meets(inner[name], one)),
    typeof value !== 'string' || value.length >= minLength,
    !('const' in schema) || value === schema.const,
    !('enum' in schema) || (schema.enum as unknown[]).includes(value),
    allOf.every(are),
    !anyOf || anyOf.some(are),
    !oneOf || oneOf.filter(are).length === 1,
    !not || !are(not),
    !contains || list.some((one) => meets(one, contains)),
    !items || list.every((one) => meets(one, items)),
  ].every(Boolean)
}

/** The kinds alone: zod reads no conditions back. */
const kindsOf = (schema: Json) =>
  JSON.parse(JSON.stringify(schema, (name, value) => (name === 'allOf' || name === 'oneOf' ? undefined : value)))

/** Places of all fields of a body, outer ones first. */
const placesIn = (value: unknown, at: string[] = []): string[][] =>
  Object.entries(Object(value) === value ? (value as object) : {}).flatMap(([key, inner]) => [
    [...at, key],
    ...placesIn(inner, [...at, key]),
  ])

/** Every choice that a schema offers, with its place. */
function choicesIn(schema: Json, at: string[] = []): [place: string[], value: unknown][] {
  const {
    properties = {},
    enum: values,
    items,
  } = schema as { properties?: Record<string, Json>; enum?: unknown[]; items?: Json }
  const listed = (items?.enum as unknown[] | undefined)?.map((value): [string[], unknown] => [at, [value]]) ?? []
  return [
    ...listed,
    ...(values ?? []).map((value): [string[], unknown] => [at, value]),
    ...Object.entries(properties).flatMap(([name, inner]) => choicesIn(inner, [...at, name])),
  ]
}

/** @returns null where the place lies in something that is not there */
function changed(body: object, place: string[], change: (holder: Json, name: string) => void): object | null {
  const copy = structuredClone(body)
  const holder = place.slice(0, -1).reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], copy)
  if (Object(holder) !== holder || Array.isArray(holder)) return null
  change(holder as Json, place.at(-1) ?? '')
  return copy
}

const without = (body: object, place: string[]) =>
  changed(body, place, (holder, name) => {
    delete holder[name]
  })
const withChoice = (body: object, place: string[], value: unknown) =>
  changed(body, place, (holder, name) => {
    holder[name] = value
  })

/** The body, with each choice, and each of these without one of its fields, or with one consent less. */
function* variants(body: object, schema: Json): Generator<object> {
  const chosen = [body, ...choicesIn(schema).map(([place, value]) => withChoice(body, place, value))]
  for (const one of chosen) {
    if (one === null) continue
    yield one
    for (const place of placesIn(one)) {
      const less = without(one, place)
      if (less) yield less
    }
    const { consents = [] } = one as { consents?: object[] }
    for (const consent of consents) yield { ...one, consents: consents.filter((other) => other !== consent) }
  }
}

const smallest: Record<string, object> = {
  '/members': joinBody,
  '/members/:slug/contact': contactBody,
  '/commissions': commissionBody,
  '/donations': donationBody,
}
const assisted = { what: 'assisted', version: '1' }
const whole: Record<string, object> = {
  ...wholeBodies,
  '/members': { ...wholeBodies['/members'], consents: [...joinBody.consents, assisted] },
  '/members/:slug/contact': wholeBodies['/members/maria-r-7k3f/contact'] ?? {},
  '/donations': { ...wholeBodies['/donations'], consents: [{ what: 'publish', version: '1' }] },
}

const writes = routes.filter((route): route is WriteRoute => route.method === 'post')

test.each(writes.map((route) => [route.path, route] as const))(
  '%s takes what is described, and only that',
  (path, route) => {
    const schema = paths[pathOf(path)]?.post?.requestBody?.content['application/json']?.schema as Json
    const kinds = z.fromJSONSchema(kindsOf(schema))
    const described = (one: object) => kinds.safeParse(one).success && meets(one, schema)
    const verdicts = [smallest[path], whole[path]].flatMap((body = {}) =>
      [...variants(body, schema)].map((one) => {
        const read = readBody(route, one)
        return { one, described: described(one), taken: 'body' in read, issues: 'issues' in read ? read.issues : [] }
      }),
    )
    expect(verdicts.filter((one) => one.described !== one.taken).slice(0, 3)).toEqual([])
    // Both kinds are among them, or nothing was compared.
    expect(new Set(verdicts.map(({ taken }) => taken)).size).toBe(2)
  },
)
