// The roster and the shortlist over HTTP: who is in it, whom it proposes for a request, and what no reader may see.
import fc from 'fast-check'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { PanelDto } from '../../plugin/desk/index.js'
import { municipalities, municipality } from '../../plugin/geo/index.js'
import { rosterRowOf } from '../../plugin/roster/build.js'
import { checkRoster, enrol, type RosterMember, recount, rosterOf } from '../../plugin/roster/index.js'
import { byDistance, candidateOf, type RosterQuestion } from '../../plugin/roster/question.js'
import { noJobs, type RosterRow } from '../../plugin/roster/row.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { addMember, addPublicMember, consent } from '../support/people.js'
import { defaultSlugs } from '../support/rooms.js'
import { type Site, startSite } from '../support/site.js'

type Headers = Record<string, string>

let site: Site
const as = {} as Record<'editor' | 'treasurer' | 'nobody', Headers>
const skill = {} as Record<'falegname' | 'idraulico' | 'piastrellista' | 'elettricista' | 'muratore', number | string>

beforeAll(async () => {
  site = await startSite()
  as.editor = await site.as('anna@rete.example', ['editor'])
  as.treasurer = await site.as('cassa@rete.example', ['treasurer'])
  as.nobody = await site.as('ospite@rete.example', [])
  for (const slug of ['falegname', 'idraulico', 'piastrellista', 'elettricista', 'muratore'] as const) {
    const made = await site.payload.create({
      collection: defaultSlugs.skills,
      data: {
        slug,
        names: { it: slug[0]?.toUpperCase() + slug.slice(1), en: `${slug} (en)` },
        sector: slug === 'falegname' ? 'crafts' : 'building',
        regulated: slug === 'elettricista',
      },
    })
    skill[slug] = made.id
  }
})
afterAll(() => site.close())

beforeEach(async () => {
  const gone = await rosterIds()
  for (const key of ['members', 'offers', 'commissions'] as const)
    await site.payload.db.deleteMany({ collection: defaultSlugs[key], where: { id: { exists: true } } })
  await inTransaction(site.payload, (req) => enrol(req, { members: [], gone }))
})

const does = (slug: keyof typeof skill, more: object = {}) => ({
  skill: skill[slug],
  origin: 'practised',
  years: 12,
  ...more,
})
const active = (more: Record<string, unknown> = {}) =>
  addMember(site.payload, { status: 'active', reach: 'network', skills: [does('falegname')], ...more })

const rosterIds = async (): Promise<string[]> => {
  const { docs } = await site.payload.db.find<RosterRow>({
    collection: defaultSlugs.roster,
    limit: 0,
    pagination: false,
  })
  return docs.map(({ id }) => id).sort()
}
const ids = (...saved: { id: number | string }[]): string[] => saved.map(({ id }) => String(id)).sort()

async function request(more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await site.payload.create({
    collection: defaultSlugs.commissions,
    data: {
      status: 'received',
      client: { kind: 'person', name: 'Pina Riva', email: 'pina@posta.example', lang: 'it' },
      description: 'Riparare una persiana di legno che non chiude più.',
      skills: [{ skill: skill.falegname }],
      mode: 'onsite',
      place: { municipality: '015146' },
      consents: [consent('share')],
      ...more,
    },
  })
  return String(id)
}

const ask = (headers: Headers, id: string, query = '', lang = 'it') =>
  site.fetch(`/api/${defaultSlugs.commissions}/${id}/mokor/panels/shortlist${query}`, {
    headers: { ...headers, 'Accept-Language': lang },
  })

async function panel(id: string, query = '', lang = 'it'): Promise<PanelDto> {
  const response = await ask(as.editor, id, query, lang)
  expect(response.status).toBe(200)
  return (await response.json()) as PanelDto
}

const groupsOf = ({ groups = [] }: PanelDto) =>
  groups.map(({ title, entries }) => [title, entries?.map((entry) => entry.title) ?? null])

test('the roster holds whoever is active, public or not, and follows every change with it', async () => {
  const hidden = await active({ firstName: 'Ada' })
  const shown = await addPublicMember(site.payload, { skills: [does('falegname')] })
  const waiting = await addMember(site.payload)
  expect(await rosterIds()).toEqual(ids(hidden, shown))
  const save = (id: number | string, data: object) =>
    site.payload.update({ collection: defaultSlugs.members, id, data })
  const step = (id: number | string, name: string, body: object = {}) =>
    site.fetch(`/api/${defaultSlugs.members}/${id}/mokor/${name}`, {
      method: 'POST',
      headers: { ...as.editor, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await step(waiting.id, 'approve')).status).toBe(200)
  expect(await rosterIds()).toEqual(ids(hidden, shown, waiting))
  expect((await step(hidden.id, 'pause')).status).toBe(200)
  expect(await rosterIds()).toEqual(ids(shown, waiting))
  expect((await step(hidden.id, 'resume')).status).toBe(200)
  await save(shown.id, { reach: 'network' })
  expect(await rosterIds()).toEqual(ids(hidden, shown, waiting))
  await save(shown.id, { deletedAt: new Date().toISOString() })
  expect(await rosterIds()).toEqual(ids(hidden, waiting))
  await site.payload.delete({ collection: defaultSlugs.members, id: waiting.id })
  expect(await rosterIds()).toEqual(ids(hidden))
  await save(hidden.id, { radiusKm: 50, maxOpenJobs: 2, smallJobs: true, modes: ['onsite', 'remote'] })
  const [row] = await rosterOf(site.payload).rows([String(hidden.id)])
  expect(row).toMatchObject({ name: 'Ada Colnaghi', radiusKm: 50, maxOpenJobs: 2, smallJobs: true, remote: true })
})

test('a change of the roster alone moves no public answer', async () => {
  const etag = async () => (await site.fetch('/api/mokor/v1/members')).headers.get('etag')
  const member = await addPublicMember(site.payload, { skills: [does('falegname')] })
  const before = await etag()
  await site.payload.update({ collection: defaultSlugs.members, id: member.id, data: { maxOpenJobs: 1 } })
  await active({ firstName: 'Bice' })
  expect(await etag()).toBe(before)
  expect((await rosterOf(site.payload).rows([String(member.id)]))[0]?.maxOpenJobs).toBe(1)
})

test('what a crash left is found and mended', async () => {
  const [kept, lost] = [await active({ firstName: 'Ada' }), await active({ firstName: 'Bice' })]
  const { db } = site.payload
  const collection = defaultSlugs.roster
  await db.deleteOne({ collection, where: { id: { equals: String(lost.id) } } })
  await db.updateOne({
    collection,
    where: { id: { equals: String(kept.id) } },
    data: { name: 'Un’altra', digest: 'x' },
  })
  const stranger = rosterRowOf(person(7), noJobs)
  await db.create({ collection, data: { ...stranger } })
  const found = await checkRoster(site.payload, { mend: false })
  expect(found).toMatchObject({
    compared: 2,
    missing: [String(lost.id)],
    stale: [String(kept.id)],
    extra: [stranger.id],
  })
  await checkRoster(site.payload, { mend: true })
  expect(await rosterIds()).toEqual(ids(kept, lost))
  expect((await rosterOf(site.payload).rows([String(kept.id)]))[0]?.name).toBe('Ada Colnaghi')
})

const towns = municipalities()
const trades = Object.keys({ falegname: 0, idraulico: 0, piastrellista: 0, elettricista: 0, muratore: 0 })

/** Somebody made up, the same for the same number. */
const person = (n: number): RosterMember => {
  const town = towns[(n * 7919) % towns.length]
  const near = towns.filter(({ province }) => province === 'MI')[n % 100]
  const lives = n % 2 === 0 ? near : town
  return {
    id: `p${String(n).padStart(4, '0')}`,
    name: `Persona ${n}`,
    company: false,
    skills: [trades[n % 5], trades[(n * 3) % 5]].map((slug) => ({
      slug: slug as string,
      origin: 'practised',
      years: null,
      qualified: null,
    })),
    languages: ['it'],
    onsite: n % 7 !== 0,
    remote: n % 7 === 0 || n % 3 === 0,
    availability: { state: 'now', from: null },
    municipality: n % 11 === 0 ? null : (lives?.code ?? null),
    province: lives?.province ?? 'MI',
    radiusKm: ([0, 10, 25, 50, 100, null] as const)[n % 6] ?? null,
    maxOpenJobs: null,
    smallJobs: false,
  }
}

test('the engine finds exactly those who come into question, the nearest first', async () => {
  const everybody = Array.from({ length: 300 }, (_, n) => person(n))
  await inTransaction(site.payload, (req) => enrol(req, { members: everybody, gone: [] }))
  const rows = everybody.map((one) => rosterRowOf(one, noJobs))
  const question = fc.record({
    skills: fc.subarray(trades),
    place: fc.constantFrom('015146', '108033', '063049', '001272', 'MI', null).map((code): RosterQuestion['place'] => {
      if (code === null) return null
      const town = municipality(code)
      return town ? { lat: town.lat, lng: town.lng, province: town.province } : { lat: null, lng: null, province: code }
    }),
    work: fc.constantFrom('onsite' as const, 'remote' as const, 'either' as const),
    beyondKm: fc.constantFrom(0, 50),
    nearest: fc.constantFrom(null, 1, 10, 300),
  })
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const expected = rows
        .flatMap((row) => candidateOf(row, asked) ?? [])
        .toSorted(byDistance)
        .slice(0, asked.nearest ?? rows.length)
      const found = await rosterOf(site.payload).candidates(asked)
      expect(found.map(({ row, way, km }) => [row.id, way, km])).toEqual(
        expected.map(({ row, way, km }) => [row.id, way, km]),
      )
    }),
    { numRuns: 40 },
  )
})

test('the panel of a request: groups, reasons in words, and those beside it once they are unfolded', async () => {
  await active({ firstName: 'Ada', lastName: 'Neri' })
  await active({ firstName: 'Bruno', lastName: 'Sala', place: { municipality: '063049' } })
  await active({ firstName: 'Carla', lastName: 'Longo', availability: { state: 'not-now' } })
  await active({ firstName: 'Dino', lastName: 'Riva', skills: [does('idraulico')] })
  await active({ firstName: 'Elsa', lastName: 'Gatti', skills: [does('piastrellista')] })
  const id = await request()
  const first = await panel(id)
  expect(first.title).toBe('Chi potrebbe farlo')
  const [fitting] = first.groups ?? []
  expect(fitting?.entries?.map(({ title, subtitle }) => [title, subtitle])).toContainEqual(['Ada Neri', 'Milano (MI)'])
  expect(JSON.stringify(first)).not.toMatch(/Carla|Bruno|Dino/)
  expect(first.notes).toContain('Un’altra persona ha il mestiere, ma ora non prende lavori.')
  expect(fitting?.entries?.find(({ title }) => title === 'Ada Neri')?.lines?.map(({ text }) => text)).toEqual([
    'Falegname: mestiere, da 12 anni',
    'nello stesso comune, si sposta fino a 25',
    'può subito',
    'parla italiano',
    'nessun lavoro in corso',
    'mai avuto un lavoro dalla rete',
  ])
  const plumbing = await request({ skills: [{ skill: skill.idraulico }] })
  expect(groupsOf(await panel(plumbing))).toEqual([
    ['Fa questo mestiere e ci arriva', ['Dino Riva']],
    ['Che cos’altro può servire: mestieri che vanno insieme', null],
    ['Stesso settore, vicino', null],
  ])
  expect(groupsOf(await panel(plumbing, '?open=complementary&open=useful', 'en')).slice(1)).toEqual([
    ['What else may be needed: trades that go together', ['Elsa Gatti']],
    ['Same sector, near', []],
  ])
  expect(groupsOf(await panel(plumbing, '?q=bruno+sala'))[0]).toEqual([
    'Persone attive trovate con «bruno sala»',
    ['Bruno Sala'],
  ])
  expect(groupsOf(await panel(plumbing, '?q=carla'))[0]?.[1]).toEqual(['Carla Longo'])
})

test('where a trade is regulated who declares the qualification stands apart, and nobody is barred', async () => {
  await active({ firstName: 'Ada', lastName: 'Neri', skills: [does('elettricista', { qualified: 'yes' })] })
  await active({ firstName: 'Bice', lastName: 'Sala', skills: [does('elettricista', { qualified: 'no' })] })
  const id = await request({ skills: [{ skill: skill.elettricista }] })
  expect(groupsOf(await panel(id)).slice(0, 2)).toEqual([
    ['Dichiara l’abilitazione', ['Ada Neri']],
    ['Fa questo mestiere, abilitazione non dichiarata', ['Bice Sala']],
  ])
})

test('a request without trade or place says what is missing', async () => {
  await active({ firstName: 'Ada', lastName: 'Neri' })
  const own = await panel(await request({ skills: [{ own: 'aggiustatutto' }] }))
  expect(own.notes?.join(' ')).toContain('scegline uno')
  expect(own.groups).toEqual([])
  const nowhere = await panel(await request({ place: {} }))
  expect(nowhere.notes?.join(' ')).toContain('Manca il comune')
})

test('whoever has as many jobs as they want is not proposed, and is again when one is over', async () => {
  const busy = await active({ firstName: 'Ada', lastName: 'Neri', maxOpenJobs: 1 })
  const id = await request()
  const job = await request()
  const { db } = site.payload
  const stands = async (status: string) => {
    await db.updateOne({
      collection: defaultSlugs.commissions,
      id: job,
      data: { status, executor: busy.id, agreement: { at: '2026-01-15T09:00:00.000Z' } },
    })
    await inTransaction(site.payload, (req) => recount(req, busy.id))
  }
  await stands('agreed')
  expect(groupsOf(await panel(id))[0]).toEqual(['Ha già abbastanza lavori (1)', null])
  expect(groupsOf(await panel(id, '?open=fitting-full'))[0]).toEqual(['Ha già abbastanza lavori', ['Ada Neri']])
  await stands('closed')
  const [group] = (await panel(id)).groups ?? []
  expect(group?.entries?.[0]?.lines?.map(({ text }) => text)).toContain('ultimo lavoro: il 15 gennaio 2026')
})

test('chosen people are asked in the order of choice, with the reasons and the alternatives kept; then they are not proposed again', async () => {
  const ada = await active({ firstName: 'Ada', lastName: 'Neri', email: 'ada@posta.example' })
  const bice = await active({ firstName: 'Bice', lastName: 'Sala', email: 'bice@posta.example' })
  await active({ firstName: 'Cleo', lastName: 'Riva' })
  const id = await request()
  const act = (name: string, body: object) =>
    site.fetch(`/api/${defaultSlugs.commissions}/${id}/mokor/panels/shortlist/${name}`, {
      method: 'POST',
      headers: { ...as.editor, 'Content-Type': 'application/json', 'Accept-Language': 'it' },
      body: JSON.stringify(body),
    })
  const labels = (await panel(id)).buttons?.map(({ label }) => label)
  expect(labels).toContain('Proponi in quest’ordine')
  const picks = [String(bice.id), String(ada.id)]
  expect((await act('propose', { values: { way: 'order', until: 'domani' }, picks })).status).toBe(422)
  expect((await act('propose', { values: { way: 'one' }, picks })).status).toBe(422)
  const preview = async (values: object) => {
    const response = await act('propose/preview', { values, picks })
    const { mails = [] } = (await response.json()) as { mails?: { to: object; subject: string; text: string }[] }
    return { status: response.status, mails }
  }
  const seen = await preview({ way: 'order', until: '2030-12-03' })
  expect([seen.status, seen.mails]).toEqual([
    200,
    [
      expect.objectContaining({
        to: expect.objectContaining({ address: bice.email }),
        subject: 'C’è un lavoro per te: Falegname, Milano (MI)',
        text: expect.stringMatching(/Ciao Bice,[\s\S]*Rispondi entro [^\n]*3[\s\S]*pages\/link\/…/),
      }),
    ],
  ])
  expect(
    (await preview({ way: 'several' })).mails.map(({ text }) => text.includes('anche a un’altra persona')),
  ).toEqual([true, true])
  expect((await preview({ way: 'order', until: 'domani' })).status).toBe(422)
  expect((await act('refer/preview', { values: {}, picks })).status).toBe(404)
  expect(await site.payload.count({ collection: defaultSlugs.offers })).toEqual({ totalDocs: 0 })
  const taken = await act('propose', { values: { way: 'order', why: 'Sono vicine' }, picks })
  expect([taken.status, ((await taken.json()) as { said: string }).said]).toEqual([
    200,
    'Proposta partita: la mail esce fra poco.',
  ])
  const { docs } = await site.payload.find({ collection: defaultSlugs.offers, sort: 'rank', depth: 0 })
  expect(docs).toMatchObject([
    {
      member: bice.id,
      status: 'sent',
      way: 'order',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'covers' })]),
    },
    { member: ada.id, status: 'waiting' },
  ])
  expect(groupsOf(await panel(id))[0]).toEqual(['Fa questo mestiere e ci arriva', ['Cleo Riva']])
  const [row] = await rosterOf(site.payload).rows([String(bice.id)])
  expect(row?.asked).toBe(1)
})

test('what somebody said of other jobs is read beside them, where it speaks of this client, place or trade', async () => {
  const [anna, bruno, carla] = [
    await active({ firstName: 'Anna' }),
    await active({ firstName: 'Bruno' }),
    await active({ firstName: 'Carla' }),
  ]
  const declined = async (who: { id: number | string }, code: string, more: Record<string, unknown> = {}) => {
    const of = await request({ status: 'closed', ...more })
    await site.payload.create({
      collection: defaultSlugs.offers,
      data: {
        commission: databaseId(site.payload, of),
        member: who.id,
        way: 'one',
        rank: 0,
        status: 'declined',
        decline: { code },
        key: `${of}:${who.id}`,
        title: code,
      },
    })
  }
  const other = { client: { kind: 'person', name: 'Ugo', email: 'ugo@posta.example', lang: 'it' } }
  await declined(anna, 'not-this-person', { place: { municipality: '058091' } })
  await declined(anna, 'too-far', { ...other })
  await declined(anna, 'no-time', other)
  await declined(bruno, 'not-this-person', other)
  await declined(bruno, 'too-far', { ...other, place: { municipality: '058091' } })
  await declined(bruno, 'too-big', other)
  await declined(carla, 'too-small', { ...other, micro: true })
  const said = async (id: string, lang = 'it') =>
    Object.fromEntries(
      ((await panel(id, '', lang)).groups ?? []).flatMap(({ entries }) =>
        (entries ?? []).map(({ title, lines = [] }) => [
          title.split(' ')[0],
          lines.map(({ text }) => text).filter((text) => /ha detto|era troppo|said|was too/.test(text)),
        ]),
      ),
    )
  const now = await request()
  expect(await said(now)).toEqual({
    Anna: expect.arrayContaining([
      expect.stringMatching(/^il .* ha detto «non per questa persona»$/),
      expect.stringMatching(/^il .* ha detto che Milano è troppo lontano$/),
    ]),
    Bruno: [expect.stringMatching(/^il .* un lavoro di questo mestiere era troppo grande$/)],
    Carla: [],
  })
  expect((await said(now, 'en')).Bruno).toEqual([expect.stringMatching(/^a job of this trade was too big on /)])
  expect((await said(await request({ micro: true, ...other }))).Carla).toEqual([
    expect.stringMatching(/era troppo piccolo$/),
  ])
})

test('read by editors alone, and only with documents where it stands', async () => {
  await active({ firstName: 'Ada', lastName: 'Neri' })
  const id = await request()
  // What may not be read is as if it were not there.
  expect((await ask(as.treasurer, id)).status).toBe(404)
  expect((await ask(as.nobody, id)).status).toBe(404)
  expect((await ask({}, id)).status).toBe(403)
  const unknown = await site.fetch(`/api/${defaultSlugs.commissions}/${id}/mokor/panels/none`, { headers: as.editor })
  expect(unknown.status).toBe(404)
  const act = await site.fetch(`/api/${defaultSlugs.commissions}/${id}/mokor/panels/shortlist/none`, {
    method: 'POST',
    headers: { ...as.editor, 'Content-Type': 'application/json' },
    body: '{}',
  })
  expect(act.status).toBe(404)
  for (const path of [defaultSlugs.roster, defaultSlugs.rosterChanges])
    expect((await site.fetch(`/api/${path}`, { headers: as.editor })).status).toBe(403)
  const view = await site.fetch(`/api/mokor/desk/commissions/${id}`, { headers: as.editor })
  expect(((await view.json()) as { view: { panels: PanelDto[] } }).view.panels.map(({ name }) => name)).toContain(
    'shortlist',
  )
})
