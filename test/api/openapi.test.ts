// The description of the public API holds for its answers, and odd questions never get a failure for an answer.
import fs from 'node:fs'
import { z } from 'zod'
import { api, commissionBody, donationBody, joinBody, post, send } from '../support/forms.js'
import { addPublicMember } from '../support/people.js'
import { blogOrigin, startSite } from '../support/site.js'

type Schema = Parameters<typeof z.fromJSONSchema>[0]
interface Operation {
  operationId: string
  parameters: { name: string; in: string; required: boolean }[]
  summary: string
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const site = await startSite({ plugin: { features: { teams: false } } })
afterAll(() => site.close())
const maria = await addPublicMember(site.payload)
const described = (await (await site.fetch(`${api}/openapi.json`)).json()) as {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: { Problem: Schema } }
}

/** Reads a schema of the description back and holds an answer against it. */
function validate(path: string, method: 'get' | 'post', status: number, answer: unknown): void {
  const content = described.paths[path]?.[method]?.responses[status]?.content
  const [media] = Object.values(content ?? {})
  if (!media) throw new Error(`${method} ${path} does not describe ${status}`)
  const schema = status < 300 ? media.schema : described.components.schemas.Problem
  expect(z.fromJSONSchema(schema).safeParse(answer).error?.issues ?? []).toEqual([])
}

test('names its version, its address, and each operation once', () => {
  expect(described.openapi).toBe('3.1.0')
  expect(described.servers).toEqual([{ url: `${site.url}${api}` }])
  const operations = Object.values(described.paths).flatMap((path) => Object.values(path))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { summary } of operations) expect(summary).not.toBe('')
  expect(Object.keys(described.paths)).not.toContain('/teams/{slug}')
})

test('no query parameter is required; reads take a language and may be asked again by their ETag', () => {
  for (const [path, { get }] of Object.entries(described.paths)) {
    if (!get) continue
    const asked = get.parameters.filter((parameter) => parameter.in === 'query')
    expect([path, asked.filter(({ required }) => required)]).toEqual([path, []])
    expect([path, asked.filter(({ name }) => name === 'lang').length]).toEqual([path, 1])
    expect([path, '304' in get.responses]).toEqual([path, path !== '/challenge'])
  }
  const names = described.paths['/members']?.get?.parameters.map(({ name }) => name)
  expect(names).toEqual(
    'q skill province kind mode speaks near radius travels available limit cursor facets lang'.split(' '),
  )
})

test('says what is refused, what is no JSON, and how a challenge is written', () => {
  const answers = (path: string, method = 'get') => described.paths[path]?.[method]?.responses ?? {}
  expect(Object.keys(answers('/challenge'))).toContain('403')
  expect(Object.keys(answers('/members'))).not.toContain('403')
  const types = (path: string) => Object.keys(answers(path)['200']?.content ?? {})
  expect(types('/members/{slug}/picture')).toEqual(['image/webp'])
  expect(types('/widgets/{file}')).toEqual(['text/javascript'])
  expect(types('/members')).toEqual(['application/json'])
  const body = described.paths['/donations']?.post?.requestBody?.content['application/json']?.schema as {
    properties: { challenge: { description: string } }
  }
  for (const word of ['base64url', 'counter', 'derivedKey', 'keyPrefix'])
    expect(body.properties.challenge.description).toContain(word)
})

test.each([
  ['/members', '/members?lang=it'],
  ['/members/{slug}', `/members/${maria.slug}`],
  ['/skills', '/skills?q=fal'],
  ['/places', '/places?q=mila'],
  ['/network', '/network?lang=it'],
  ['/challenge', '/challenge'],
  ['/donations/summary', '/donations/summary'],
])('GET %s answers as described', async (path, address) => {
  const response = await site.fetch(`${api}${address}`, { headers: { Origin: blogOrigin } })
  expect(response.status).toBe(200)
  validate(path, 'get', 200, await response.json())
})

test.each([
  ['/members', joinBody, 202],
  ['/commissions', commissionBody, 202],
  ['/donations', donationBody, 201],
] as const)('POST %s answers as described', async (path, body, status) => {
  const done = await send(site, path, body)
  expect(done.status).toBe(status)
  validate(path, 'post', status, await done.json())
  validate(path, 'post', 422, await (await post(site, path, {})).json())
})

// Whatever is asked of a public read, it answers with less than 500 and names what it could not read.
const odd = [
  '%00',
  "'",
  '%27%22%3E%3Cscript%3E',
  '$gt',
  '-1',
  '1e400',
  '9'.repeat(400),
  '%F0%9F%92%A9',
  '%E0%A4%A',
  '[]',
  '../..',
  '\\',
  '😀'.repeat(50),
]
const parameters = [
  'q',
  'skill',
  'province',
  'kind',
  'mode',
  'speaks',
  'near',
  'radius',
  'available',
  'limit',
  'cursor',
  'facets',
  'lang',
  'q[$gt]',
  'where',
  '__proto__',
  'size',
  'v',
]

test.each([
  '/members',
  `/members/${maria.slug}`,
  `/members/${maria.slug}/picture`,
  '/skills',
  '/places',
  '/network',
  '/donations/summary',
  '/pages/directory',
  `/pages/members/${maria.slug}`,
  '/pages/ask',
  '/pages/join',
  '/pages/give',
])('odd parameters of %s', async (path) => {
  for (const parameter of parameters)
    for (const value of odd) {
      const response = await site.fetch(`${api}${path}?${parameter}=${value}`)
      expect([parameter, value, response.status < 500]).toEqual([parameter, value, true])
      if (response.status !== 400 || path.startsWith('/pages')) continue
      const problem = (await response.json()) as { errors?: { parameter?: string }[] }
      expect(problem.errors?.map((error) => error.parameter)).toContain(parameter)
    }
})

/** Names of the widgets are looked up in what was built: where nothing was, each of them is a 503, and rightly so. */
function needsWidgets(): void {
  if (!fs.existsSync('dist/widgets/cdn/manifest.json'))
    throw new Error('the widgets are not built: run `npm run build`, then this test again')
}

test.each(odd.map((value) => encodeURI(value).replaceAll('%25', '%')))('odd slug %j', async (value) => {
  needsWidgets()
  for (const path of [
    `/members/${value}`,
    `/members/${value}/picture`,
    `/teams/${value}`,
    `/widgets/${value}`,
    `/pages/members/${value}`,
    `/pages/link/${value}`,
  ]) {
    const { status } = await site.fetch(`${api}${path}`)
    expect([path, status >= 200 && status < 500]).toEqual([path, true])
  }
})
