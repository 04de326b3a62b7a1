// The shortlist's rules: whom it proposes, in which order, and what it never does. Pure.
import fc from 'fast-check'
import { publicReasons, type Reason, reasonWords } from '../../collections/commissions/shortlist/reasons.js'
import {
  type Candidate,
  rankOf,
  reasonsOf,
  type ShortlistParameters,
  type ShortlistRequest,
  shortlist,
} from '../../collections/commissions/shortlist/shortlist.js'
import { complementaryTrades, jobs } from '../../collections/commissions/shortlist/together.js'
import { catalogue } from '../../collections/skills/catalogue.js'
import { municipality } from '../../plugin/geo/index.js'
import { rosterRowOf } from '../../plugin/roster/build.js'
import { byDistance, candidateOf, type RosterQuestion } from '../../plugin/roster/question.js'
import { type JobCounts, noJobs, type RosterMember } from '../../plugin/roster/row.js'

const day = '2026-12-01'
const town = municipality('015146')
const milano = { lat: town?.lat ?? 0, lng: town?.lng ?? 0, province: 'MI' }
const parameters: ShortlistParameters = { places: 12, restDays: 30, openJobsCap: 3, newcomerEvery: 4 }

const joiner = { slug: 'falegname', it: 'Falegname', en: 'Joiner', regulated: false }
const electrician = { slug: 'elettricista', it: 'Elettricista', en: 'Electrician', regulated: true }

const request = (more: Partial<ShortlistRequest> = {}): ShortlistRequest => ({
  trades: [joiner],
  work: 'onsite',
  language: 'it',
  day,
  by: null,
  small: false,
  wanted: [],
  asked: [],
  ...more,
})

const member = (more: Partial<RosterMember> = {}): RosterMember => ({
  id: 'm1',
  name: 'Maria Colnaghi',
  company: false,
  skills: [{ slug: 'falegname', origin: 'practised', years: 12, qualified: null }],
  languages: ['it'],
  onsite: true,
  remote: false,
  availability: { state: 'now', from: null },
  municipality: '015146',
  province: 'MI',
  radiusKm: 25,
  maxOpenJobs: null,
  smallJobs: false,
  ...more,
})

const person = (id: string, more: Partial<RosterMember> = {}, counts: Partial<JobCounts> = {}): Candidate => ({
  row: rosterRowOf(member({ id, ...more }), { ...noJobs, ...counts }),
  way: 'reaches',
  km: 3,
})

const idsOf = (groups: ReturnType<typeof shortlist>, code: string): string[] =>
  groups.find((group) => group.code === code)?.people.map(({ id }) => id) ?? []

const daysAgo = (n: number): string => new Date(Date.parse(day) - n * 86_400_000).toISOString().slice(0, 10)

const anybody = fc
  .record({
    id: fc.uuid(),
    way: fc.constantFrom('reaches', 'everywhere', 'province', 'beyond', 'remote'),
    km: fc.option(fc.integer({ min: 0, max: 300 })),
    skills: fc.uniqueArray(fc.constantFrom('falegname', 'elettricista', 'sarto'), { minLength: 1 }),
    qualified: fc.constantFrom('yes', 'no', 'unknown', null),
    origin: fc.constantFrom('practised', 'aptitude', 'passion'),
    years: fc.option(fc.integer({ min: 0, max: 60 })),
    languages: fc.subarray(['it', 'en', 'ar']),
    state: fc.constantFrom('now', 'from', 'sometimes', 'not-now'),
    from: fc.integer({ min: -20, max: 60 }),
    maxOpenJobs: fc.option(fc.integer({ min: 1, max: 5 })),
    smallJobs: fc.boolean(),
    openJobs: fc.integer({ min: 0, max: 5 }),
    asked: fc.option(fc.integer({ min: 0, max: 60 })),
    served: fc.option(fc.integer({ min: 0, max: 90 })),
    busy: fc.option(fc.integer({ min: -10, max: 20 })),
  })
  .map(
    (one): Candidate => ({
      way: one.way as Candidate['way'],
      km: one.km,
      row: rosterRowOf(
        member({
          id: one.id,
          skills: one.skills.map((slug) => ({
            slug,
            origin: one.origin as 'practised',
            years: one.years,
            qualified: one.qualified as 'yes' | null,
          })),
          languages: one.languages,
          availability: { state: one.state as 'now', from: one.state === 'from' ? daysAgo(-one.from) : null },
          maxOpenJobs: one.maxOpenJobs,
          smallJobs: one.smallJobs,
        }),
        {
          openJobs: one.openJobs,
          asked: one.asked === null ? 0 : 1,
          askedOn: one.asked === null ? null : daysAgo(one.asked),
          served: one.served === null ? 0 : 2,
          servedOn: one.served === null ? null : daysAgo(one.served),
          busyUntil: one.busy === null ? null : daysAgo(-one.busy),
        },
      ),
    }),
  )

const people = fc.uniqueArray(anybody, { selector: ({ row }) => row.id, maxLength: 40 })
const requests = fc
  .record({
    trades: fc.constantFrom([joiner], [electrician], [joiner, electrician]),
    work: fc.constantFrom('onsite', 'remote', 'either'),
    language: fc.constantFrom('it', 'en'),
    small: fc.boolean(),
    by: fc.constantFrom(null, '2026-12-20'),
  })
  .map((one) => request(one as Partial<ShortlistRequest>))
const settings = fc.record({
  places: fc.integer({ min: 1, max: 15 }),
  restDays: fc.integer({ min: 0, max: 60 }),
  openJobsCap: fc.integer({ min: 1, max: 4 }),
  newcomerEvery: fc.integer({ min: 0, max: 6 }),
})

const proposedGroups = ['fitting', 'declared', 'undeclared', 'beyond']

test('whoever has enough jobs, or takes no work now, is in no group that is proposed from; nobody stands twice', () => {
  fc.assert(
    fc.property(requests, people, settings, (asked, candidates, how) => {
      const byId = new Map(candidates.map((one) => [one.row.id, one.row]))
      const groups = shortlist(asked, candidates, { ...how, places: 1000 })
      const everybody = groups.flatMap((group) => group.people.map(({ id }) => id))
      expect(new Set(everybody).size).toBe(everybody.length)
      expect(new Set(everybody)).toEqual(new Set(byId.keys()))
      for (const { code, people: list, total } of groups) {
        expect(total).toBe(list.length)
        if (!proposedGroups.includes(code)) continue
        for (const { id } of list) {
          const row = byId.get(id)
          expect(row?.openJobs).toBeLessThan(Math.min(row?.maxOpenJobs ?? how.openJobsCap, how.openJobsCap))
          expect(row?.availability.state).not.toBe('not-now')
        }
      }
    }),
  )
})

test('every fourth place, or whichever the network keeps, is somebody’s who never had a job, as long as there is one left', () => {
  fc.assert(
    fc.property(requests, people, settings, (asked, candidates, how) => {
      const isNew = new Map(candidates.map(({ row }) => [row.id, row.served === 0]))
      const whole = shortlist(asked, candidates, { ...how, places: 1000 })
      for (const { code, people: list } of shortlist(asked, candidates, how)) {
        const all = whole.find((group) => group.code === code)?.people ?? []
        expect(list.map(({ id }) => id)).toEqual(all.slice(0, how.places).map(({ id }) => id))
        for (const [at, { id }] of list.entries()) {
          if (how.newcomerEvery === 0 || (at + 1) % how.newcomerEvery !== 0) continue
          const left = all.slice(at).some((one) => isNew.get(one.id))
          expect(isNew.get(id)).toBe(left)
        }
      }
    }),
  )
})

test('the order follows from the reasons, but for the places that are kept, and says so', () => {
  fc.assert(
    fc.property(requests, people, settings, (asked, candidates, how) => {
      for (const { people: list } of shortlist(asked, candidates, how)) {
        const usual = list.filter(({ reasons }) => !reasons.some(({ code }) => code === 'kept-place'))
        const ranks = usual.map(({ reasons }) => rankOf(reasons))
        for (const [at, rank] of ranks.slice(1).entries()) {
          const before = ranks[at] as number[]
          const differs = rank.findIndex((value, n) => value !== before[n])
          if (differs >= 0) expect(rank[differs]).toBeGreaterThan(before[differs] as number)
        }
        for (const { reasons } of list)
          for (const { code, params } of reasons)
            for (const lang of ['it', 'en']) expect(reasonWords(code, params, lang)).toMatch(/\S/)
      }
    }),
  )
})

test('titles, years and where a trade comes from give nobody a place before others; nor do the order of reading and names', () => {
  fc.assert(
    fc.property(people, fc.integer(), (candidates, seed) => {
      const shuffled = candidates.toSorted((a, b) => ((a.row.turn ^ seed) >>> 0) - ((b.row.turn ^ seed) >>> 0))
      const otherwise = shuffled.map((one): Candidate => {
        const skillDetails = one.row.skillDetails.map((skill) => ({ ...skill, origin: 'passion' as const, years: 1 }))
        return { ...one, row: { ...one.row, name: 'Altro nome', skillDetails } }
      })
      const order = (list: Candidate[]) =>
        shortlist(request(), list, parameters).map(({ code, people: shown }) => [code, shown.map(({ id }) => id)])
      expect(order(otherwise)).toEqual(order(candidates))
    }),
  )
})

test('where the reasons are alike the turn goes round: over a year everybody is first at times', () => {
  const alike = Array.from({ length: 8 }, (_, n) => person(`m${n}`))
  const first = new Set<string>()
  for (let n = 0; n < 365; n++)
    first.add(idsOf(shortlist(request({ day: daysAgo(n) }), alike, parameters), 'fitting')[0] ?? '')
  expect([...first].sort()).toEqual(alike.map(({ row }) => row.id))
})

test('groups: named by the client first, regulated trades apart, who cannot come, who has enough', () => {
  const declares = (qualified: 'yes' | 'no') =>
    ({ skills: [{ slug: 'elettricista', origin: 'practised', years: 3, qualified }] }) as const
  const groups = shortlist(
    request({ trades: [electrician], wanted: ['w'], asked: ['gone'] }),
    [
      person('gone', declares('yes') as never),
      person('w', declares('no') as never),
      person('yes', declares('yes') as never),
      person('no', declares('no') as never),
      { ...person('far', declares('yes') as never), way: 'beyond', km: 40 },
      person('full', { ...declares('yes'), maxOpenJobs: 1 } as never, { openJobs: 1 }),
      person('later', { ...declares('yes'), availability: { state: 'not-now', from: null } } as never),
    ],
    parameters,
  )
  expect(groups.map(({ code, people: list }) => [code, list.map(({ id }) => id)])).toEqual([
    ['wanted', ['w']],
    ['declared', ['yes']],
    ['undeclared', ['no']],
    ['beyond', ['far']],
    ['full', ['full']],
    ['not-now', ['later']],
  ])
})

test('rests whoever had a job lately, then who was asked lately; a later day comes after', () => {
  const list = [
    person('served', {}, { served: 2, servedOn: daysAgo(3) }),
    person('asked', {}, { asked: 1, askedOn: daysAgo(3) }),
    person('later', { availability: { state: 'from', from: '2026-12-24' } }),
    person('long-ago', {}, { served: 2, servedOn: daysAgo(200), asked: 1, askedOn: daysAgo(200) }),
  ]
  expect(idsOf(shortlist(request(), list, { ...parameters, newcomerEvery: 0 }), 'fitting')).toEqual([
    'long-ago',
    'asked',
    'served',
    'later',
  ])
})

test('reasons in words, and the few of them that a client reads', () => {
  const reasons = reasonsOf(
    person('m1', { skills: [{ slug: 'elettricista', origin: 'passion', years: 1, qualified: 'no' }] }, { openJobs: 1 }),
    request({ trades: [electrician] }),
    parameters,
  )
  const said = (list: readonly Reason[], lang: string) =>
    list.map(({ code, params }) => reasonWords(code, params, lang))
  expect(said(reasons, 'it')).toEqual([
    'Elettricista: passione, da un anno',
    'Elettricista: non dichiara l’abilitazione, il cliente chieda quale certificato serve',
    'a 3 km, si sposta fino a 25',
    'può subito',
    'parla italiano',
    'lavori in corso: 1 (al massimo 3)',
    'mai avuto un lavoro dalla rete',
  ])
  expect(said(publicReasons(reasons), 'en')).toEqual([
    'Electrician: passion, for one year',
    '3 km away, travels up to 25',
    'available now',
    'speaks Italian',
  ])
  expect(publicReasons([{ code: 'of-tomorrow', params: {} }])).toEqual([])
  expect(reasonWords('of-tomorrow', {}, 'it')).toBe('')
})

test('trades that go together: every code is the catalogue’s, none names itself, the network adds its own', () => {
  const known = new Set(catalogue.map(({ slug }) => slug))
  expect(jobs.flat().filter((slug) => !known.has(slug))).toEqual([])
  expect(complementaryTrades(['idraulico'])).toEqual(expect.arrayContaining(['piastrellista', 'caldaista']))
  expect(complementaryTrades(['idraulico'])).not.toContain('idraulico')
  expect(complementaryTrades(['volano'])).toEqual([])
  expect(complementaryTrades(['volano'], [['volano', 'tornio']])).toEqual(['tornio'])
})

test('who comes into question: by their own radius, all over Italy, from the province, remotely only for remote work', () => {
  const question: RosterQuestion = {
    skills: ['falegname'],
    place: milano,
    work: 'onsite',
    beyondKm: 0,
    nearest: null,
  }
  const way = (more: Partial<RosterMember>, asked: Partial<RosterQuestion> = {}) =>
    candidateOf(rosterRowOf(member(more), noJobs), { ...question, ...asked })?.way ?? null
  expect(way({})).toBe('reaches')
  expect(way({ radiusKm: 0 })).toBe('reaches')
  // Monza
  expect(way({ municipality: '108033', radiusKm: 10 })).toBe(null)
  expect(way({ municipality: '108033', radiusKm: 25 })).toBe('reaches')
  expect(way({ municipality: '108033', radiusKm: 10 }, { beyondKm: 50 })).toBe('beyond')
  expect(way({ municipality: '063049', province: 'NA', radiusKm: null })).toBe('everywhere')
  expect(way({ municipality: null })).toBe('province')
  expect(way({ municipality: null, province: 'NA' })).toBe(null)
  expect(way({ onsite: false, remote: true })).toBe(null)
  expect(way({ onsite: false, remote: true }, { work: 'either' })).toBe('remote')
  expect(way({ onsite: false, remote: true }, { work: 'remote', place: null })).toBe('remote')
  expect(way({}, { work: 'remote' })).toBe(null)
  expect(way({ skills: [{ slug: 'sarto', origin: 'practised', years: null, qualified: null }] })).toBe(null)
  fc.assert(
    fc.property(fc.array(anybody), (list) => {
      const sorted = list.map((one) => ({ ...one, way: 'reaches' as const })).toSorted(byDistance)
      expect(sorted.toSorted(byDistance)).toEqual(sorted)
    }),
  )
})
