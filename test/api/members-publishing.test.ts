// A member's file and its public row: they agree after every step, edit, delete and restore, and illegal ones are refused.
import { inspect } from 'node:util'
import { jest } from '@jest/globals'
import { type DirectoryRow, prepareDirectory } from '../../plugin/directory/index.js'
import { addMember, addPublicMember, carpenter, readMember, rowOf } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'
import { until } from '../support/until.js'

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
  // Namesakes of one town would want a look first.
  const whole = await addMember(site.payload, {
    firstName: 'Intera',
    email: 'intera@posta.example',
    phone: '02 3333333',
  })
  const lacking = await addMember(site.payload, { firstName: 'Manca', email: 'manca@posta.example', consents: [] })
  const response = await site.fetch('/api/members/mokor/approve', json(editor, 'POST', { ids: [whole.id, lacking.id] }))
  const { done, failed } = await response.json()
  expect(done).toEqual([whole.id])
  expect(failed).toMatchObject([
    {
      id: lacking.id,
      title: 'Manca Colnaghi · Restauro mobili e infissi',
      hints: [
        { code: 'missing', tone: 'blocking', values: { field: 'consents.adult' } },
        { code: 'missing', tone: 'blocking', values: { field: 'consents.rules' } },
        { code: 'missing', tone: 'blocking', values: { field: 'consents.publish' } },
      ],
    },
  ])
  expect(await rowOf(site.payload, whole.id)).not.toBeNull()
})

test('a file that wants a look is asked about by itself, and left as it is among others', async () => {
  const alone = { firstName: 'Eufrasia', lastName: 'Unica', email: 'eufrasia@posta.example', phone: '02 7654321' }
  const told = await addMember(site.payload, { ...alone, headline: 'Torte, scrivimi a eufrasia.torte@posta.example' })
  const view = async () => (await site.fetch(`/api/members/${told.id}/mokor`, json(editor, 'GET'))).json()
  const approving = (await view()).actions.find(({ name }: { name: string }) => name === 'approve')
  expect(approving).toMatchObject({ confirm: true, needsReview: true, destructive: false })
  const together = await site.fetch('/api/members/mokor/approve', json(editor, 'POST', { ids: [told.id] }))
  expect(await together.json()).toMatchObject({
    done: [],
    failed: [
      {
        id: told.id,
        title: expect.stringContaining('Eufrasia Unica'),
        message: expect.stringContaining('guardare'),
        hints: [{ code: 'email-in-text', tone: 'warning', values: { field: 'headline' } }],
      },
    ],
  })
  expect((await readMember(site.payload, told.id)).status).toBe('pending')

  await site.payload.update({ collection: 'members', id: told.id, data: { headline: 'Torte di compleanno' } })
  expect((await view()).actions[0]).toMatchObject({ name: 'approve', confirm: false, needsReview: false })
  expect((await act(told.id, 'request-changes', { reason: 'Scrivi di più.' }, editor)).status).toBe(200)
  expect((await view()).actions[0]).toMatchObject({ name: 'approve', needsReview: true })
  expect((await view()).hints.map(({ code }: { code: string }) => code)).toContain('changes-asked')
  expect((await act(told.id, 'approve', {}, editor)).status).toBe(200)
})

test('what stands in the way of a step is told with it, and is over once somebody has decided', async () => {
  const whole = { firstName: 'Ortensia', lastName: 'Sola', email: 'ortensia@posta.example', phone: '02 8888888' }
  const member = await addMember(site.payload, { ...whole, consents: [] })
  const view = async () => (await site.fetch(`/api/members/${member.id}/mokor`, json(editor, 'GET'))).json()
  const approving = async () => (await view()).actions.find(({ name }: { name: string }) => name === 'approve')
  expect(await approving()).toMatchObject({ blocked: true, needsReview: false })
  await site.payload.update({
    collection: 'members',
    id: member.id,
    data: { consents: ['adult', 'rules', 'publish'].map((what) => ({ what })) },
  })
  expect(await approving()).toMatchObject({ blocked: false, needsReview: false })
  const codes = async () => (await view()).hints.map(({ code, tone }: Record<string, string>) => `${tone} ${code}`)
  expect(await codes()).toEqual(['info own-words'])
  expect((await act(member.id, 'approve', {}, editor)).status).toBe(200)
  expect(await codes()).toEqual([])
})

test('a text that only the network reads wants no look, one that the public will read does', async () => {
  const texts = { headline: 'Sedie, chiamami al 333 1112223', email: 'texts@posta.example', phone: '02 9999999' }
  const member = await addMember(site.payload, { ...texts, firstName: 'Riserva', reach: 'network' })
  const look = async () => {
    const view = await (await site.fetch(`/api/members/${member.id}/mokor`, json(editor, 'GET'))).json()
    const warned = view.hints.some(({ tone }: { tone: string }) => tone === 'warning')
    return [warned, view.actions[0].needsReview]
  }
  expect(await look()).toEqual([false, false])
  await site.payload.update({ collection: 'members', id: member.id, data: { reach: 'public' } })
  expect(await look()).toEqual([true, true])
})

test.each(['pause', 'resume', 'lift'])('%s writes to the person, and is asked first', async (name) => {
  const status = { pause: 'active', resume: 'paused', lift: 'suspended' }[name]
  const person = { status, firstName: name, email: `${name}@posta.example`, phone: `02 77${name.length}1234` }
  const member = await addMember(site.payload, person)
  const view = await (await site.fetch(`/api/members/${member.id}/mokor`, json(moderator, 'GET'))).json()
  expect(view.actions).toContainEqual(expect.objectContaining({ name, confirm: true, destructive: false }))
})

describe('a list is filtered by places as people call them', () => {
  const found = async (field: string, operator: string, value: string): Promise<unknown[]> => {
    const where = `where[and][0][place.${field}][${operator}]=${encodeURIComponent(value)}`
    const response = await site.fetch(`/api/members?${where}&where[and][1][firstName][equals]=Luogo`, {
      headers: editor,
    })
    return (await response.json()).docs.map(({ lastName }: { lastName: string }) => lastName).toSorted()
  }
  beforeAll(async () => {
    for (const [lastName, municipality] of [
      ['Primo', 'Beinasco'],
      ['Secondo', 'Torino'],
      ['Terzo', 'Calliano (TN)'],
    ])
      await addMember(site.payload, {
        firstName: 'Luogo',
        lastName,
        place: { municipality },
        email: `${lastName}@posta.example`,
      })
  })

  test.each([
    ['municipality', 'equals', 'Beinasco', ['Primo']],
    ['municipality', 'equals', 'beinasco (TO)', ['Primo']],
    ['municipality', 'equals', '001024', ['Primo']],
    ['municipality', 'in', 'Beinasco,Torino', ['Primo', 'Secondo']],
    ['municipality', 'not_equals', 'Beinasco', ['Secondo', 'Terzo']],
    ['municipality', 'like', 'beina', ['Primo']],
    ['municipality', 'contains', 'inasc', ['Primo']],
    ['municipality', 'equals', 'Calliano (AT)', []],
    ['municipality', 'equals', 'Vattelapesca', []],
    ['province', 'equals', 'Torino', ['Primo', 'Secondo']],
    ['province', 'equals', 'to', ['Primo', 'Secondo']],
    ['province', 'like', 'trent', ['Terzo']],
    ['province', 'not_equals', 'Trento', ['Primo', 'Secondo']],
  ])('%s %s %s', async (field, operator, value, people) => {
    expect(await found(field, operator, value)).toEqual(people)
  })

  test('a bulk edit of what such a filter shows reaches just those', async () => {
    const where = 'where[and][0][place.municipality][equals]=Beinasco&where[and][1][firstName][equals]=Luogo'
    const response = await site.fetch(`/api/members?${where}`, json(editor, 'PATCH', { notes: 'telefonare' }))
    expect((await response.json()).docs.map(({ lastName }: { lastName: string }) => lastName)).toEqual(['Primo'])
  })
})

test('an e-mail that no mail server takes is refused when it is written', async () => {
  const response = await site.fetch(
    '/api/members',
    json(editor, 'POST', carpenter({ email: `${'a'.repeat(65)}@posta.example`, place: { municipality: 'Atlantide' } })),
  )
  expect(response.status).toBe(400)
  const [{ message, data }] = (await response.json()).errors
  // All that is wrong at once, by the names that the form gives its fields.
  expect(data.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual(['email', 'place.municipality'])
  expect(message).toContain('Comune')
})

test('more than can be done at once are refused, none is left out in silence', async () => {
  const ids = Array.from({ length: 201 }, (_, n) => n + 1)
  const response = await site.fetch('/api/members/mokor/approve', json(editor, 'POST', { ids }))
  expect([response.status, JSON.stringify(await response.json())]).toEqual([422, expect.stringContaining('200')])
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
    ['leaving', (id) => act(id, 'leave', { reason: 'Lo ha chiesto' })],
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

describe('what takes a member away, and brings it back', () => {
  const collection = 'members'
  const trash = (id: number | string) =>
    site.fetch(`/api/members/${id}`, json(moderator, 'PATCH', { deletedAt: new Date().toISOString() }))

  test('from the trash only moderators restore, and the row comes back under the same slug', async () => {
    const member = await addPublicMember(site.payload)
    await trash(member.id)
    const back = { deletedAt: null }
    expect((await site.fetch(`/api/members/${member.id}?trash=true`, json(editor, 'PATCH', back))).status).toBe(403)
    expect(await rowOf(site.payload, member.id)).toBeNull()
    expect((await site.fetch(`/api/members/${member.id}?trash=true`, json(moderator, 'PATCH', back))).status).toBe(200)
    expect(await rowOf(site.payload, member.id)).toMatchObject({ slug: member.slug })
  })

  test('only what is in the trash can be deleted', async () => {
    const member = await addPublicMember(site.payload)
    expect((await site.fetch(`/api/members/${member.id}`, json(moderator, 'DELETE'))).status).toBe(409)
    expect(await rowOf(site.payload, member.id)).not.toBeNull()
    await trash(member.id)
    expect((await site.fetch(`/api/members/${member.id}?trash=true`, json(editor, 'DELETE'))).status).toBe(403)
    expect((await site.fetch(`/api/members/${member.id}?trash=true`, json(moderator, 'DELETE'))).status).toBe(200)
  })

  test('the host’s own code may delete at once, and the row goes with the file', async () => {
    const [one, two] = [await addPublicMember(site.payload), await addPublicMember(site.payload)]
    await site.payload.delete({ collection, id: one.id })
    expect(await rowOf(site.payload, one.id)).toBeNull()
    await site.payload.delete({ collection, where: { id: { in: [two.id] } } })
    expect(await rowOf(site.payload, two.id)).toBeNull()
  })

  test('a bulk delete takes only what is in the trash', async () => {
    const kept = await addPublicMember(site.payload)
    const trashed = await addPublicMember(site.payload)
    await trash(trashed.id)
    const where = `where[id][in]=${kept.id},${trashed.id}`
    const response = await site.fetch(`/api/members?${where}&trash=true`, json(moderator, 'DELETE'))
    expect((await response.json()).docs).toMatchObject([{ id: trashed.id }])
    expect(await rowOf(site.payload, kept.id)).not.toBeNull()
    expect((await readMember(site.payload, kept.id)).status).toBe('active')
  })

  test('restoring a version brings back texts, not yesterday’s status, reach, consents or phone', async () => {
    const member = await addPublicMember(site.payload, { headline: 'Prima riga', phonePublic: true })
    const update = (data: Record<string, unknown>) => site.payload.update({ collection, id: member.id, data })
    await update({ headline: 'Seconda riga', phonePublic: false })
    await update({ reach: 'network' })
    await act(member.id, 'pause', {}, editor)
    const { docs } = await site.payload.findVersions({
      collection,
      where: { parent: { equals: member.id } },
      sort: 'createdAt',
      limit: 1,
    })
    const response = await site.fetch(`/api/members/versions/${docs[0]?.id}`, json(editor, 'POST'))
    expect(response.status).toBe(200)
    expect(await readMember(site.payload, member.id)).toMatchObject({
      headline: 'Prima riga',
      status: 'paused',
      reach: 'network',
      phonePublic: false,
      slug: member.slug,
      consents: [{ what: 'adult' }, { what: 'rules' }, { what: 'publish' }],
    })
    expect(await rowOf(site.payload, member.id)).toBeNull()
  })
})

async function firstVersion(id: number | string) {
  const { docs } = await site.payload.findVersions({
    collection: 'members',
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
  })
  return docs[0]
}

test('restoring a version gives back no name, number or face that was taken out of public sight', async () => {
  const phone = '+39 333 765 4321'
  const member = await addPublicMember(site.payload, { displayAs: 'full', phone, phonePublic: true })
  const data = { displayAs: 'initial', phone: '+39 333 111 2223' }
  await site.payload.update({ collection: 'members', id: member.id, data })
  const first = await firstVersion(member.id)
  expect(first?.version).toMatchObject({ displayAs: 'full', phone })
  const response = await site.fetch(`/api/members/versions/${first?.id}`, json(editor, 'POST'))
  expect(response.status).toBe(200)
  expect(await rowOf(site.payload, member.id)).toMatchObject({ name: 'Maria C.', phone: data.phone })
})

test('restoring a version never sends a private link to a former address', async () => {
  const helper = { name: 'Ines', email: 'ines@posta.example', consent: true }
  const member = await addPublicMember(site.payload, { email: 'prima@posta.example', helper })
  const data = { email: 'oggi@posta.example', helper: { name: null, email: null, consent: false } }
  await site.payload.update({ collection: 'members', id: member.id, data })
  const first = await firstVersion(member.id)
  const response = await site.fetch(`/api/members/versions/${first?.id}`, json(editor, 'POST'))
  expect(response.status).toBe(200)
  expect(await readMember(site.payload, member.id)).toMatchObject(data)
})

describe('a name shown less than before gives a new address, and the old one is nobody’s', () => {
  const pathOf = (slug: string | null | undefined) => `/api/mokor/v1/members/${slug}`
  const pageOf = (slug: string | null | undefined) => `/api/mokor/v1/pages/members/${slug}`

  test.each([
    [{ displayAs: 'full' }, { displayAs: 'initial' }, /^maria-c-[a-z0-9]{4}$/],
    [{ displayAs: 'full', companyName: 'Torni srl' }, { displayAs: 'company' }, /^torni-srl-[a-z0-9]{4}$/],
    [{ displayAs: 'company', companyName: 'Torni srl' }, { displayAs: 'initial' }, /^maria-c-[a-z0-9]{4}$/],
    [{ displayAs: 'full', lastName: 'De Đorđe-Weiß' }, { displayAs: 'initial' }, /^maria-d-[a-z0-9]{4}$/],
  ])('%j, then %j', async (before, after, slug) => {
    const member = await addPublicMember(site.payload, before)
    const old = member.slug
    expect((await site.fetch(pathOf(old))).status).toBe(200)
    const saved = await site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', after))
    expect(saved.status).toBe(200)
    const now = (await readMember(site.payload, member.id)).slug
    expect(now).toMatch(slug)
    expect((await site.fetch(pathOf(now))).status).toBe(200)
    for (const path of [pathOf(old), pageOf(old), `${pathOf(old)}/picture`])
      expect([path, (await site.fetch(path)).status]).toEqual([path, 404])
  })

  test.each([
    [{ displayAs: 'initial' }, { displayAs: 'full' }],
    [{ displayAs: 'full' }, { headline: 'Intaglio' }],
    [{ displayAs: 'full' }, { lastName: 'Rossi' }],
    [{ displayAs: 'company', companyName: 'Falegnameria Colnaghi' }, { companyName: 'Falegnameria Colnaghi snc' }],
  ])('%j, then %j: it stays', async (before, after) => {
    const member = await addPublicMember(site.payload, before)
    await site.payload.update({ collection: 'members', id: member.id, data: after })
    expect((await readMember(site.payload, member.id)).slug).toBe(member.slug)
    expect((await site.fetch(pathOf(member.slug))).status).toBe(200)
  })

  test('while the file is not public the address waits: it is new when it shows again', async () => {
    const member = await addPublicMember(site.payload, { displayAs: 'full' })
    await site.payload.update({
      collection: 'members',
      id: member.id,
      data: { reach: 'network', displayAs: 'initial' },
    })
    await site.payload.update({ collection: 'members', id: member.id, data: { reach: 'public' } })
    expect((await rowOf(site.payload, member.id))?.slug).toMatch(/^maria-c-[a-z0-9]{4}$/)
    expect((await site.fetch(pathOf(member.slug))).status).toBe(404)
  })
})

test('rows that an older version wrote are written anew at the start', async () => {
  const member = await addPublicMember(site.payload)
  const collection = 'mokor-directory'
  const stored = () => site.payload.db.find<DirectoryRow>({ collection, limit: 0, pagination: false, sort: 'id' })
  const before = (await stored()).docs
  for (const { id } of before)
    await site.payload.db.updateOne({ collection, where: { id: { equals: id } }, data: { digest: 'old', tokens: [] } })
  await prepareDirectory(site.payload)
  await until('every row is today’s', async () => (await stored()).docs.every(({ digest }) => digest !== 'old'))
  expect((await stored()).docs).toEqual(before)
  expect(before.map(({ id }) => id)).toContain(String(member.id))
})

describe('the row follows the file', () => {
  test('a public edit rewrites it, a selected one too', async () => {
    const member = await addPublicMember(site.payload)
    await site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { headline: 'Intaglio' }))
    expect(await rowOf(site.payload, member.id)).toMatchObject({ headline: 'Intaglio' })
    await site.fetch(`/api/members/${member.id}?select[kind]=true`, json(editor, 'PATCH', { headline: 'Tornitura' }))
    expect(await rowOf(site.payload, member.id)).toMatchObject({ headline: 'Tornitura', slug: member.slug })
  })

  test('a private edit leaves it byte by byte as it was, and notes no change', async () => {
    const member = await addPublicMember(site.payload)
    const before = await rowOf(site.payload, member.id)
    const changes = () => site.payload.db.find({ collection: 'mokor-changes', limit: 0, pagination: false })
    const noted = (await changes()).docs.length
    await site.fetch(
      `/api/members/${member.id}`,
      json(editor, 'PATCH', { notes: 'Ha chiamato', email: 'altra@posta.example' }),
    )
    expect(await rowOf(site.payload, member.id)).toEqual(before)
    expect((await changes()).docs.length).toBe(noted)
  })

  test('a bulk edit that fails for one changes none where there are transactions, and never publishes a leak', async () => {
    const clean = await addPublicMember(site.payload)
    const leaky = await addMember(site.payload, { status: 'active', reach: 'network', headline: 'Chiedi di Colnaghi' })
    const where = `where[id][in]=${clean.id},${leaky.id}`
    // Expected refusals are lines of the log, not errors.
    const log = jest.spyOn(site.payload.logger, 'info')
    const errors = jest.spyOn(site.payload.logger, 'error')
    const response = await site.fetch(
      `/api/members?${where}`,
      json(editor, 'PATCH', { reach: 'public', experience: 'Nuova' }),
    )
    const logged = inspect(log.mock.calls, { depth: 9 })
    expect(errors.mock.calls).toEqual([])
    log.mockRestore()
    errors.mockRestore()
    expect(response.status).toBe(409)
    // The editor reads whose file it is; the log is read by others.
    expect((await response.json()).errors[0].message).toContain('Maria Colnaghi · Chiedi di Colnaghi: ')
    expect(logged).toContain(`${leaky.id}: `)
    expect(logged).not.toContain('Colnaghi')
    expect(await rowOf(site.payload, leaky.id)).toBeNull()
    expect((await readMember(site.payload, leaky.id)).reach).toBe('network')
    if (site.payload.db.name === 'mongoose')
      expect(await rowOf(site.payload, clean.id)).toMatchObject({ experience: 'Dodici anni di bottega.' })
  })

  test('publishing stops when a public text holds a private value, and names the field', async () => {
    const member = await addMember(site.payload, {
      skills: [{ own: 'falegname', origin: 'practised', note: 'Chiamare il 333 123 45 67' }],
    })
    const response = await act(member.id, 'approve', {}, editor)
    expect(response.status).toBe(400)
    expect(JSON.stringify(await response.json())).toContain('skills.0.note')
    expect((await readMember(site.payload, member.id)).status).toBe('pending')
  })

  test('own words mapped to a skill are found under that skill, and a rename reaches the row', async () => {
    const skill = await site.payload.create({
      collection: 'skills',
      data: { slug: 'ebanista', names: { it: 'Ebanista', en: 'Cabinetmaker' }, sector: 'crafts' },
    })
    const member = await addPublicMember(site.payload)
    await site.fetch(
      `/api/members/${member.id}`,
      json(editor, 'PATCH', { skills: [{ skill: skill.id, origin: 'practised' }] }),
    )
    const before = await rowOf(site.payload, member.id)
    expect(before).toMatchObject({ skills: ['ebanista'], skillDetails: [{ slug: 'ebanista', own: null }] })
    await site.fetch(
      `/api/skills/${skill.id}`,
      json(editor, 'PATCH', { names: { it: 'Mobiliere', en: 'Furniture maker' } }),
    )
    expect((await rowOf(site.payload, member.id))?.digest).not.toBe(before?.digest)
    const refused = await site.fetch(`/api/skills/${skill.id}`, json(editor, 'DELETE'))
    expect([refused.status, JSON.stringify(await refused.json())]).toEqual([409, expect.stringContaining('1 ')])
    const moved = await site.fetch(`/api/skills/${skill.id}`, json(editor, 'PATCH', { slug: 'mobiliere' }))
    expect(moved.status).toBe(409)
  })
})

describe('illegal steps are refused in the API', () => {
  const steps: [from: string, action: string, status: number][] = [
    ['unconfirmed', 'approve', 409],
    ['pending', 'pause', 409],
    ['active', 'approve', 409],
    ['active', 'resume', 409],
    ['paused', 'lift', 409],
    ['left', 'approve', 409],
    ['active', 'suspend', 422],
    ['pending', 'refuse', 422],
  ]
  test.each(steps)('%s → %s', async (status, action, expected) => {
    const member = await addMember(site.payload, { status })
    expect((await act(member.id, action)).status).toBe(expected)
    expect((await readMember(site.payload, member.id)).status).toBe(status)
  })

  test('an editor may not suspend', async () => {
    const member = await addPublicMember(site.payload)
    expect((await act(member.id, 'suspend', { reason: 'Perché sì' }, editor)).status).toBe(403)
  })

  test('the status cannot be written by hand, on a new file or an old one', async () => {
    const member = await addMember(site.payload)
    const byHand = await site.fetch(`/api/members/${member.id}`, json(moderator, 'PATCH', { status: 'active' }))
    expect(byHand.status).toBe(409)
    const { consents: _, ...fresh } = carpenter({ status: 'active' })
    expect((await site.fetch('/api/members', json(editor, 'POST', fresh))).status).toBe(409)
    expect((await readMember(site.payload, member.id)).status).toBe('pending')
  })

  test('a file entered at the desk starts to be approved, and its consents say who wrote them', async () => {
    const response = await site.fetch(
      '/api/members',
      json(
        editor,
        'POST',
        carpenter({
          channel: 'phone',
          place: { municipality: 'Monza' },
          slug: 'mio',
          lang: 'en',
          consents: [{ what: 'rules' }, { what: 'publish', how: 'paper' }],
        }),
      ),
    )
    const { doc } = await response.json()
    expect(doc).toMatchObject({
      status: 'pending',
      channel: 'phone',
      slug: null,
      place: { municipality: '108033', province: 'MB', name: 'Monza (MB)' },
      consents: [
        { what: 'rules', how: 'phone', language: 'en', version: '1', by: 'editor@rete.example' },
        { what: 'publish', how: 'paper' },
      ],
    })
  })

  test('a place that several municipalities bear asks for the province', async () => {
    const response = await site.fetch(
      '/api/members',
      json(editor, 'POST', carpenter({ place: { municipality: 'Samone' } })),
    )
    expect(response.status).toBe(400)
    expect(JSON.stringify(await response.json())).toMatch(/Samone \(T[NO]\), Samone \(T[NO]\)/)
  })

  test('the province beside the name tells such places apart', async () => {
    const samone = carpenter({ place: { municipality: 'Samone', province: 'TN' } })
    const response = await site.fetch('/api/members', json(editor, 'POST', samone))
    const { doc } = await response.json()
    expect(doc?.place).toMatchObject({ province: 'TN', name: 'Samone (TN)' })
  })

  test('what cannot be undone is not done to many at once', async () => {
    const members = [await addPublicMember(site.payload), await addPublicMember(site.payload)]
    const body = { ids: members.map(({ id }) => id), reason: 'Pulizie' }
    for (const action of ['leave', 'suspend', 'revoke-link']) {
      const response = await site.fetch(`/api/members/mokor/${action}`, json(moderator, 'POST', body))
      expect([action, response.status]).toEqual([action, 403])
    }
    for (const { id } of members) expect((await readMember(site.payload, id)).status).toBe('active')
  })

  test('an editor may not let anybody go for good; a moderator must say why', async () => {
    const member = await addPublicMember(site.payload)
    expect((await act(member.id, 'leave', { reason: 'Basta' }, editor)).status).toBe(403)
    expect((await act(member.id, 'leave')).status).toBe(422)
    expect(await rowOf(site.payload, member.id)).not.toBeNull()
  })

  test('a refusal calls the status as editors know it', async () => {
    const member = await addMember(site.payload)
    const { errors } = await (await act(member.id, 'pause')).json()
    expect(errors[0].message).toContain('«Da approvare»')
    const byHand = await site.fetch(`/api/members/${member.id}`, json(moderator, 'PATCH', { status: 'active' }))
    expect((await byHand.json()).errors[0].message).toMatch(/da «Da approvare» a «Attiva»/)
  })
})

test('an editor sees the card and what wants a look before approving', async () => {
  await addMember(site.payload, { email: 'gemella@posta.example', phone: '02 1111111' })
  const skill = await site.payload.create({
    collection: 'skills',
    data: { slug: 'gasista', names: { it: 'Gasista', en: 'Gas fitter' }, sector: 'building', regulated: true },
  })
  const member = await addMember(site.payload, {
    email: 'gemella@posta.example',
    phone: '02 2222222',
    firstName: 'Altra',
    experience: 'Bottega in via Roma 12, telefono 340 1112223',
    skills: [
      { skill: skill.id, origin: 'practised', qualified: 'no' },
      { own: 'intaglio', origin: 'passion' },
    ],
  })
  const view = await (await site.fetch(`/api/members/${member.id}/mokor`, json(editor, 'GET'))).json()
  expect(view.status).toBe('pending')
  expect(view.actions.map(({ name }: { name: string }) => name)).toEqual(['approve', 'request-changes', 'refuse'])
  expect(view.card).toMatchObject({ name: 'Altra C.', skills: [{ name: 'Gasista' }, { name: 'intaglio' }] })
  expect(view.hints.map(({ code }: { code: string }) => code)).toEqual([
    'phone-in-text',
    'address-in-text',
    'regulated-no',
    'own-words',
    'duplicate-email',
  ])
})

test.each([
  ['yes', false],
  ['no', true],
  ['unknown', true],
  [null, true],
])('a trade that needs a qualification, declared %s, wants a look: %s', async (qualified, careful) => {
  const { docs } = await site.payload.find({ collection: 'skills', where: { slug: { equals: 'gasista' } } })
  const unique = `gas${String(qualified)}`
  const member = await addMember(site.payload, {
    firstName: unique,
    email: `${unique}@posta.example`,
    phone: `02 55500${['yes', 'no', 'unknown', null].indexOf(qualified)}`,
    skills: [{ skill: docs[0]?.id, origin: 'practised', qualified }],
  })
  const response = await site.fetch('/api/members/mokor/approve', json(editor, 'POST', { ids: [member.id] }))
  expect((await response.json()).done).toEqual(careful ? [] : [member.id])
})

test('a file that the desk begins promises no more than the towns around', async () => {
  const { radiusKm: _, ...written } = carpenter({
    firstName: 'Scritta',
    email: 'scritta@posta.example',
    channel: 'paper',
  })
  const response = await site.fetch('/api/members', json(editor, 'POST', written))
  expect((await response.json()).doc).toMatchObject({ radiusKm: 25 })
  const everywhere = await site.fetch(
    '/api/members',
    json(editor, 'POST', { ...written, email: 'ovunque@posta.example', radiusKm: null }),
  )
  expect((await everywhere.json()).doc).toMatchObject({ radiusKm: null })
})

test('a save that fails late leaves the row as the file still stands', async () => {
  const member = await addPublicMember(site.payload)
  const tooLong = { reach: 'network', headline: 'x'.repeat(121) }
  expect((await site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', tooLong))).status).toBe(400)
  expect(await rowOf(site.payload, member.id)).toMatchObject({ slug: member.slug, headline: member.headline })
  expect((await site.fetch(`/api/members?where[id][equals]=${member.id}`, json(editor, 'PATCH', tooLong))).status).toBe(
    409,
  )
  expect(await rowOf(site.payload, member.id)).toMatchObject({ slug: member.slug, headline: member.headline })
})

test('nobody becomes public without having wanted it', async () => {
  const member = await addMember(site.payload, { status: 'active', reach: 'network', consents: [] })
  const open = (data: object) =>
    site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { reach: 'public', ...data }))
  expect((await open({})).status).toBe(400)
  expect(await rowOf(site.payload, member.id)).toBeNull()
  expect((await open({ consents: [{ what: 'publish', how: 'phone' }] })).status).toBe(200)
  expect(await rowOf(site.payload, member.id)).not.toBeNull()
})

test('recorded consents stay, and a form that takes one out or changes one is told so', async () => {
  const member = await addPublicMember(site.payload)
  const saved = async (consents: object[]) => {
    const response = await site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { consents }))
    return { status: response.status, text: await response.text() }
  }
  const { doc } = JSON.parse((await saved([{ what: 'publish', how: 'phone' }])).text) as { doc: { consents: object[] } }
  const [first, ...others] = doc.consents as [object, ...object[]]
  expect(others).toHaveLength(3)
  const wrong = [[], others, [...others, { ...first, version: '2' }]]
  for (const consents of wrong) {
    const { status, text } = await saved(consents)
    expect(status).toBe(400)
    expect(text).toContain('non si tolgono e non si cambiano')
  }
  expect((await saved(doc.consents)).status).toBe(200)
  expect((await saved([...doc.consents, { id: '6565c0ffee6565c0ffee6565', what: 'rules' }])).status).toBe(200)
  expect((await readMember(site.payload, member.id)).consents).toMatchObject([
    { what: 'adult', how: 'web' },
    { what: 'rules' },
    { what: 'publish' },
    { what: 'publish', how: 'phone' },
    { what: 'rules' },
  ])
})

test('a consent that an editor records bears the editor’s own address', async () => {
  const member = await addMember(site.payload, { reach: 'network', consents: [] })
  for (const by of ['altra@rete.example', '', null])
    await site.fetch(
      `/api/members/${member.id}`,
      json(editor, 'PATCH', { consents: [{ what: 'rules', how: 'paper', by }] }),
    )
  const { consents } = (await readMember(site.payload, member.id)) as unknown as { consents: { by: string }[] }
  expect(consents.map(({ by }) => by)).toEqual(Array(3).fill('editor@rete.example'))
})

test('a consent row that does not say what is refused at its field, not dropped in silence', async () => {
  const member = await addMember(site.payload, { consents: [] })
  const agreed = async (consents: object[], channel = 'phone') => {
    const response = await site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { consents, channel }))
    return response.json()
  }
  const { errors } = await agreed([{ what: 'adult' }, { how: 'phone' }])
  expect(errors[0].data.errors).toMatchObject([{ path: 'consents.1.what' }])
  // One press each in the form: the rest fills itself in.
  const { doc } = await agreed([{ what: 'adult' }, { what: 'rules' }])
  expect(doc.consents).toMatchObject([
    { what: 'adult', how: 'phone', by: 'editor@rete.example', language: 'it', version: '1' },
    { what: 'rules', how: 'phone', by: 'editor@rete.example', language: 'it', version: '1' },
  ])
})

test('a bulk edit of many publishes and withdraws them all', async () => {
  const many = []
  for (let n = 0; n < 12; n++) many.push(await addPublicMember(site.payload, { email: `n${n}@posta.example` }))
  const where = `where[id][in]=${many.map(({ id }) => id).join(',')}`
  const set = (reach: string) => site.fetch(`/api/members?${where}`, json(editor, 'PATCH', { reach }))
  expect((await set('network')).status).toBe(200)
  for (const { id } of many) expect(await rowOf(site.payload, id)).toBeNull()
  expect((await set('public')).status).toBe(200)
  for (const { id, slug } of many) expect(await rowOf(site.payload, id)).toMatchObject({ slug })
})

test('the public address cannot be chosen or changed', async () => {
  const member = await addMember(site.payload)
  await site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { slug: 'mio' }))
  await act(member.id, 'approve', {}, editor)
  const { slug } = await readMember(site.payload, member.id)
  expect(slug).toMatch(/^maria-c-/)
  await site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { slug: 'mio', displayAs: 'full' }))
  expect(await rowOf(site.payload, member.id)).toMatchObject({ slug, name: 'Maria Colnaghi' })
})

test('edits at the same moment leave row and file agreeing', async () => {
  for (let round = 0; round < 4; round++) {
    const member = await addPublicMember(site.payload)
    const edits = ['network', 'public', 'network'].flatMap((reach, n) => [
      site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { headline: `Riga ${n}` })),
      site.fetch(`/api/members/${member.id}`, json(editor, 'PATCH', { reach })),
    ])
    await Promise.all(edits)
    const file = await readMember(site.payload, member.id)
    const row = await rowOf(site.payload, member.id)
    expect(row?.headline ?? null).toBe(file.reach === 'public' ? file.headline : null)
  }
})
