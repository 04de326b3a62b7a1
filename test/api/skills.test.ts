// Trades: what is there already is refused where the editor wrote it, every alphabet gets a code; own words become trades, and two
// trades become one.
import type { MergePreview, OwnWordsPage } from '../../plugin/admin/own-words/dto.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { commissionBody, post, solvedChallenge } from '../support/forms.js'
import { addMember, addPublicMember } from '../support/people.js'
import { startSite } from '../support/site.js'

const site = await startSite()
const editor = await site.as('editor@rete.example', ['editor'])
afterAll(() => site.close())

const add = async (names: Record<string, string>, language = 'it') => {
  const response = await site.fetch('/api/skills', {
    method: 'POST',
    headers: { ...editor, 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify({ names, sector: 'building' }),
  })
  return { status: response.status, body: await response.json() }
}

test.each([
  ['it', 'C’è già: «Falegname». Cercala nell’elenco; se è spenta, riaccendi «Si può scegliere».'],
  ['en', 'It is there already: “Carpenter”. Look for it in the list; if it is off, switch “Can be chosen” on again.'],
])('a skill that is there already is refused at its name (%s)', async (language, message) => {
  await add({ it: 'Falegname', en: 'Carpenter' })
  const { status, body } = await add({ it: ' falegname ' }, language)
  expect(status).toBe(400)
  expect(body.errors[0].data.errors).toMatchObject([{ path: 'names.it', message }])
})

test('a name without Latin letters gets a code all the same, and so does the next', async () => {
  const [first, second] = [await add({ it: '木工' }), await add({ it: '裁縫' })]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(first.body.doc.slug).toMatch(/^[a-z0-9]{8}$/)
  expect(second.body.doc.slug).not.toBe(first.body.doc.slug)
  const { id, slug } = first.body.doc
  const renamed = await site.payload.update({ collection: 'skills', id, data: { names: { it: 'Intaglio' } } })
  expect(renamed).toMatchObject({ slug, title: 'Intaglio' })
})

test('an editor reads and finds a skill in their own language', async () => {
  await add({ it: 'Arrotino', en: 'Knife grinder' })
  const found = async (language: string, words: string) => {
    const question = `where[title][like]=${encodeURIComponent(words)}&select[title]=true&depth=0`
    const headers = { ...editor, 'Accept-Language': language }
    const response = await site.fetch(`/api/skills?${question}`, { headers })
    return (await response.json()).docs.map(({ title }: { title: string }) => title)
  }
  expect(await found('it', 'arrot')).toEqual(['Arrotino'])
  expect(await found('en', 'grinder')).toEqual(['Knife grinder'])
  expect(await found('en', 'arrot')).toEqual(['Knife grinder'])
  expect(await found('en', 'vattelapesca')).toEqual([])
  const [row] = (
    await site.payload.db.find({ collection: 'skills', where: { 'names.en': { equals: 'Knife grinder' } } })
  ).docs
  expect(row).toMatchObject({ title: 'Arrotino' })
})

const call = async (path: string, body?: object, headers: Record<string, string> = editor) => {
  const response = await site.fetch(`/api/skills/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: await response.json() }
}
const wordsOfAll = async (): Promise<OwnWordsPage> => (await call('mokor/own-words')).body
const wordNamed = async (key: string) => (await wordsOfAll()).words.find((one) => one.key === key)
const newTrade = async (
  names: Record<string, string>,
  more: object = {},
): Promise<{ id: number | string; slug: string }> => {
  const made = await site.payload.create({ collection: 'skills', data: { names, sector: 'repair', ...more }, depth: 0 })
  return made as unknown as { id: number | string; slug: string }
}
const practised = (...rows: object[]) => rows.map((row) => ({ origin: 'practised', ...row }))
interface Row {
  skill?: number | string | null
  own?: string | null
  years?: number | null
}
const rowsOf = async (collection: 'members' | 'commissions', id: number | string): Promise<Row[]> =>
  ((await site.payload.findByID({ collection, id, depth: 0, trash: true })) as unknown as { skills: Row[] }).skills
const listed = async (query: string): Promise<string[]> => {
  const response = await site.fetch(`/api/mokor/v1/members?${query}`)
  return ((await response.json()) as { members: { slug: string }[] }).members.map(({ slug }) => slug)
}
const asked = (skills: object[]) =>
  site.payload.create({
    collection: 'commissions',
    data: {
      client: { kind: 'person', name: 'Pina', email: 'pina@posta.example', lang: 'it' },
      description: 'Un lavoro da fare presto',
      mode: 'remote',
      skills,
    },
  })

describe('own words', () => {
  test('are counted by whoever wrote them, in any spelling, with the trade that they may mean', async () => {
    const { id } = await newTrade({ it: 'Riparazione biciclette' }, { synonyms: { it: ['ciclista'] } })
    for (const own of ['Aggiusto BICICLETTE', 'aggiusto  biciclette', 'aggiusto biciclette'])
      await addMember(site.payload, { skills: practised({ own }), email: `${crypto.randomUUID()}@posta.example` })
    await asked([{ own: 'Aggiusto biciclétte' }])
    await asked([{ skill: id, own: 'aggiusto biciclette' }])
    expect(await wordNamed('aggiusto biciclette')).toMatchObject({
      word: 'aggiusto biciclette',
      count: 4,
      in: [
        { slug: 'members', count: 3 },
        { slug: 'commissions', count: 1 },
      ],
      suggestions: [{ id: String(id), name: 'Riparazione biciclette' }],
    })
  })

  test('become a trade in every file and request, trash included; the public finds them by either, no trade twice', async () => {
    const trade = await newTrade({ it: 'Arrotineria' })
    const own = 'Affilo coltelli'
    const many = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        addMember(site.payload, { skills: practised({ own }), email: `lama${n}@posta.example` }),
      ),
    )
    const shown = await addPublicMember(site.payload, {
      email: 'affila@posta.example',
      skills: practised({ own: 'AFFILO coltelli', years: 7 }, { skill: trade.id }, { own: 'altro ancora' }),
    })
    const trashed = await addMember(site.payload, {
      email: 'cestino@posta.example',
      skills: practised({ own }),
      deletedAt: '2026-11-01T00:00:00.000Z',
    })
    const request = await asked([{ own }, { own: 'affilo  coltelli' }])
    expect(await listed(`skill=${trade.slug}`)).toEqual([shown.slug])
    const answer = await call('mokor/own-words/map', { key: 'affilo coltelli', skill: trade.id })
    expect([answer.status, answer.body]).toEqual([200, { files: 62 }])
    expect((await wordsOfAll()).working).toBe(true)
    await drainOutbox(site.payload)
    expect((await wordsOfAll()).working).toBe(false)
    expect(await wordNamed('affilo coltelli')).toBeUndefined()
    for (const { id } of [...many.slice(0, 2), ...many.slice(-2), trashed])
      expect(await rowsOf('members', id)).toMatchObject([{ skill: trade.id }])
    expect(await rowsOf('commissions', request.id)).toMatchObject([{ skill: trade.id }])
    // One row of the two, with what the other knew.
    const rows = await rowsOf('members', shown.id)
    expect(rows).toMatchObject([{ skill: trade.id, years: 7 }, { own: 'altro ancora' }])
    expect(rows).toHaveLength(2)
    expect(await listed(`skill=${trade.slug}`)).toEqual([shown.slug])
    expect(await listed(`q=${encodeURIComponent('affilo coltelli')}`)).toEqual([shown.slug])
    // Again: nothing is left to be done, and nothing changes.
    expect((await call('mokor/own-words/map', { key: 'affilo coltelli', skill: trade.id })).status).toBe(422)
    expect(await site.payload.findByID({ collection: 'skills', id: trade.id, depth: 0 })).toMatchObject({
      synonyms: { it: [own] },
    })
  })

  test('become a trade that is made of them, or stay as they are until more hold them', async () => {
    const { id } = await addMember(site.payload, {
      email: 'ghiaccio@posta.example',
      skills: practised({ own: 'Scolpisco il ghiaccio' }),
    })
    const key = 'scolpisco il ghiaccio'
    const wrong = await call('mokor/own-words/create', { key, names: {}, sector: 'arts' })
    expect([wrong.status, wrong.body.errors[0].message]).toEqual([422, 'Scrivi il nome della capacità («names»).'])
    expect((await call('mokor/own-words/create', { key, names: { it: 'Ghiaccio' }, sector: 'boh' })).status).toBe(422)
    const left = await call('mokor/own-words/leave', { key })
    expect([left.status, left.body]).toEqual([200, { key, count: 1 }])
    expect(await wordNamed(key)).toBeUndefined()
    await addMember(site.payload, {
      email: 'altro.ghiaccio@posta.example',
      skills: practised({ own: 'scolpisco il ghiaccio' }),
    })
    expect(await wordNamed(key)).toMatchObject({ count: 2 })
    await call('mokor/own-words/leave', { key })
    expect(await wordNamed(key)).toBeUndefined()
    const made = await call('mokor/own-words/create', {
      key,
      names: { it: 'Scultura di ghiaccio', en: 'Ice sculpture' },
      sector: 'arts',
      synonyms: { en: ['ice carving'] },
    })
    expect([made.status, made.body.files]).toEqual([200, 2])
    await drainOutbox(site.payload)
    expect(await rowsOf('members', id)).toMatchObject([{ skill: (await rowsOf('members', id))[0]?.skill }])
    const [trade] = (
      await site.payload.find({ collection: 'skills', where: { slug: { equals: 'scultura-di-ghiaccio' } } })
    ).docs
    expect(trade).toMatchObject({ names: { en: 'Ice sculpture' }, sector: 'arts', synonyms: { en: ['ice carving'] } })
    const twice = await call('mokor/own-words/create', {
      key: 'altro ancora',
      names: { it: 'Scultura di ghiaccio' },
      sector: 'arts',
    })
    expect([twice.status, JSON.stringify(twice.body)]).toEqual([400, expect.stringContaining('C’è già')])
  })

  test('are for those who may change trades', async () => {
    for (const [email, roles, status] of [
      ['cassa@rete.example', ['treasurer'], 403],
      ['nessuno@rete.example', [], 403],
      ['mod@rete.example', ['moderator'], 200],
      ['capo@rete.example', ['owner'], 200],
    ] as const) {
      const headers = await site.as(email, [...roles])
      const merging = await newTrade({ it: `Mestiere di ${email}` })
      const into = await newTrade({ it: `Altro di ${email}` })
      expect([email, (await call('mokor/own-words', undefined, headers)).status]).toEqual([email, status])
      expect((await call('mokor/own-words/leave', { key: 'altro ancora' }, headers)).status).toBe(status)
      expect((await call(`${merging.id}/mokor/merge`, { into: into.id }, headers)).status).toBe(status)
    }
    expect((await call('mokor/own-words', undefined, {})).status).toBe(403)
  })
})

describe('two trades that are one', () => {
  test('are merged everywhere, after a look at what would change; the old code goes on finding people', async () => {
    const [from, into] = [
      await newTrade({ it: 'Imbianchina', en: 'Decorator' }, { synonyms: { it: ['pittura interni'] } }),
      await newTrade({ it: 'Tinteggiatura', en: 'Painting' }, { synonyms: { it: ['imbianchina'] } }),
    ]
    const both = await addPublicMember(site.payload, {
      email: 'pennello@posta.example',
      firstName: 'Bice',
      skills: practised({ skill: from.id, years: 9 }, { skill: into.id }),
    })
    const one = await addPublicMember(site.payload, {
      email: 'rullo@posta.example',
      firstName: 'Rosa',
      skills: practised({ skill: from.id }),
    })
    const request = await asked([{ skill: from.id }])
    const preview = (await call(`${from.id}/mokor/merge?into=${into.id}`)).body as MergePreview
    expect(preview).toMatchObject({
      from: { name: 'Imbianchina' },
      into: { name: 'Tinteggiatura' },
      in: [
        { slug: 'members', count: 2 },
        { slug: 'commissions', count: 1 },
      ],
      notes: [],
    })
    expect((await call(`${from.id}/mokor/merge`, { into: into.id })).status).toBe(200)
    await drainOutbox(site.payload)
    expect(await rowsOf('members', both.id)).toMatchObject([{ skill: into.id, years: 9 }])
    expect(await rowsOf('members', one.id)).toMatchObject([{ skill: into.id }])
    expect(await rowsOf('commissions', request.id)).toMatchObject([{ skill: into.id }])
    const people = [both.slug, one.slug].sort()
    for (const question of [
      `skill=${into.slug}`,
      `skill=${from.slug}`,
      `skill=${from.slug}&skill=${into.slug}`,
      'q=decorator',
    ])
      expect([question, (await listed(question)).sort()]).toEqual([question, people])
    const offered = await site.fetch('/api/mokor/v1/skills?q=pittura+interni')
    expect(await offered.json()).toMatchObject({ skills: [{ slug: into.slug }] })
    // A page that was open meanwhile sends the old code.
    const sent = await post(site, '/commissions', {
      ...commissionBody,
      skills: [{ skill: from.slug }],
      challenge: await solvedChallenge(site),
    })
    expect(sent.status).toBe(202)
    const [newest] = (await site.payload.find({ collection: 'commissions', sort: '-createdAt', limit: 1, depth: 0 }))
      .docs
    expect(newest).toMatchObject({ skills: [{ skill: into.id }] })
    // An old version does not bring it back.
    const { docs } = await site.payload.findVersions({
      collection: 'members',
      where: { parent: { equals: both.id } },
      sort: 'createdAt',
    })
    const moderator = await site.as('versioni@rete.example', ['moderator'])
    const restored = await site.fetch(`/api/members/versions/${docs[0]?.id}`, { method: 'POST', headers: moderator })
    expect(restored.status).toBe(200)
    expect(await rowsOf('members', both.id)).toMatchObject([{ skill: into.id }])
    const off = await site.payload.update({ collection: 'skills', id: from.id, data: { active: true }, depth: 0 })
    expect(off).toMatchObject({ active: false, mergedInto: into.id })
  })

  test('are not merged where that makes no sense, and say why', async () => {
    const [one, other, off] = [
      await newTrade({ it: 'Sellaia' }),
      await newTrade({ it: 'Cuoiaia' }),
      await newTrade({ it: 'Spenta' }, { active: false }),
    ]
    const full = await newTrade(
      { it: 'Piena' },
      { synonyms: { it: Array.from({ length: 60 }, (_, n) => `parola ${n}`) } },
    )
    const refused = async (from: { id: number | string }, into: number | string) => {
      const { status, body } = await call(`${from.id}/mokor/merge`, { into })
      return [status, body.errors?.[0]?.message]
    }
    expect(await refused(one, one.id)).toEqual([409, expect.stringContaining('sé stessa')])
    expect(await refused(one, off.id)).toEqual([409, expect.stringContaining('spenta')])
    expect(await refused(one, full.id)).toEqual([409, expect.stringContaining('più di 60 parole')])
    expect(await refused(one, 'boh')).toEqual([422, expect.stringContaining('Scegli la capacità')])
    expect(await refused(one, other.id)).toEqual([200, undefined])
    expect(await refused(one, other.id)).toEqual([409, 'È già unita a «Cuoiaia».'])
    const last = await newTrade({ it: 'Pellettiera' })
    expect((await refused(other, last.id))[0]).toBe(200)
    expect(await site.payload.findByID({ collection: 'skills', id: one.id, depth: 0 })).toMatchObject({
      mergedInto: last.id,
    })
  })
})
