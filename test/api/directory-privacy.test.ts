// What visitors read of the directory depends on nothing private, byte by byte.
import fc from 'fast-check'
import type { Where } from 'payload'
import { privately, privateSteps, qualified, whyOccasional } from '../support/canaries.js'
import { addMember, type Saved } from '../support/people.js'
import { defaultSlugs } from '../support/rooms.js'
import { type Site, startSite } from '../support/site.js'

const publicUrl = 'https://rete.example'
let one: Site
let two: Site

beforeAll(async () => {
  const plugin = { publicUrl, features: { teams: true } }
  ;[one, two] = await Promise.all([startSite({ plugin }), startSite({ plugin })])
})
afterAll(() => Promise.all([one.close(), two.close()]))

const collection = 'members'

/** What everybody may see, and what must never show: both written into one file. */
interface Person {
  slug: string
  shown: Record<string, unknown>
}

const phone = /0777/

const people = fc.uniqueArray(
  fc.record({
    slug: fc.integer({ min: 0, max: 9999 }).map((n) => `persona-${n}`),
    shown: fc.record({
      kind: fc.constantFrom('professional', 'enthusiast', 'company', 'occasional'),
      firstName: fc.constantFrom('Anna', 'Bruno', 'Zoë'),
      headline: fc.constantFrom('Restauro mobili', 'Orli e cuciture', 'Giardini'),
      experience: fc.constantFrom('Vent’anni di bottega', 'Per passione, la sera'),
      skills: fc.constantFrom(
        [{ own: 'falegname', origin: 'practised', years: 12 }],
        [{ own: 'sarta', origin: 'passion', note: 'Anche tende' }],
      ),
      place: fc.constantFrom({ municipality: '015146' }, { municipality: '108033' }, { municipality: '021008' }),
      radiusKm: fc.constantFrom(0, 25, 100, null),
      modes: fc.constantFrom(['onsite'], ['remote'], ['onsite', 'remote']),
      availability: fc.constantFrom({ state: 'now' }, { state: 'not-now' }, { state: 'sometimes' }),
    }),
  }),
  { selector: (person) => person.slug, minLength: 1, maxLength: 4 },
)

/** How a site comes to its people: in which order, by which detours, and beside whom. */
const history = fc.record({
  seed: fc.integer({ min: 0, max: 99_000 }),
  backwards: fc.boolean(),
  /** Saved with another text first; hidden and shown again; straight. */
  detour: fc.constantFrom('text', 'hidden', 'none'),
  hiddenOnes: fc.integer({ min: 0, max: 2 }),
})

async function live(
  site: Site,
  persons: Person[],
  told: typeof history extends fc.Arbitrary<infer T> ? T : never,
): Promise<Saved[]> {
  const saved: Saved[] = []
  const save = async (id: number | string, data: Record<string, unknown>) =>
    site.payload.update({ collection, id, data })
  for (let n = 0; n < told.hiddenOnes; n++)
    await addMember(site.payload, {
      ...privately(told.seed + 50 + n),
      status: 'active',
      reach: 'network',
      headline: 'Canarino nascosto',
      firstName: 'Canarino',
    })
  for (const [at, { slug, shown }] of (told.backwards ? persons.toReversed() : persons).entries()) {
    const seed = told.seed + at
    const skills = (shown.skills as object[]).map((skill) => ({ ...skill, qualified: qualified(seed) }))
    const whole = {
      ...shown,
      ...privately(seed),
      skills,
      kind: shown.kind === 'occasional' ? whyOccasional(seed) : shown.kind,
      slug,
      status: 'active',
      reach: 'public',
      displayAs: 'initial',
    }
    if (told.detour === 'text') {
      const { id } = await addMember(site.payload, { ...whole, headline: 'Testo di ieri' })
      await save(id, { headline: shown.headline })
      await privateSteps(site.payload, id, seed)
    } else if (told.detour === 'hidden') {
      const { id } = await addMember(site.payload, whole)
      await save(id, { reach: 'network' })
      await save(id, { reach: 'public' })
    } else saved.push(await addMember(site.payload, whole))
  }
  return saved
}

const teamSlug = 'squadra-di-prova'

/** A public team of all of them, with those whom nobody sees beside them, on terms that are nobody's business. */
async function team(site: Site, persons: Person[], seed: number): Promise<void> {
  const find = (where: Where) => site.payload.find({ collection, where, depth: 0, sort: 'slug', pagination: false })
  const { docs: shown } = await find({ slug: { in: persons.map(({ slug }) => slug) } })
  const { docs: hidden } = await find({ reach: { equals: 'network' } })
  const { id } = await site.payload.create({
    collection: 'teams',
    data: {
      name: 'Squadra di prova',
      purpose: 'Case vecchie',
      status: 'active',
      public: true,
      referent: (hidden[0] ?? shown[seed % shown.length])?.id,
      issuer: seed % 2 ? 'each' : 'referent',
      until: `2099-12-${10 + (seed % 10)}T11:00:00.000Z`,
      members: [
        ...shown.map(({ id: member }, n) => ({ member, role: `Parte ${n}`, share: seed % 50, answerNote: 'canarino' })),
        ...hidden.map(({ id: member }) => ({ member, role: 'in segreto, canarino', accepted: 'yes' })),
      ],
    },
  })
  await site.payload.db.updateOne({ collection: 'teams', id, data: { slug: teamSlug }, returning: false })
  await site.payload.update({ collection: 'teams', id, data: { name: 'Squadra di prova' } })
}

const searches = [
  'kind=team',
  '',
  'q=mobili',
  'q=bottega',
  'q=canarino',
  'q=segreta',
  'province=MI',
  'kind=company&lang=en',
  'mode=remote',
  'near=015146&radius=100',
  'near=015146&radius=5',
  'travels=italy',
  'available=1',
  'limit=1',
  'facets=0',
]
const paths = (persons: Person[]) => [
  ...searches.map((search) => `/members?${search}`),
  ...persons.map(({ slug }) => `/members/${slug}`),
  '/skills?q=can',
  '/pages/directory',
  ...persons.map(({ slug }) => `/pages/members/${slug}`),
  '/pages/ranking',
  `/teams/${teamSlug}`,
  `/pages/teams/${teamSlug}`,
]

const read = async (site: Site, path: string): Promise<{ status: number; body: string }> => {
  const response = await site.fetch(`/api/mokor/v1${path}`)
  // A form's token is new each time; it says nothing of anybody.
  const body = (await response.text()).replace(/name="token" value="[^"]*"/, 'name="token"')
  return { status: response.status, body }
}

test('sites that differ in private data, hidden members and history answer the same bytes, and no private value', async () => {
  await fc.assert(
    fc.asyncProperty(people, history, history, async (persons, here, there) => {
      await live(one, persons, here)
      await live(two, persons, there)
      await team(one, persons, here.seed)
      await team(two, persons, there.seed)
      // Whom the desk could propose is nobody's business: of one site the roster is empty.
      await two.payload.db.deleteMany({ collection: defaultSlugs.roster, where: { id: { exists: true } } })
      await two.payload.db.deleteMany({ collection: defaultSlugs.rosterChanges, where: { id: { exists: true } } })
      for (const path of paths(persons)) {
        const [a, b] = await Promise.all([read(one, path), read(two, path)])
        expect([path, a.status]).toEqual([path, 200])
        expect(b).toEqual(a)
        expect(a.body.toLowerCase().replaceAll(/q=canarino|value="canarino"/g, '')).not.toContain('canarino')
        expect(a.body).not.toMatch(phone)
      }
      expect(JSON.parse((await read(one, '/members?q=canarino')).body)).toMatchObject({
        members: [],
        total: { value: 0 },
      })
      expect(JSON.parse((await read(one, '/members')).body).total.value).toBe(persons.length + 1)
      for (const site of [one, two])
        for (const emptied of ['teams', collection] as const)
          await site.payload.delete({ collection: emptied, where: { id: { exists: true } } })
    }),
    { numRuns: 6, endOnFailure: true },
  )
}, 180_000)

test('a private edit changes no ETag; a public one changes them all', async () => {
  const member = await addMember(one.payload, {
    ...privately(1),
    slug: 'persona-etag',
    status: 'active',
    reach: 'public',
  })
  const etags = () =>
    Promise.all(
      ['/members', '/members?q=mobili', '/members/persona-etag'].map(async (path) =>
        (await one.fetch(`/api/mokor/v1${path}`)).headers.get('etag'),
      ),
    )
  const before = await etags()
  expect(new Set(before).size).toBe(3)
  const { lastName: _, ...others } = privately(77)
  for (const data of [others, { notes: 'Un’altra nota' }, { lastName: 'Colombo' }])
    await one.payload.update({ collection, id: member.id, data })
  // The initial is public: the same letter changes nothing.
  expect(await etags()).toEqual(before)
  await addMember(one.payload, { ...privately(3), status: 'active', reach: 'network' })
  expect(await etags()).toEqual(before)
  await one.payload.update({ collection, id: member.id, data: { headline: 'Tutt’altro' } })
  const after = await etags()
  expect(after.filter((etag, at) => etag === before[at])).toEqual([])
})
