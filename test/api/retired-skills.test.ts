// A skill that is switched off can no longer be chosen; whoever has it keeps it, and nothing of theirs stands still.
import { slugOf } from '../../plugin/runtime.js'
import { commissionBody, send } from '../support/forms.js'
import { press } from '../support/links.js'
import { addMember, addPublicMember, readMember, rowOf } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

let site: Site
let moderator: Record<string, string>
let skill: number | string
let serial = 0

beforeAll(async () => {
  site = await startSite()
  moderator = await site.as('moderator@rete.example', ['moderator'])
})
afterAll(() => site.close())

beforeEach(async () => {
  serial += 1
  const made = await site.payload.create({
    collection: 'skills',
    data: {
      slug: `arrotino-${serial}`,
      names: { it: `Arrotino ${serial}`, en: `Grinder ${serial}` },
      sector: 'crafts',
    },
  })
  skill = made.id
})

const retire = () => site.payload.update({ collection: 'skills', id: skill, data: { active: false } })
const skills = () => [{ skill, origin: 'practised' }]
const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { ...moderator, 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})
const act = async (id: number | string, action: string, body: unknown = {}) =>
  (await site.fetch(`/api/members/${id}/mokor/${action}`, json('POST', body))).status

test('who has it is approved, edited, paused, resumed, suspended and let go as before', async () => {
  const member = await addMember(site.payload, { skills: skills() })
  await retire()
  const reason = 'Perché sì'
  for (const action of ['approve', 'pause', 'resume'])
    expect([action, await act(member.id, action)]).toEqual([action, 200])
  expect(await rowOf(site.payload, member.id)).toMatchObject({ skills: [`arrotino-${serial}`] })
  const edited = await site.fetch(
    `/api/members/${member.id}`,
    json('PATCH', { headline: 'Arrotino', skills: skills() }),
  )
  expect(edited.status).toBe(200)
  for (const action of ['suspend', 'leave'])
    expect([action, await act(member.id, action, { reason })]).toEqual([action, 200])
})

test('their own page works', async () => {
  const member = await addPublicMember(site.payload, { skills: skills() })
  await retire()
  for (const button of ['pause', 'resume', 'leave']) await press(site.payload, 'member-status', member.id, {}, button)
  expect((await readMember(site.payload, member.id)).status).toBe('left')
})

test('a request that asks for it is still confirmed and worked on', async () => {
  const asked = { ...commissionBody, skills: [{ skill: `arrotino-${serial}` }] }
  expect((await send(site, '/commissions', asked)).status).toBe(202)
  const collection = slugOf(site.payload, 'commissions')
  const { docs } = await site.payload.find({ collection, depth: 0, sort: '-createdAt', limit: 1 })
  const id = docs[0]?.id ?? ''
  await retire()
  expect((await press(site.payload, 'confirm-request', id)).title).toBe('Richiesta confermata')
  expect((await site.fetch(`/api/${collection}/${id}/mokor/take`, json('POST', {}))).status).toBe(200)
  expect((await site.fetch(`/api/${collection}/${id}`, json('PATCH', { title: 'Coltelli' }))).status).toBe(200)
})

test('one that a request asks for is not deleted: the request would not know what it was', async () => {
  const asked = { ...commissionBody, skills: [{ skill: `arrotino-${serial}` }] }
  expect((await send(site, '/commissions', asked)).status).toBe(202)
  const refused = await site.fetch(`/api/skills/${skill}`, json('DELETE', {}))
  expect(refused.status).toBe(409)
  expect(JSON.stringify(await refused.json())).toContain('0 schede, 1 richiesta')
  const { docs } = await site.payload.find({ collection: 'commissions', depth: 0, sort: '-createdAt', limit: 1 })
  expect(docs[0]?.skills).toMatchObject([{ skill }])
})

test.each(['members', 'commissions'] as const)(
  'it is not chosen anew in %s, nor is one that is not there',
  async (key) => {
    const made =
      key === 'members'
        ? await addMember(site.payload)
        : await site.payload.create({
            collection: slugOf(site.payload, key),
            data: {
              ...commissionBody,
              channel: 'phone',
              client: { ...commissionBody.client, contactBy: 'email', lang: 'it' },
              consents: [],
            },
          })
    await retire()
    const unknown = typeof skill === 'number' ? 999_999 : 'f'.repeat(24)
    for (const wrong of [skill, unknown, 'abc']) {
      const chosen = { skills: [{ skill: wrong, origin: 'practised' }] }
      const response = await site.fetch(`/api/${slugOf(site.payload, key)}/${made.id}`, json('PATCH', chosen))
      expect([wrong, response.status]).toEqual([wrong, 400])
      expect(JSON.stringify(await response.json())).toContain('skills.0.skill')
    }
  },
)
