// Public reads as HTTP sees them: open to every origin, kept by their ETag, refused for what they cannot read.
import { withMokorReads } from '../../plugin/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { addPublicMember } from '../support/people.js'
import { startSite } from '../support/site.js'

const friend = 'https://friend.example'
const own = {
  path: '/mokor/v1/challenge',
  method: 'get',
  handler: () => Response.json('the site’s own'),
} as const
const site = await startSite({
  plugin: { features: { teams: true } },
  config: (config) => ({ ...config, cors: [friend], endpoints: [own] }),
})
afterAll(() => site.close())
const maria = await addPublicMember(site.payload)
const team = (await site.payload.create({
  collection: slugOf(site.payload, 'teams'),
  data: { name: 'Bottega', status: 'active', public: true, members: [{ member: maria.id, role: 'Falegname' }] },
})) as unknown as { id: number | string; slug: string }

test('a read is open to every origin, without credentials', async () => {
  const response = await site.fetch('/api/mokor/v1/network', { headers: { Origin: 'https://anywhere.example' } })
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(await response.json()).toMatchObject({ name: 'Rete di prova', languages: ['it', 'en'] })
})

const reads = [
  '/members',
  `/members/${maria.slug}`,
  '/skills?q=fal',
  '/places?q=mila',
  '/network',
  '/donations/summary',
  `/teams/${team.slug}`,
  '/openapi.json',
]

test.each(reads)('%s carries an ETag, by which an unchanged answer is a 304', async (path) => {
  const address = `/api/mokor/v1${path}`
  const first = await site.fetch(address)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{20,}"$/)
  for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await site.fetch(address, { headers: { 'If-None-Match': held } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  }
  expect((await site.fetch(address, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
})

const etagOf = async (path: string) => (await site.fetch(path)).headers.get('etag') ?? ''

test.each([
  ...reads,
  '/members?limit=1&lang=en&facets=0',
  '/members?province=nowhere',
  '/members/nobody-2222',
  '/members/mar%C3%ACa',
])('%s is answered before Payload as by it', async (path) => {
  const address = `/api/mokor/v1${path}`
  const etag = await etagOf(address)
  const headers: Record<string, string>[] = [{}, { Origin: friend, 'Accept-Language': 'en' }, { 'If-None-Match': etag }]
  for (const asked of headers) {
    const [sooner, usual] = [
      await site.read(address, { headers: asked }),
      await site.fetch(address, { headers: asked }),
    ]
    expect(sooner).not.toBeNull()
    expect([sooner?.status, [...(sooner?.headers ?? [])]]).toEqual([usual.status, [...usual.headers]])
    expect(await sooner?.text()).toBe(await usual.text())
  }
})

test.each([
  ['POST', '/api/mokor/v1/members'],
  ['HEAD', '/api/mokor/v1/members'],
  ['GET', '/api/mokor/v1/Members'],
  ['GET', '/api/mokor/v1/members/'],
  ['GET', '/api/mokor/v1/members/%E0%A4%A'],
  ['GET', '/api/mokor/v1/nothing'],
  ['GET', '/api/mokor/v1/pages/directory'],
  ['GET', '/other/mokor/v1/members'],
  ['GET', '/api/mokor/v1/members/maria-2222/picture'],
  ['GET', '/api/users'],
])('%s %s is left to Payload', async (method, path) => {
  expect(await site.read(path, { method })).toBeNull()
})

test('what the site puts at an address of ours goes first', async () => {
  const address = '/api/mokor/v1/challenge'
  expect(await site.read(address)).toBeNull()
  expect(await (await site.fetch(address)).json()).toBe('the site’s own')
})

test('a route file of Next hands its own addresses on', async () => {
  const handed: string[] = []
  const handler = withMokorReads(site.config, async ({ url }) => {
    handed.push(url)
    return new Response()
  })
  const url = `${site.url}/api/users`
  await handler(new Request(url), { params: Promise.resolve({ slug: ['users'] }) })
  await handler(new Request(site.url), { params: Promise.resolve({}) })
  expect(handed).toEqual([url, `${site.url}/`])
})

test('what changes has another ETag', async () => {
  const path = `/api/mokor/v1/teams/${team.slug}`
  const before = (await site.fetch(path)).headers.get('etag') ?? ''
  await site.payload.update({ collection: slugOf(site.payload, 'teams'), id: team.id, data: { name: 'Bottega nuova' } })
  const after = await site.fetch(path, { headers: { 'If-None-Match': before } })
  expect([after.status, await after.json()]).toMatchObject([200, { team: { name: 'Bottega nuova' } }])
})

test.each([
  ['lang=it', 'en', 'Professionisti', null],
  ['lang=en', 'it', 'Professionals', null],
  ['', 'en', 'Professionals', 'Accept-Language'],
  ['lang=', 'en', 'Professionals', 'Accept-Language'],
  ['lang=fr', 'en', 'Professionals', 'Accept-Language'],
  ['lang=fr', 'it', 'Professionisti', 'Accept-Language'],
])(
  'asked with «%s» and Accept-Language %s, caches are told what the language came from',
  async (search, spoken, label, vary) => {
    const response = await site.fetch(`/api/mokor/v1/members?${search}`, { headers: { 'Accept-Language': spoken } })
    expect(await response.json()).toMatchObject({ facets: { kind: [{ label }, { value: 'team' }] } })
    expect(response.headers.get('vary')).toBe(vary)
  },
)

test.each(['/api/mokor/desk/members/%E0%A4%A', '/api/members/%E0%A4%A/mokor', '/api/mokor-outbox/%E0%A4%A'])(
  '%s has a broken address, and says so',
  async (path) => {
    const response = await site.fetch(path, { headers: { 'Accept-Language': 'it' } })
    expect([response.status, await response.json()]).toEqual([
      400,
      { errors: [{ message: 'L’indirizzo contiene una sequenza % non valida' }] },
    ])
  },
)

test('broken addresses of the site’s own are answered by Payload', async () => {
  expect((await site.fetch('/api/users/%E0%A4%A')).status).toBe(500)
})

test('HEAD answers as GET does, without a body', async () => {
  const response = await site.fetch('/api/mokor/v1/network', { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
})

test.each([
  ['/api/mokor/v1/nothing', 'GET', 404, 'not-found'],
  ['/api/mokor/v1/network', 'DELETE', 405, 'method'],
  ['/api/mokor/v1/%E0%A4%A', 'GET', 400, 'bad-request'],
  ['/api/mokor/v1/members/%E0%A4%A', 'GET', 400, 'bad-request'],
])('%s by %s is a problem', async (path, method, status, kind) => {
  const response = await site.fetch(path, { method, headers: { 'Accept-Language': 'en' } })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(await response.json()).toMatchObject({ type: `urn:mokor:problem:${kind}`, status })
})
