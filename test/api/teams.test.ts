// Teams: the public sees those of their people who are public, and a team that is saved again takes nobody back.
import { privately, privateSteps, whyOccasional } from '../support/canaries.js'
import { press } from '../support/links.js'
import { addMember, addPublicMember } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

let site: Site
beforeAll(async () => {
  site = await startSite({ plugin: { features: { teams: true } } })
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

test('nothing private of its people, nor their pictures, is in a team', async () => {
  const people = await Promise.all(
    [11, 12].map((seed) => addPublicMember(site.payload, { ...privately(seed), kind: whyOccasional(seed) })),
  )
  for (const { id } of people) await privateSteps(site.payload, id, 11)
  const members = people.map(({ id }) => ({ member: id, role: 'Cuce' }))
  const data = { name: 'Sartoria', public: true, status: 'active', referent: people[0]?.id, members }
  const { slug } = await site.payload.create({ collection: 'teams', data })
  const { body } = await look(slug)
  expect(body.team.members).toHaveLength(2)
  expect(Object.keys(body.team.members[0]).sort()).toEqual(['name', 'page', 'role', 'slug'])
  expect(JSON.stringify(body)).not.toMatch(/canarino|segreto|0777|unemployed/i)
})

test('an unknown team is a 404', async () => {
  expect((await look('nessuno-0000')).status).toBe(404)
})

describe('a team that is saved again', () => {
  const collection = 'teams'
  const team = async (data: Record<string, unknown>) =>
    site.payload.create({ collection, data: { name: 'Bottega', status: 'active', public: true, ...data } })

  test('keeps whoever was suspended meanwhile, and takes in nobody new who is', async () => {
    const [shown, later] = [await addPublicMember(site.payload), await addPublicMember(site.payload)]
    const { id } = await team({ members: [{ member: shown.id, role: 'Cuce' }] })
    for (const one of [shown, later])
      await site.payload.update({ collection: 'members', id: one.id, data: { status: 'suspended' } })
    const saved = await site.payload.update({
      collection,
      id,
      data: { name: 'Bottega nuova', members: [{ member: shown.id, role: 'Taglia' }] },
      depth: 0,
    })
    expect(saved).toMatchObject({ name: 'Bottega nuova', members: [{ member: shown.id, role: 'Taglia' }] })
    const members = [{ member: shown.id }, { member: later.id }]
    await expect(site.payload.update({ collection, id, data: { members } })).rejects.toMatchObject({
      data: { errors: [{ path: 'members.1.member' }] },
    })
  })

  test.each([
    ['a phone in its name', { name: 'Chiama il 333 1234567' }, 'name'],
    ['anybody’s e-mail in its name', { name: 'bottega@legni.example' }, 'name'],
    ['a hidden surname in a role', { role: 'Aiuta Colnaghi' }, 'members.0.role'],
  ])(
    'shows nothing private: %s',
    async (_, { name = 'Bottega', role = 'Cuce' }: { name?: string; role?: string }, path) => {
      const member = await addPublicMember(site.payload)
      const data = { name, members: [{ member: member.id, role }] }
      await expect(team(data)).rejects.toMatchObject({ data: { errors: [{ path }] } })
      await expect(team({ ...data, public: false })).resolves.toHaveProperty('id')
    },
  )
})

test('restoring a version brings back the name, not who was in the team, nor its public page, nor the trash', async () => {
  const [gone, stays] = [await addPublicMember(site.payload), await addPublicMember(site.payload)]
  const collection = 'teams'
  const { id, slug } = await site.payload.create({
    collection,
    data: {
      name: 'Prima bottega',
      status: 'active',
      public: true,
      referent: gone.id,
      members: [{ member: gone.id }, { member: stays.id, role: 'Cuce' }],
    },
  })
  const today = { status: 'closed', public: false, referent: stays.id, members: [{ member: stays.id, role: 'Taglia' }] }
  await site.payload.update({ collection, id, data: { name: 'Bottega', ...today } })
  await site.payload.update({ collection, id, data: { deletedAt: new Date().toISOString() } })
  await site.payload.update({ collection, id, data: { deletedAt: null }, trash: true })
  const { docs } = await site.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: 'createdAt',
    depth: 0,
    trash: true,
  })
  const [first, trashed] = [docs[0], docs.find(({ version }) => version.deletedAt)]
  const editor = await site.as('versioni@rete.example', ['editor'])
  const restore = (version: number | string | undefined) =>
    site.fetch(`/api/teams/versions/${version}`, { method: 'POST', headers: editor })
  expect((await restore(trashed?.id)).status).toBe(200)
  expect((await restore(first?.id)).status).toBe(200)
  const restored = await site.payload.findByID({ collection, id, depth: 0 })
  expect(restored).toMatchObject({ name: 'Prima bottega', slug, ...today })
  expect(restored.deletedAt ?? null).toBeNull()
})

describe('whoever the public does not see is not named in a team', () => {
  const networkOnly = { status: 'active', reach: 'network', displayAs: 'full', firstName: 'Segreta' }
  const paused = { ...networkOnly, status: 'paused' }
  test.each([
    ['the name of a member for the network only', networkOnly, 'members', { name: 'Da Segreta' }],
    ['the surname of a paused member', paused, 'members', { name: 'Bottega Colnaghi' }],
    ['the name of who keeps in touch', networkOnly, 'referent', { name: 'Da Segreta' }],
    ['the surname of who keeps in touch, in a role', networkOnly, 'referent', { role: 'Aiuta Colnaghi' }],
  ])('%s', async (_, data, as, text: { name?: string; role?: string }) => {
    const [shown, hidden] = [
      await addPublicMember(site.payload, { lastName: 'Brambilla' }),
      await addMember(site.payload, data),
    ]
    const team = {
      name: text.name ?? 'Bottega',
      status: 'active',
      members: [{ member: shown.id, role: text.role ?? 'Cuce' }, ...(as === 'members' ? [{ member: hidden.id }] : [])],
      ...(as === 'referent' ? { referent: hidden.id } : {}),
    }
    const path = text.name ? 'name' : 'members.0.role'
    const { id } = await site.payload.create({ collection: 'teams', data: team })
    await expect(site.payload.update({ collection: 'teams', id, data: { public: true } })).rejects.toMatchObject({
      data: { errors: [{ path }] },
    })
    await site.payload.update({
      collection: 'members',
      id: hidden.id,
      data: { reach: 'public', status: 'active' },
    })
    await expect(site.payload.update({ collection: 'teams', id, data: { public: true } })).resolves.toBeTruthy()
  })

  test('nor is a contact in a name, even where nobody is in the team yet', async () => {
    const data = { name: 'Chiama il 333 1234567', status: 'active', public: true }
    await expect(site.payload.create({ collection: 'teams', data })).rejects.toMatchObject({
      data: { errors: [{ path: 'name' }] },
    })
  })
})

describe('what a member hides after the team was saved is shown no more, and the desk is told', () => {
  const teamOf = async (text: { name?: string; role?: string }) => {
    const shows = { displayAs: 'full', lastName: 'Brambilla' }
    const [one, other] = [await addPublicMember(site.payload, shows), await addPublicMember(site.payload)]
    const members = [{ member: one.id }, { member: other.id, role: text.role ?? 'Cuce' }]
    const data = { name: text.name ?? 'Bottega', status: 'active', public: true, members }
    const { id, slug } = await site.payload.create({ collection: 'teams', data, depth: 0 })
    return { id, slug: String(slug), member: one.id }
  }
  const hintsOf = async (id: number | string) => {
    const headers = await site.as('squadre@rete.example', ['editor'])
    return (await (await site.fetch(`/api/teams/${id}/mokor`, { headers })).json()).hints
  }
  const ways: [string, Record<string, unknown>][] = [
    ['an initial instead of the surname', { displayAs: 'initial' }],
    ['the network only', { reach: 'network' }],
    ['a pause', { status: 'paused' }],
  ]

  test.each(ways)('in a role: %s', async (_, hide) => {
    const { id, slug, member } = await teamOf({ role: 'Aiuta Brambilla' })
    expect((await look(slug)).body.team.members[1]).toMatchObject({ role: 'Aiuta Brambilla' })
    expect(await hintsOf(id)).toEqual([])
    await site.payload.update({ collection: 'members', id: member, data: hide })
    const { status, body } = await look(slug)
    expect(status).toBe(200)
    expect(body.team.members.at(-1)).toMatchObject({ name: 'Maria C.', role: '' })
    expect(JSON.stringify(body)).not.toContain('Brambilla')
    expect(await hintsOf(id)).toEqual([
      { code: 'team-role-leak', tone: 'warning', values: { field: 'members.1.role' } },
    ])
  })

  test.each(ways)('in its name: %s', async (_, hide) => {
    const { id, slug, member } = await teamOf({ name: 'Brambilla e compagne' })
    expect((await look(slug)).status).toBe(200)
    await site.payload.update({ collection: 'members', id: member, data: hide })
    expect((await look(slug)).status).toBe(404)
    expect(await hintsOf(id)).toMatchObject([{ code: 'team-name-leak' }])
  })
})

test('a team gets its address when it first becomes public, from the name it has then, and keeps it', async () => {
  const collection = 'teams'
  const { id, slug } = await site.payload.create({ collection, data: { name: 'Amici di Colnaghi', public: true } })
  expect(slug ?? null).toBeNull()
  const change = (data: Record<string, unknown>) => site.payload.update({ collection, id, data })
  const { slug: first } = await change({ name: 'Legno e lana', status: 'active', slug: 'scelto-da-fuori' })
  expect(first).toMatch(/^legno-e-lana-[a-z0-9]{4}$/)
  expect((await look(first)).body.team).toMatchObject({ slug: first, name: 'Legno e lana' })
  expect((await change({ name: 'Altro nome', public: false })).slug).toBe(first)
})

test.each<[string, (id: number | string) => Promise<unknown>]>([
  ['deleted for good', (id) => site.payload.delete({ collection: 'members', id })],
  ['erased on leaving', (id) => press(site.payload, 'member-status', id, {}, 'leave')],
])('a member %s leaves no trace in a team, which is saved as before', async (_, erase) => {
  const gone = await addPublicMember(site.payload, { firstName: 'Vada' })
  const stays = await addPublicMember(site.payload, { firstName: 'Resti' })
  const team = await site.payload.create({
    collection: 'teams',
    data: {
      name: 'Orto di quartiere',
      public: true,
      status: 'active',
      referent: gone.id,
      members: [
        { member: gone.id, role: 'Semina' },
        { member: stays.id, role: 'Raccolto' },
      ],
    },
  })
  await erase(gone.id)
  const left = await site.payload.findByID({ collection: 'teams', id: team.id, depth: 0 })
  expect(left).toMatchObject({ referent: null, members: [{ member: stays.id, role: 'Raccolto' }] })
  expect((await site.payload.update({ collection: 'teams', id: team.id, data: { name: 'Orto' } })).name).toBe('Orto')
})
