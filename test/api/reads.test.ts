import { startSite } from '../support/site.js'

const site = await startSite({ plugin: { features: { teams: false } } })
afterAll(() => site.close())

test('a read is open to every origin, without credentials', async () => {
  const response = await site.fetch('/api/mokor/v1/network', { headers: { Origin: 'https://anywhere.example' } })
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(await response.json()).toMatchObject({ name: 'Rete di prova', languages: ['it', 'en'] })
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
