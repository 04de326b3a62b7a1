import { addMember, addPublicMember, readMember, rowOf } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

let site: Site
let editor: Record<string, string>
let moderator: Record<string, string>

beforeAll(async () => {
  site = await startSite()
  editor = await site.as('editor@rete.example', ['editor'])
  moderator = await site.as('moderator@rete.example', ['moderator'])
})
afterAll(() => site.close())

const json = (headers: Record<string, string>, method: string, body?: unknown): RequestInit => ({
  method,
  headers: { ...headers, 'Content-Type': 'application/json' },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})
const act = (id: number | string, action: string, body: unknown = {}, headers = moderator) =>
  site.fetch(`/api/members/${id}/mokor/${action}`, json(headers, 'POST', body))

test('approving publishes, with a slug from the displayed name', async () => {
  const member = await addMember(site.payload)
  expect(await rowOf(site.payload, member.id)).toBeNull()
  const response = await act(member.id, 'approve', {}, editor)
  expect([response.status, await response.json()]).toMatchObject([200, { doc: { status: 'active' } }])
  const row = await rowOf(site.payload, member.id)
  expect(row).toMatchObject({ name: 'Maria C.', province: 'MI', kind: 'professional' })
  expect(row?.slug).toMatch(/^maria-c-[a-z0-9]{4}$/)
  expect(JSON.stringify(row)).not.toMatch(/Colnaghi|posta\.example|1234567/)
})

test('a bulk approval does what it can and says what it could not', async () => {
  const whole = await addMember(site.payload)
  const lacking = await addMember(site.payload, { consents: [] })
  const response = await site.fetch('/api/members/mokor/approve', json(editor, 'POST', { ids: [whole.id, lacking.id] }))
  const { done, failed } = await response.json()
  expect(done).toEqual([whole.id])
  expect(failed).toMatchObject([{ id: lacking.id }])
  expect(await rowOf(site.payload, whole.id)).not.toBeNull()
})

describe('every way of hiding withdraws the row', () => {
  const ways: [string, (id: number | string) => Promise<Response>][] = [
    ['reach by the form', (id) => site.fetch(`/api/members/${id}`, json(editor, 'PATCH', { reach: 'network' }))],
    [
      'reach by a bulk edit',
      (id) => site.fetch(`/api/members?where[id][equals]=${id}`, json(editor, 'PATCH', { reach: 'network' })),
    ],
    [
      'reach by a selected update',
      (id) => site.fetch(`/api/members/${id}?select[kind]=true`, json(editor, 'PATCH', { reach: 'network' })),
    ],
    ['pause', (id) => act(id, 'pause', {}, editor)],
    ['suspension', (id) => act(id, 'suspend', { reason: 'Segnalazione fondata' })],
    ['leaving', (id) => act(id, 'leave')],
    [
      'trash',
      (id) => site.fetch(`/api/members/${id}`, json(moderator, 'PATCH', { deletedAt: new Date().toISOString() })),
    ],
  ]
  test.each(ways)('%s', async (_, hide) => {
    const member = await addPublicMember(site.payload)
    expect(await rowOf(site.payload, member.id)).not.toBeNull()
    const response = await hide(member.id)
    expect([response.status, await response.text()]).toEqual([200, expect.anything()])
    expect(await rowOf(site.payload, member.id)).toBeNull()
    expect((await readMember(site.payload, member.id)).slug ?? member.slug).toBe(member.slug)
  })
})
