// What the directory answers, against the plainest reading of its contract, the same from both engines.
import { jest } from '@jest/globals'
import fc from 'fast-check'
import { collectionOf } from '../../plugin/database/mongo.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { rowOf } from '../../plugin/directory/build.js'
import { type PublicProfile, publish } from '../../plugin/directory/index.js'
import { rotationOf } from '../../plugin/directory/rotation.js'
import { questionWords } from '../../plugin/directory/words.js'
import { municipality } from '../../plugin/geo/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { expectedDirectory, type Question } from '../support/expected-directory.js'
import { crowd, random, trades } from '../support/generated-profiles.js'
import { profile } from '../support/profiles.js'
import { database, type Site, startSite } from '../support/site.js'

const people = crowd(240)
const publicUrl = 'https://rete.example'
let site: Site
/** On MongoDB: the same rows through the other engine. */
let other: Site | null = null

beforeAll(async () => {
  site = await startSite({ plugin: { publicUrl } })
  for (const { slug, names } of trades)
    await site.payload.create({
      collection: slugOf(site.payload, 'skills'),
      data: { slug, names, sector: 'crafts', active: true },
    })
  if (database === 'mongo')
    other = await startSite({ databaseUrl: site.databaseUrl, plugin: { publicUrl, directory: { engine: 'embedded' } } })
  // Last: whoever starts takes out rows of teams that are not there.
  await put(people)
})
afterAll(async () => {
  await other?.close()
  await site.close()
})

const put = (profiles: PublicProfile[], withdrawn: string[] = []) =>
  inTransaction(site.payload, (req) => publish(req, { profiles, withdrawn, skills: trades }))

const api = (path: string, init?: RequestInit) => site.fetch(`/api/mokor/v1${path}`, init)

interface Body {
  members: { slug: string; distanceKm: number | null; comes: boolean; skills: { name: string }[] }[]
  total: { value: number; relation: string } | null
  facets: Record<string, { value: string; label: string; count: number }[]> | null
  reach: { comes: number; everywhere: number } | null
  next: string | null
}

async function ask(path: string): Promise<Body> {
  const response = await api(path)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
  return JSON.parse(text) as Body
}

async function wholeChain(parameters: string, limit: number): Promise<Body['members']> {
  const all: Body['members'] = []
  let next: string | null = ''
  for (let page = 0; next !== null && page < 500; page++) {
    const body: Body = await ask(`/members?facets=0&limit=${limit}${parameters}${next ? `&cursor=${next}` : ''}`)
    all.push(...body.members)
    next = body.next
  }
  return all
}

const slugs = (members: { slug: string }[]) => members.map((one) => one.slug)
const today = () => dayInItaly(new Date())

/** A question with its parameters as a client would write them. */
const questions = fc
  .record({
    q: fc.option(
      fc.constantFrom(
        'mobili',
        'Restauro',
        'restauro mob',
        'riparazione',
        'riparo',
        'video',
        'CARPENTER',
        'forli',
        'd’angelo',
        'elise',
        'gia',
        'r',
        'di',
        'casa mia',
        'milano',
        'vetro',
        'fine settimana',
        'xyzzy',
        'mobili xyz',
        'un bravo falegname urgente',
        'xyzzy, restauro!',
        'fale\u00adgname',
        'rossi-srl',
        'l’angelo',
        'dàngelo',
        'restauromobili',
        'po tutto',
        'plumber casa',
      ),
      { nil: undefined },
    ),
    skill: fc.uniqueArray(fc.constantFrom(...trades.map((trade) => trade.slug), 'ignoto'), { maxLength: 2 }),
    province: fc.uniqueArray(fc.constantFrom('MI', 'RM', 'NA', 'BZ', 'AO'), { maxLength: 2 }),
    kind: fc.uniqueArray(fc.constantFrom('professional', 'company', 'enthusiast', 'occasional', 'team'), {
      maxLength: 2,
    }),
    mode: fc.uniqueArray(fc.constantFrom('onsite', 'remote'), { maxLength: 1 }),
    speaks: fc.uniqueArray(fc.constantFrom('it', 'en', 'de'), { maxLength: 1 }),
    near: fc.option(fc.constantFrom('015146', '058091', '45.70,9.67', 'Bolzano'), { nil: undefined }),
    radius: fc.option(fc.constantFrom(5, 25, 60, 500), { nil: undefined }),
    travels: fc.option(fc.constant('italy' as const), { nil: undefined, freq: 6 }),
    available: fc.boolean(),
    limit: fc.constantFrom(1, 3, 7, 20, 50),
  })
  .map((asked) => {
    const codes = { '015146': '015146', '058091': '058091', '45.70,9.67': '016024', Bolzano: '021008' }
    const point = asked.near && municipality(codes[asked.near as keyof typeof codes])
    const question: Question = {
      ...asked,
      words: asked.q ? questionWords(asked.q).words : [],
      near: asked.near && point ? { lat: point.lat, lng: point.lng, radius: asked.radius ?? 25 } : undefined,
    }
    const search = new URLSearchParams()
    for (const name of ['skill', 'province', 'kind', 'mode', 'speaks'] as const)
      for (const value of asked[name]) search.append(name, value)
    for (const name of ['q', 'near', 'radius', 'travels'] as const)
      if (asked[name] !== undefined) search.set(name, String(asked[name]))
    if (asked.available) search.set('available', '1')
    return { question, parameters: search.size > 0 ? `&${search}` : '', limit: asked.limit }
  })

describe('GET /members', () => {
  test('answers any question as the plainest reading of the contract does', async () => {
    const plain = expectedDirectory(people, today())
    await fc.assert(
      fc.asyncProperty(questions, async ({ question, parameters, limit }) => {
        const [inside, coming] = [plain.slugs(question), plain.coming(question)]
        const expected = [...inside, ...coming]
        const first = await ask(`/members?limit=${limit}${parameters}`)
        expect(slugs(first.members)).toEqual(expected.slice(0, limit))
        expect(first.members.map((one) => one.comes)).toEqual(
          expected.slice(0, limit).map((_, at) => at >= inside.length),
        )
        expect(first.total).toEqual({ value: inside.length, relation: 'eq' })
        expect(first.reach).toEqual(
          question.near ? { comes: coming.length, everywhere: plain.everywhere(question) } : null,
        )
        expect(first.next === null).toBe(expected.length <= limit)
        for (const facet of ['kind', 'province', 'skill', 'mode'] as const)
          expect(Object.fromEntries((first.facets?.[facet] ?? []).map(({ value, count }) => [value, count]))).toEqual(
            plain.facet(question, facet),
          )
      }),
      { numRuns: 75 },
    )
  })

  test('a chain of pages shows everybody once, in that order', async () => {
    const plain = expectedDirectory(people, today())
    await fc.assert(
      fc.asyncProperty(questions, async ({ question, parameters, limit }) => {
        const expected = [...plain.slugs(question), ...plain.coming(question)]
        fc.pre(expected.length / limit < 60)
        expect(slugs(await wholeChain(parameters, limit))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('both engines answer the same bytes', async () => {
    if (!other) return
    const [one, two] = [site, other]
    await fc.assert(
      fc.asyncProperty(questions, async ({ parameters, limit }) => {
        let next: string | null = ''
        for (let page = 0; next !== null && page < 3; page++) {
          const path: string = `/api/mokor/v1/members?limit=${limit}${parameters}${next ? `&cursor=${next}` : ''}`
          const [a, b] = await Promise.all([one.fetch(path), two.fetch(path)])
          const [bytesA, bytesB] = [await a.text(), await b.text()]
          expect(bytesB).toBe(bytesA)
          expect(b.headers.get('etag')).toBe(a.headers.get('etag'))
          next = (JSON.parse(bytesA) as Body).next
        }
      }),
      { numRuns: 75 },
    )
  })

  test('nearest first, with distances; those known only by province last, without', async () => {
    const all = (await wholeChain('&near=Milano&radius=30', 50)).filter((one) => !one.comes)
    const distances = all.map((one) => one.distanceKm)
    const known = distances.filter((km) => km !== null)
    expect(known).toEqual(known.toSorted((a, b) => a - b))
    expect(known[0]).toBe(0)
    expect(known.length).toBeLessThan(distances.length)
    expect(distances.slice(known.length).every((km) => km === null)).toBe(true)
    expect(Math.max(...known)).toBeLessThanOrEqual(30)
  })

  test('who comes from outside the circle stands behind it, apart, at any page size; all of Italy is only counted', async () => {
    const living = (id: string, municipality: string, more: Partial<PublicProfile> = {}) =>
      profile({ id, slug: id, municipality, headline: 'Spazzacamino', ...more })
    const these = [
      living('in-paese', '015146', { radiusKm: 0 }),
      // 22 km, 48 km and 83 km from Milano.
      living('vicino-viene', '012119', { radiusKm: 50 }),
      living('vicino-resta', '012119', { radiusKm: 10 }),
      living('lontano-viene', '016024', { radiusKm: 50 }),
      living('lontano-resta', '016024', { radiusKm: 25 }),
      living('brescia-viene', '017029', { radiusKm: 100 }),
      living('brescia-a-distanza', '017029', { radiusKm: 100, modes: ['remote'] }),
      living('ovunque', '017029', { radiusKm: null }),
      living('ovunque-in-paese', '015146', { radiusKm: null }),
      living('solo-a-distanza', '017029', { radiusKm: null, modes: ['remote'] }),
      living('di-provincia', '012119', { municipality: null, province: 'BS', radiusKm: 100 }),
    ]
    await put(these)
    const asked = '&q=spazzacamino&near=015146&radius=10'
    for (const limit of [1, 2, 3, 50]) {
      const all = await wholeChain(asked, limit)
      expect(slugs(all).slice(0, 2).sort()).toEqual(['in-paese', 'ovunque-in-paese'])
      expect(slugs(all).slice(2)).toEqual(['vicino-viene', 'lontano-viene', 'brescia-viene'])
      expect(all.map((one) => one.comes)).toEqual([false, false, true, true, true])
      const distances = all.slice(2).map((one) => one.distanceKm ?? 0)
      expect(distances).toEqual(distances.toSorted((a, b) => a - b))
    }
    const first = await ask(`/members?limit=1${asked}`)
    expect([first.total?.value, first.reach]).toEqual([2, { comes: 3, everywhere: 2 }])
    const second = await ask(`/members?limit=1${asked}&cursor=${first.next}`)
    expect(second.reach).toBeNull()
    const everywhere = await ask('/members?q=spazzacamino&travels=italy')
    expect(slugs(everywhere.members).sort()).toEqual(['ovunque', 'ovunque-in-paese'])
    expect([everywhere.total?.value, everywhere.reach]).toEqual([2, null])
    // A wider circle takes them in: nobody stands in both groups.
    const wide = await ask('/members?q=spazzacamino&near=015146&radius=100&limit=50')
    expect(wide.reach?.comes).toBe(0)
    expect(new Set(slugs(wide.members)).size).toBe(wide.members.length)
    await put(
      [],
      these.map(({ id }) => id),
    )
  })

  test('a position is taken for the municipality it is by: the same answer, and one question to keep', async () => {
    const town = await api('/members?near=015146&radius=30')
    const body = await town.text()
    expect(JSON.parse(body).members.length).toBeGreaterThan(0)
    for (const position of ['45.46,9.19', '45.4642,9.1900', '45.46123456, 9.18765432', '45.45,9.2']) {
      const response = await api(`/members?near=${encodeURIComponent(position)}&radius=30`)
      expect([position, response.headers.get('etag')]).toEqual([position, town.headers.get('etag')])
      expect(await response.text()).toBe(body)
    }
  })

  test.each(['48.85,2.35', '0,0', '-90,180', '43.2,5.4', '40.0,6.5'])(
    'far from every municipality, at %s, there is nobody, and the filters stay named',
    async (position) => {
      const body = await ask(`/members?near=${position}&radius=500&province=MI&facets=1`)
      expect(body).toMatchObject({ members: [], total: { value: 0, relation: 'eq' }, next: null })
      expect(body.facets?.province).toEqual([{ value: 'MI', label: 'Milano', count: 0 }])
    },
  )

  test('labels come in the asked language', async () => {
    const italian = await ask('/members?lang=it')
    const english = await ask('/members?lang=en')
    const label = (body: Body, facet: string, value: string) =>
      body.facets?.[facet]?.find((one) => one.value === value)?.label
    expect([label(italian, 'kind', 'company'), label(english, 'kind', 'company')]).toEqual(['Aziende', 'Companies'])
    expect([label(italian, 'mode', 'remote'), label(english, 'mode', 'remote')]).toEqual(['A distanza', 'Remote'])
    expect([label(italian, 'skill', 'sarta'), label(english, 'skill', 'sarta')]).toEqual(['Sarta', 'Tailor'])
    expect(label(italian, 'province', 'MI')).toBe('Milano')
    expect(slugs(italian.members)).toEqual(slugs(english.members))
  })

  test('totals and facets are for the first page', async () => {
    const first = await ask('/members?limit=5')
    expect(first.total).not.toBeNull()
    const second = await ask(`/members?limit=5&cursor=${first.next}`)
    expect([second.total, second.facets]).toEqual([null, null])
    const without = await ask('/members?limit=5&facets=0')
    expect([without.total, without.facets]).toEqual([null, null])
    expect(without.members).toEqual(first.members)
  })

  test('what was asked for is in its facet by name, though many others are more frequent, or nobody has it', async () => {
    const slug = (n: number) => `mestiere-${String(n).padStart(2, '0')}`
    const skills = Array.from({ length: 55 }, (_, n) => ({ slug: slug(n), words: [`Mestiere ${n}`] }))
    const has = (id: string, these: { slug: string }[]) =>
      profile({
        id,
        slug: id,
        skills: these.map((one) => ({ slug: one.slug, own: null, origin: 'practised', years: null, note: null })),
      })
    await put([has('tutti', skills), has('quasi', skills.slice(0, 54))])
    const asked = await ask(`/members?skill=${slug(54)}&skill=sarta&skill=ignoto&province=AO&kind=company&mode=remote`)
    const facet = (body: Body, name: string, value: string) => body.facets?.[name]?.find((one) => one.value === value)
    expect(facet(await ask('/members'), 'skill', slug(54))).toBeUndefined()
    expect(facet(asked, 'skill', slug(54))).toEqual({ value: slug(54), label: slug(54), count: expect.any(Number) })
    expect(facet(asked, 'skill', 'sarta')).toMatchObject({ label: expect.stringMatching(/^Sart/) })
    expect(facet(asked, 'skill', 'ignoto')).toEqual({ value: 'ignoto', label: 'ignoto', count: 0 })
    expect(facet(asked, 'province', 'AO')).toMatchObject({ label: expect.stringContaining('Aosta') })
    expect(facet(asked, 'kind', 'company')).toBeDefined()
    expect(facet(asked, 'mode', 'remote')).toBeDefined()
    expect(
      (await ask(`/members?skill=${slug(54)}`)).facets?.skill?.find(({ value }) => value === slug(54))?.count,
    ).toBe(1)
    if (other) {
      const path = `/api/mokor/v1/members?skill=${slug(54)}&skill=ignoto&province=AO`
      const [one, two] = await Promise.all([site.fetch(path), other.fetch(path)])
      expect(await two.text()).toBe(await one.text())
    }
    await put([], ['tutti', 'quasi'])
  })

  test.each([
    ['idraulico urgente', 'idraulico', ['urgente']],
    ['un bravo Falegname, economico!', 'falegname', ['bravo', 'economico']],
    ['falegname qwertyz', 'falegname', ['qwertyz']],
    ['Xyzzy restauro Città-Qwx', 'restauro', ['Xyzzy', 'citta', 'qwx']],
  ])('%j finds whom %j finds, and says that it did without %j', async (q, plain, setAside) => {
    const [asked, expected] = await Promise.all([
      ask(`/members?q=${encodeURIComponent(q)}`),
      ask(`/members?q=${plain}`),
    ])
    expect(expected.total?.value).toBeGreaterThan(0)
    expect({ ...asked, next: asked.next === null }).toEqual({ ...expected, next: expected.next === null, setAside })
    const second = await ask(
      `/members?q=${encodeURIComponent(q)}&limit=2&cursor=${(await ask(`/members?limit=2&q=${encodeURIComponent(q)}`)).next}`,
    )
    expect(slugs(second.members)).toEqual(slugs(expected.members).slice(2, 4))
  })

  test.each(['🔧', '???', '…', '-', 'qwertyz', 'qwertyz xyzzy'])('%j is borne by nobody', async (q) => {
    const path = `/members?q=${encodeURIComponent(q)}&kind=company`
    const body = await ask(path)
    expect(body).toMatchObject({ members: [], total: { value: 0, relation: 'eq' }, next: null, setAside: [] })
    expect(body.facets?.kind).toEqual([{ value: 'company', label: expect.any(String), count: 0 }])
    if (other) expect(await (await other.fetch(`/api/mokor/v1${path}`)).json()).toEqual(body)
  })

  test('facets count what the other filters leave', async () => {
    const body = await ask('/members?province=MI&kind=company')
    const kinds = Object.fromEntries(body.facets?.kind?.map(({ value, count }) => [value, count]) ?? [])
    expect(Object.keys(kinds).length).toBeGreaterThan(1)
    expect(body.total?.value).toBe(kinds.company)
  })

  test.each([
    ['q', `q=${'a'.repeat(201)}`],
    ['q', 'q=a&q=b'],
    ['skill', 'skill=Falegname!'],
    ['province', 'province=ZZ'],
    ['province', 'province[$ne]=MI&province=%7B%7D'],
    ['kind', 'kind=unemployed'],
    ['mode', 'mode=both'],
    ['speaks', 'speaks=italiano'],
    ['near', 'near=Atlantide'],
    ['near', 'near=999999'],
    ['near', 'near=91,9'],
    ['radius', 'near=015146&radius=501'],
    ['radius', 'near=015146&radius=0'],
    ['radius', 'radius=many'],
    ['travels', 'travels=europe'],
    ['available', 'available=yes'],
    ['limit', 'limit=0'],
    ['limit', 'limit=51'],
    ['limit', 'limit=1e1'],
    ['cursor', 'cursor=zzz'],
    ['cursor', `cursor=${Buffer.from('{"v":1,"q":"x","s":1,"t":1}').toString('base64url')}`],
    ['cursor', `cursor=${Buffer.from('{"v":1,"q":{},"s":"x","t":-1}').toString('base64url')}`],
    ['facets', 'facets=2'],
  ])('a bad %s is a 400 that names it (%s)', async (parameter, search) => {
    const response = await api(`/members?${search}`)
    expect(response.status).toBe(400)
    const problem = (await response.json()) as { errors: { parameter: string; message: string }[] }
    expect(problem.errors.map((error) => error.parameter)).toEqual([parameter])
    expect(problem.errors[0]?.message).toBeTruthy()
  })

  test('a name that two municipalities bear comes back with the choices, and each choice works', async () => {
    const response = await api('/members?near=san%20teodoro')
    expect(response.status).toBe(400)
    const { errors } = (await response.json()) as { errors: { choices: { value: string; label: string }[] }[] }
    expect(errors[0]?.choices).toHaveLength(2)
    for (const { value } of errors[0]?.choices ?? []) expect((await api(`/members?near=${value}`)).status).toBe(200)
  })

  test('empty and unknown parameters change nothing, not even the ETag', async () => {
    const plain = await api('/members?province=MI')
    for (const search of ['province=MI&utm_source=x', 'q=&province=mi&near=', 'province=MI&province=MI&province='])
      expect((await api(`/members?${search}`)).headers.get('etag')).toBe(plain.headers.get('etag'))
  })

  test('a cursor of another question is refused; another limit or language is the same question', async () => {
    const { next } = await ask('/members?limit=2&kind=professional')
    expect((await api(`/members?kind=company&cursor=${next}`)).status).toBe(400)
    expect((await api(`/members?kind=professional&limit=9&lang=en&cursor=${next}`)).status).toBe(200)
  })
})

describe('rotation', () => {
  afterEach(() => {
    jest.useRealTimers()
  })
  const at = (moment: string) =>
    jest.useFakeTimers({
      now: new Date(moment),
      doNotFake: [
        'nextTick',
        'setImmediate',
        'setTimeout',
        'setInterval',
        'clearTimeout',
        'clearInterval',
        'clearImmediate',
        'queueMicrotask',
        'performance',
        'hrtime',
      ],
    })

  test('each day of Rome starts elsewhere on the same circle', async () => {
    at('2026-03-10T22:59:00Z')
    const evening = slugs(await wholeChain('', 50))
    at('2026-03-10T23:01:00Z')
    const morning = slugs(await wholeChain('', 50))
    const cut = morning.indexOf(evening[0] as string)
    expect(cut).toBeGreaterThan(0)
    expect([...morning.slice(cut), ...morning.slice(0, cut)]).toEqual(evening)
  })

  test('a chain keeps its day over midnight', async () => {
    at('2026-03-10T22:59:00Z')
    const evening = slugs(await wholeChain('', 50))
    const first = await ask('/members?limit=20')
    at('2026-03-10T23:01:00Z')
    const second = await ask(`/members?limit=20&cursor=${first.next}`)
    expect([...slugs(first.members), ...slugs(second.members)]).toEqual(evening.slice(0, 40))
  })

  test('a date that has come reads as now, from that day on', async () => {
    const later = profile({ id: 'later', slug: 'later', availability: { state: 'from', from: '2026-05-02' } })
    await put([later])
    const read = async () => {
      const response = await api('/members/later')
      return ((await response.json()) as { member: { availability: object } }).member.availability
    }
    at('2026-05-01T12:00:00Z')
    expect(await read()).toEqual({ state: 'from', from: '2026-05-02' })
    expect(slugs(await wholeChain('&available=1', 50))).not.toContain('later')
    at('2026-05-02T12:00:00Z')
    expect(await read()).toEqual({ state: 'now' })
    expect(slugs(await wholeChain('&available=1', 50))).toContain('later')
    await put([], ['later'])
  })

  test('rows whose turns collide are each shown once, at any page size', async () => {
    const [a, b] = collision()
    expect(rotationOf(a)).toBe(rotationOf(b))
    await put([profile({ id: 'x1', slug: b }), profile({ id: 'x2', slug: a })])
    for (const limit of [1, 2, 7]) {
      const shown = slugs(await wholeChain('', limit))
      expect(shown.filter((slug) => slug === a || slug === b)).toEqual([a, b].sort())
      expect(new Set(shown).size).toBe(shown.length)
    }
    await put([], ['x1', 'x2'])
  })
})

/** Two slugs of one turn: by the birthday rule they turn up soon. */
function collision(): [string, string] {
  const seen = new Map<number, string>()
  for (let n = 0; ; n++) {
    const slug = `gemello-${n}`
    const twin = seen.get(rotationOf(slug))
    if (twin) return [twin, slug]
    seen.set(rotationOf(slug), slug)
  }
}

describe('validators', () => {
  const etagOf = async (path: string) => (await api(path)).headers.get('etag')

  test('an unchanged answer is a 304, at once after nothing changed', async () => {
    const first = await api('/members?kind=company')
    const etag = first.headers.get('etag') as string
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    await put(people)
    const again = await api('/members?kind=company', { headers: { 'If-None-Match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await api('/members', { headers: { 'If-None-Match': etag } })).status).toBe(200)
  })

  test('every publishing is in the next answer, whoever asked before', async () => {
    const next = random(7)
    for (let round = 0; round < 12; round++) {
      const headline = `Giro numero ${round}`
      const who = people[Math.floor(next() * people.length)] as PublicProfile
      const before = await etagOf('/members?limit=50')
      // Others keep asking meanwhile: their answers must not be given to those who come later.
      const meanwhile = Array.from({ length: 5 }, () => api(`/members/${who.slug}`))
      await put([{ ...who, headline }])
      const response = await api(`/members/${who.slug}`)
      expect(((await response.json()) as { member: { headline: string } }).member.headline).toBe(headline)
      expect(await etagOf('/members?limit=50')).not.toBe(before)
      await Promise.all(meanwhile)
    }
    await put(people)
  })

  test('a withdrawal shows at once though this clock lags behind the one that published last', async () => {
    const shy = profile({ id: 'shy', slug: 'shy', name: 'Timida Q.' })
    await put([shy])
    // Another process, an hour ahead, has published more than the version looks at.
    for (let n = 0; n < 40; n++)
      await site.payload.db.create({
        collection: slugOf(site.payload, 'changes'),
        data: { id: `${(Date.now() + 3_600_000 + n).toString(36).padStart(9, '0')}0000ffffffff`, ids: [] },
      })
    const before = await etagOf('/members')
    expect((await api('/members/shy')).status).toBe(200)
    await put([], ['shy'])
    expect(await etagOf('/members')).not.toBe(before)
    expect((await api('/members/shy')).status).toBe(404)
    expect(slugs(await wholeChain('', 50))).not.toContain('shy')
  })

  test('a withdrawn member is gone from list, count, facets, words and its own address', async () => {
    const rare = profile({
      id: 'rare',
      slug: 'rare',
      name: 'Quirina Z.',
      headline: 'Zampogne',
      province: 'AO',
      municipality: '007003',
    })
    const before = await ask('/members')
    await put([rare])
    expect((await ask('/members')).total?.value).toBe((before.total?.value ?? 0) + 1)
    expect(slugs((await ask('/members?q=zampogna')).members)).toEqual(['rare'])
    expect((await api('/members/rare')).status).toBe(200)
    await put([], ['rare'])
    expect(await ask('/members')).toEqual(before)
    expect(await ask('/members?q=zampogna')).toMatchObject({ members: [], total: { value: 0 } })
    const [hidden, unknown] = [await api('/members/rare'), await api('/members/nobody')]
    expect([hidden.status, await hidden.text()]).toEqual([404, await unknown.text()])
  })

  test('a renamed skill reads by its new name at the next look', async () => {
    const before = await ask('/members?skill=sarta&lang=it&limit=50')
    const { docs } = await site.payload.find({
      collection: slugOf(site.payload, 'skills'),
      where: { slug: { equals: 'sarta' } },
    })
    await site.payload.update({
      collection: slugOf(site.payload, 'skills'),
      id: docs[0]?.id ?? 0,
      data: { names: { it: 'Sarto o sarta', en: 'Tailor' } },
    })
    const after = await ask('/members?skill=sarta&lang=it&limit=50')
    expect(after.facets?.skill?.find(({ value }) => value === 'sarta')?.label).toBe('Sarto o sarta')
    expect(slugs(after.members)).toEqual(slugs(before.members))
  })
})

test('totals are exact to 10 000, then at least that many; facets stay exact', async () => {
  // So many rows go in at once through MongoDB's own driver alone; there both engines read them.
  if (database !== 'mongo') return
  const one = await startSite({ plugin: { publicUrl } })
  const row = rowOf(profile({ id: 'base' }), new Map())
  const rows = collectionOf(one.payload, slugOf(one.payload, 'directory')) as unknown as {
    insertMany(docs: object[]): Promise<unknown>
  }
  const { id: _, ...base } = row
  const fill = (from: number, to: number) =>
    rows.insertMany(
      Array.from({ length: to - from }, (_, n) => {
        const slug = `folla-${from + n}`
        return { ...base, _id: slug, slug, turn: rotationOf(slug) }
      }),
    )
  await fill(0, 10_000)
  const exact = (await (await one.fetch('/api/mokor/v1/members?limit=1')).json()) as Body
  expect(exact.total).toEqual({ value: 10_000, relation: 'eq' })
  await fill(10_000, 10_002)
  await inTransaction(one.payload, (req) =>
    publish(req, { profiles: [profile({ id: 'last' })], withdrawn: [], skills: [] }),
  )
  const two = await startSite({
    databaseUrl: one.databaseUrl,
    plugin: { publicUrl, directory: { engine: 'embedded' } },
  })
  for (const site of [two, one]) {
    const many = (await (await site.fetch('/api/mokor/v1/members?limit=1')).json()) as Body
    expect(many.total).toEqual({ value: 10_000, relation: 'gte' })
    expect(many.facets?.kind).toEqual([{ value: 'professional', label: 'Professionisti', count: 10_003 }])
    await site.close()
  }
})

describe('suggestions', () => {
  test('places by the beginning of a word, folded', async () => {
    const response = await api('/places?q=forli')
    const { places } = (await response.json()) as { places: { name: string }[] }
    expect(places[0]?.name).toBe('Forlì')
  })

  test('a place by its code', async () => {
    const places = async (q: string) =>
      ((await (await api(`/places?q=${q}`)).json()) as { places: { code: string; name: string }[] }).places
    expect(await places('015146')).toEqual([expect.objectContaining({ code: '015146', name: 'Milano' })])
    expect(await places('999999')).toEqual([])
  })

  test('skills by name or synonym, in the asked language', async () => {
    const names = async (search: string) =>
      ((await (await api(`/skills?${search}`)).json()) as { skills: { slug: string; name: string }[] }).skills
    const carpenter = { slug: 'falegname', regulated: false }
    expect(await names('q=fal&lang=it')).toEqual([
      { ...carpenter, name: 'Falegname', sector: 'Artigianato: legno, metallo, ceramica' },
    ])
    expect(await names('q=carp&lang=en')).toEqual([
      { ...carpenter, name: 'Carpenter', sector: 'Crafts: wood, metal, ceramics' },
    ])
    expect(await names('q=zzz')).toEqual([])
    expect((await names('lang=it')).length).toBe(trades.length)
  })
})
