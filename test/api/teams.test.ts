import { addMember, addPublicMember } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

const look = async (slug: string) => {
  const response = await site.fetch(`/api/mokor/v1/teams/${slug}`)
  return { status: response.status, body: await response.json() }
}

test('a public team shows those of its people who are public, and nobody else', async () => {
  const shown = await addPublicMember(site.payload)
  const hidden = await addMember(site.payload, { status: 'active', reach: 'network', firstName: 'Segreta' })
  const team = await site.payload.create({
    collection: 'teams',
    data: {
      name: 'Bottega comune',
      public: true,
      status: 'active',
      referent: hidden.id,
      members: [
        { member: shown.id, role: 'Falegname' },
        { member: hidden.id, role: 'Disegni' },
      ],
    },
  })
  const { status, body } = await look(team.slug)
  expect(status).toBe(200)
  expect(body.team).toMatchObject({
    name: 'Bottega comune',
    members: [{ slug: shown.slug, name: 'Maria C.', role: 'Falegname' }],
  })
  expect(JSON.stringify(body)).not.toMatch(/Segreta|Disegni|Colnaghi/)

  await site.payload.update({ collection: 'members', id: shown.id, data: { status: 'paused' } })
  expect((await look(team.slug)).body.team.members).toEqual([])
  for (const hide of [
    { public: false },
    { public: true, status: 'forming' },
    { status: 'active', deletedAt: new Date().toISOString() },
  ]) {
    await site.payload.update({ collection: 'teams', id: team.id, data: hide })
    expect((await look(team.slug)).status).toBe(404)
  }
})

test('an unknown team is a 404', async () => {
  expect((await look('nessuno-0000')).status).toBe(404)
})
