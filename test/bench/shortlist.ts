// The desk's shortlist beside the plain read of the same people from the database: for a median trade, and for the most frequent one.
import { type ShortlistRequest, shortlist } from '../../collections/commissions/shortlist/shortlist.js'
import { complementaryTrades } from '../../collections/commissions/shortlist/together.js'
import { catalogue } from '../../collections/skills/catalogue.js'
import { type DemoMember, members } from '../../examples/network/seed/people.js'
import { collectionOf, type MongoCollection } from '../../plugin/database/mongo.js'
import { municipality } from '../../plugin/geo/index.js'
import { rosterRowOf } from '../../plugin/roster/build.js'
import { noJobs, type RosterMember, type RosterRow, rosterOf } from '../../plugin/roster/index.js'
import { onsiteFilter } from '../../plugin/roster/mongo.js'
import type { RosterQuestion } from '../../plugin/roster/question.js'
import { allItalyKm } from '../../plugin/roster/row.js'
import { slugOf } from '../../plugin/runtime.js'
import { startSite } from '../support/site.js'
import { oneByOne, sideBySide } from './measure.js'
import { table, verdictOf } from './report.js'

const invented = 1_000
const batch = 2_000
const looks = 40
const day = '2026-11-23'
/** What a shortlist may take at 100,000 members, by how frequent its trade is. */
const mostMs = { median: 50, frequent: 100 }
const mostBesideRead = 1.5

function memberOf(person: DemoMember, n: number, place: string): RosterMember {
  return {
    id: `bench${String(n).padStart(8, '0')}`,
    name: `${person.firstName} ${person.lastName}`,
    company: person.kind === 'company',
    skills: person.skills.flatMap(({ slug, origin, years, qualified }) =>
      slug ? [{ slug, origin, years, qualified }] : [],
    ),
    languages: person.languages,
    onsite: person.modes.includes('onsite'),
    remote: person.modes.includes('remote'),
    availability: { state: person.availability.state, from: person.availability.from?.slice(0, 10) ?? null },
    municipality: place,
    province: municipality(place)?.province ?? 'MI',
    radiusKm: person.radiusKm,
    maxOpenJobs: null,
    smallJobs: n % 3 === 0,
  }
}

/** People repeat, in other places; some have worked. @returns how many have each trade */
async function fill(rows: MongoCollection, count: number): Promise<Map<string, number>> {
  const people = members(Math.min(invented, count), new Date(`${day}T00:00:00Z`))
  const places = people.map((person) => person.municipality)
  const times = new Map<string, number>()
  const writable = rows as unknown as { insertMany(rows: object[], options: object): Promise<unknown> }
  for (let from = 0; from < count; from += batch) {
    const built = Array.from({ length: Math.min(batch, count - from) }, (_, at) => {
      const n = from + at
      const place = places[(n + Math.floor(n / people.length) * 7919) % places.length] as string
      const served = n % 5 === 0 ? { ...noJobs, served: 1, servedOn: '2026-11-01', openJobs: n % 2 } : noJobs
      const row = rosterRowOf(memberOf(people[n % people.length] as DemoMember, n, place), served)
      for (const skill of row.skills) times.set(skill, (times.get(skill) ?? 0) + 1)
      const { id, ...rest } = row
      return { _id: id, ...rest }
    })
    await writable.insertMany(built, { ordered: false })
  }
  return times
}

const milano = municipality('015146')

const questionOf = (skills: readonly string[], nearest: number | null): RosterQuestion => ({
  skills,
  place: { lat: milano?.lat ?? 0, lng: milano?.lng ?? 0, province: 'MI' },
  work: 'onsite',
  beyondKm: 0,
  nearest,
})

const requestOf = (skills: readonly string[]): ShortlistRequest => ({
  trades: skills.map((slug) => ({ slug, it: slug, en: slug, regulated: false })),
  work: 'onsite',
  language: 'it',
  day,
  by: null,
  small: false,
  wanted: [],
  asked: [],
})

const parameters = { places: 12, restDays: 30, openJobsCap: 3, newcomerEvery: 4 }
const nothing = async (): Promise<void> => {}

/** @param sizes how many active members there are */
export async function shortlists(sizes: readonly number[]): Promise<void> {
  for (const count of sizes) {
    const site = await startSite({ database: 'mongo' })
    const rows = collectionOf(site.payload, slugOf(site.payload, 'roster'))
    const times = await fill(rows, count)
    const roster = rosterOf(site.payload)
    await roster.prepare()
    const byTimes = [...times].toSorted((a, b) => a[1] - b[1])
    const trades = { median: byTimes[byTimes.length >> 1]?.[0] ?? '', frequent: byTimes.at(-1)?.[0] ?? '' }
    const figures: Record<string, Awaited<ReturnType<typeof oneByOne>>> = {}
    for (const [name, trade] of Object.entries(trades) as ['median' | 'frequent', string][]) {
      const question = questionOf([trade], null)
      const filter = onsiteFilter(question, allItalyKm) ?? {}
      const list = async () => shortlist(requestOf([trade]), await roster.candidates(question), parameters)
      const read = async () => rows.find<RosterRow>(filter, { projection: { digest: 0 } }).toArray()
      const [found, people] = [(await roster.candidates(question)).length, (await read()).length]
      const { ours, plain } = await sideBySide({ ours: list, plain: read }, { seconds: 1, rounds: 4, workers: 1 })
      figures[`${name} trade (${trade}, ${found})`] = ours
      figures[`  plain read of ${people}`] = plain
      verdictOf(
        `at ${count} members a shortlist takes at most ${mostBesideRead} × the plain read (${name} trade): ${(ours.p50 / plain.p50).toFixed(2)}`,
        ours.p50 <= mostBesideRead * plain.p50,
      )
      if (count <= 100_000)
        verdictOf(
          `at ${count} members a shortlist takes at most ${mostMs[name]} ms (${name} trade): ${ours.p50.toFixed(1)}`,
          ours.p50 <= mostMs[name],
        )
    }
    const together = complementaryTrades([trades.frequent])
    const sectors = catalogue.filter(({ sector }) => sector === 'home').map(({ slug }) => slug)
    for (const [name, skills] of [
      ['complementary', together],
      ['useful', sectors],
    ] as const)
      figures[`${name}: the 300 nearest of ${skills.length} trades`] = await oneByOne(looks, nothing, async () =>
        shortlist(requestOf(skills), await roster.candidates(questionOf(skills, 300)), parameters),
      )
    table(`The shortlist of a request in Milano, ${count} active members (one at a time)`, figures)
    await site.close()
  }
}
