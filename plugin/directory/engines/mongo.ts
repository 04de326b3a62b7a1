// The engine for MongoDB: keyset pages along its indexes, capped work, everything through the adapter's own connection.
import type { Payload } from 'payload'
import { boundedCollectionOf, type Filter, type IndexKeys, type MongoCollection } from '../../database/mongo.js'
import { slugOf } from '../../runtime.js'
import { Memory } from '../cache.js'
import { newestCount } from '../changes.js'
import { type BeyondTown, type Circle, circleOfTowns, travelRadii } from '../near.js'
import { alongCircle, isPosition, type Position, positionAfter } from '../position.js'
import { type DirectoryQuery, type FacetName, facetNames } from '../query.js'
import { versionOf } from '../version.js'
import { type AskedWord, beginnings, byBytes, termsAsked } from '../words.js'
import { type Counts, type Engine, type ListedRow, prefixWords, type Reach, type WholeRow } from './engine.js'

/** Equality, then order: each serves one way of asking. No index can hold two lists. */
const indexes = {
  turn: { turn: 1 },
  provinceTurn: { province: 1, turn: 1 },
  skillsTurn: { skills: 1, turn: 1 },
  provinceSkillsTurn: { province: 1, skills: 1, turn: 1 },
  kindTurn: { kind: 1, turn: 1 },
  municipalityTurn: { municipality: 1, turn: 1 },
  radiusMunicipalityTurn: { radiusKm: 1, municipality: 1, turn: 1 },
  strongTurn: { strong: 1, turn: 1 },
  tokensTurn: { tokens: 1, turn: 1 },
} satisfies Record<string, IndexKeys>

/** What lists do not show: less to read, less to decode. */
const unlisted = {
  _id: 0,
  skills: 0,
  experience: 0,
  lat: 0,
  lng: 0,
  radiusKm: 0,
  links: 0,
  phone: 0,
  strong: 0,
  tokens: 0,
  digest: 0,
  'skillDetails.note': 0,
}
const unseen = { strong: 0, tokens: 0 }

/** A ring with more rows than this is read along the circle; smaller ones are read whole, several at once. */
const readWhole = 100

interface Placed {
  row: ListedRow
  band: 0 | 1
  km: number | null
  turn: number
  comes: boolean
}

export function mongoEngine(payload: Payload): Engine {
  let opened: { rows: MongoCollection; changes: MongoCollection } | null = null
  // Opened when first asked: Payload may still be connecting when the engine is made.
  const db = () => {
    opened ??= {
      rows: boundedCollectionOf(payload, slugOf(payload, 'directory')),
      changes: boundedCollectionOf(payload, slugOf(payload, 'changes')),
    }
    return opened
  }
  const vocabulary = new Memory<string[]>(500)
  const termLists = new Memory<string[][][]>(500)
  const ringCounts = new Memory<Map<string | null, number>>(200)
  const comingCounts = new Memory<Map<string, number>>(200)
  const inhabited = new Memory<ReadonlySet<string>>(3)
  const circles = new Memory<InhabitedCircle>(50)

  const circleIn = async ({ near }: DirectoryQuery, version: string): Promise<InhabitedCircle | null> =>
    near &&
    circles.get(`${version} ${JSON.stringify(near)}`, async () => {
      const towns = await inhabited.get(version, () => townsOf(db().rows))
      const circle = circleOfTowns(near, towns)
      return { ...circle, elsewhere: [...towns].filter((town) => !circle.kmOf.has(town)) }
    })

  /** Lists of terms that stand for each word, the last one's prefix included. */
  const listsOf = (words: readonly AskedWord[], version: string): Promise<string[][][]> =>
    termLists.get(`${version} ${JSON.stringify(words)}`, () => lookUp(words, version))

  async function lookUp(words: readonly AskedWord[], version: string): Promise<string[][][]> {
    const begun = new Map<string, string[]>()
    const look = async (beginning: string) =>
      begun.set(beginning, await vocabulary.get(`${version} ${beginning}`, () => wordsLike(db().rows, beginning)))
    await Promise.all(beginnings(words).map(look))
    return termsAsked(words, (beginning) => begun.get(beginning) ?? [])
  }

  const termsOfWords = async (query: DirectoryQuery, version: string): Promise<string[][]> =>
    (await listsOf(query.words, version)).flat()

  async function along(filter: Filter, hint: IndexKeys | undefined, range: Filter, need: number): Promise<ListedRow[]> {
    const options = { projection: unlisted, sort: { turn: 1 }, limit: need, ...(hint ? { hint } : {}) }
    const rows = await db()
      .rows.find<ListedRow>({ ...filter, turn: range }, options)
      .toArray()
    const [last, before] = [rows.at(-1), rows.at(-2)]
    // Two rows of one turn at the end: the page may cut their group, whose order is ours to give.
    if (rows.length < need || !last || last.turn !== before?.turn) return rows.sort(byTurn)
    const group = await db()
      .rows.find<ListedRow>({ ...filter, turn: last.turn }, { projection: unlisted })
      .toArray()
    return [...rows.filter((row) => row.turn !== last.turn), ...group].sort(byTurn)
  }

  /** Rows of one class after `from`, along the day's circle. */
  async function circular(
    filter: Filter,
    hint: IndexKeys | undefined,
    from: Start,
    need: number,
  ): Promise<ListedRow[]> {
    const { start } = from
    const after = isPosition(from) ? from : null
    const found: ListedRow[] = []
    const take = async (range: Filter, skip: number) => {
      const rows = await along(filter, hint, range, need - found.length + skip)
      let left = skip
      found.push(...rows.filter((row) => !(after && row.turn === after.turn && left-- > 0)))
    }
    if (!after) await take({ $gte: start }, 0)
    else if (after.turn >= start) await take({ $gte: after.turn }, after.shown)
    if (found.length >= need) return found
    if (after && after.turn < start) await take({ $gte: after.turn, $lt: start }, after.shown)
    else if (start > 0) await take({ $lt: start }, 0)
    return found
  }

  /** Without a place each band is one circle. */
  async function plainPage(query: DirectoryQuery, from: Start, need: number, version: string): Promise<Placed[]> {
    const terms = await termsOfWords(query, version)
    const found: Placed[] = []
    for (const band of bandsOf(query)) {
      if (isPosition(from) && from.band > band) continue
      const begin = isPosition(from) && from.band === band ? from : { start: from.start }
      const filter = all(filterOf(query), bandFilter(terms, band))
      const rows = await circular(filter, hintOf(query, band), begin, need - found.length)
      found.push(...rows.map((row) => ({ row, band, km: null, turn: row.turn, comes: false })))
      if (found.length >= need) break
    }
    return found
  }

  /** With a place: those in the circle, then those who come from outside it. */
  async function nearPage(query: DirectoryQuery, from: Start, need: number, version: string): Promise<Placed[]> {
    const circle = (await circleIn(query, version)) as InhabitedCircle
    const terms = await termsOfWords(query, version)
    const isBehind = isPosition(from) && from.comes
    const inside = isBehind ? [] : await insidePage(query, circle, terms, from, need, version)
    if (inside.length >= need) return inside
    const begin = isBehind ? from : { start: from.start }
    return [...inside, ...(await comingPage(query, circle, terms, begin, need - inside.length, version))]
  }

  /** Ring by ring. Counts by town say which rings hold anybody, so that none is asked in vain. */
  async function insidePage(
    query: DirectoryQuery,
    circle: InhabitedCircle,
    terms: string[][],
    from: Start,
    need: number,
    version: string,
  ): Promise<Placed[]> {
    const found: Placed[] = []
    for (const band of bandsOf(query)) {
      if (isPosition(from) && from.band > band) continue
      const begin = isPosition(from) && from.band === band ? from : null
      const base = all(filterOf(query), bandFilter(terms, band))
      const counts = await ringCounts.get(`${version} ${band} ${JSON.stringify(query)}`, () =>
        countByTown(db().rows, all(base, nearFilter(circle))),
      )
      const rings: Ring<string>[] = circle.rings
        .map(({ km, towns }) => ({ km, towns, count: towns.reduce((sum, town) => sum + (counts.get(town) ?? 0), 0) }))
        .filter((ring) => ring.count > 0 && (begin === null || (begin.km !== null && ring.km >= begin.km)))
      const near: RingReading<string> = {
        filterOf: (towns) => all(base, { municipality: { $in: towns } }),
        placed: (row) => ({
          row,
          band,
          km: circle.kmOf.get(row.municipality ?? '') ?? null,
          turn: row.turn,
          comes: false,
        }),
      }
      found.push(...(await ringByRing(rings, near, begin ?? { start: from.start }, need - found.length)))
      if (found.length < need && (counts.get(null) ?? 0) > 0) {
        const filter = all(base, { lat: null }, { province: { $in: circle.provinces } })
        const rest = begin && begin.km === null ? begin : { start: from.start }
        const rows = await circular(filter, undefined, rest, need - found.length)
        found.push(...rows.map((row) => ({ row, band, km: null, turn: row.turn, comes: false })))
      }
      if (found.length >= need) break
    }
    return found
  }

  /** Those who travel that far, ring by ring too. */
  async function comingPage(
    query: DirectoryQuery,
    circle: InhabitedCircle,
    terms: string[][],
    from: Start,
    need: number,
    version: string,
  ): Promise<Placed[]> {
    const base = all(filterOf(query), everyWord('tokens', terms))
    const counts = await countComing(query, base, circle, version)
    const begin = isPosition(from) ? from : null
    const rings: Ring<BeyondTown>[] = circle.beyond
      .map(({ km, towns }) => ({ km, towns, count: towns.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0) }))
      .filter((ring) => ring.count > 0 && (begin === null || ring.km >= (begin.km ?? 0)))
    const beyond: RingReading<BeyondTown> = {
      filterOf: (towns) => all(base, comingFrom(towns)),
      placed: (row) => {
        const km = circle.beyondOf.get(row.municipality ?? '')?.km ?? null
        return { row, band: 0, km, turn: row.turn, comes: true }
      },
    }
    return ringByRing(rings, beyond, from, need)
  }

  /** Rows of rings in order after `from`: several small rings at once, a large one along the circle. */
  async function ringByRing<T>(rings: Ring<T>[], { filterOf, placed }: RingReading<T>, from: Start, need: number) {
    const found: Placed[] = []
    while (found.length < need && rings.length > 0) {
      const batch = takeBatch(rings, need - found.length)
      const filter = filterOf(batch.flatMap((ring) => ring.towns))
      const first = isPosition(from) && batch[0]?.km === from.km ? from : null
      if (batch.length === 1) {
        const rows = await circular(filter, undefined, first ?? { start: from.start }, need - found.length)
        found.push(...rows.map(placed))
      } else {
        const rows = await db().rows.find<ListedRow>(filter, { projection: unlisted }).toArray()
        found.push(...inOrder(rows.map(placed), from.start, first))
      }
    }
    return found
  }

  /** How many come from each town outside the circle. */
  function countComing(
    query: DirectoryQuery,
    base: Filter,
    circle: InhabitedCircle,
    version: string,
  ): Promise<Map<string, number>> {
    return comingCounts.get(`${version} ${JSON.stringify(query)}`, async () => {
      if (circle.beyondOf.size === 0) return new Map()
      // Every radius from every town, by one index; what does not reach is dropped here.
      const filter = all(base, onSite, {
        radiusKm: { $in: travelRadii },
        municipality: { $in: [...circle.beyondOf.keys()] },
      })
      const group = { $group: { _id: { town: '$municipality', radius: '$radiusKm' }, n: { $sum: 1 } } }
      const counted = await db()
        .rows.aggregate<{ _id: { town: string; radius: number }; n: number }>([{ $match: filter }, group])
        .toArray()
      const counts = new Map<string, number>()
      for (const { _id, n } of counted)
        if (_id.radius >= (circle.beyondOf.get(_id.town)?.leastRadius ?? Number.POSITIVE_INFINITY))
          counts.set(_id.town, (counts.get(_id.town) ?? 0) + n)
      return counts
    })
  }

  async function countReach(query: DirectoryQuery, terms: string[][], version: string): Promise<Reach | null> {
    const circle = await circleIn(query, version)
    if (!circle) return null
    const base = all(filterOf(query), everyWord('tokens', terms))
    const [coming, [everywhere]] = await Promise.all([
      countComing(query, base, circle, version),
      db()
        .rows.aggregate<{ n: number }>([{ $match: all(base, allOverItaly) }, { $count: 'n' }])
        .toArray(),
    ])
    return { comes: [...coming.values()].reduce((sum, n) => sum + n, 0), everywhere: everywhere?.n ?? 0 }
  }

  return {
    async prepare() {
      const wanted = Object.values(indexes).map((key) => ({ key, name: Object.keys(key).join('_') }))
      await db().rows.createIndexes(wanted)
    },

    async version() {
      const options = { projection: { _id: 1 }, sort: { _id: -1 }, limit: newestCount }
      const newest = await db().changes.find<{ _id: string }>({}, options).toArray()
      return versionOf(newest.map((entry) => entry._id))
    },

    async page(query, from, limit, version) {
      const found = await (query.near ? nearPage : plainPage)(query, from, limit + 1, version)
      const shown = found.slice(0, limit)
      return {
        rows: shown.map(({ row, km, comes }) => ({ row, km, comes })),
        next: found.length > limit ? positionAfter(shown, from) : null,
      }
    },

    async counts(query, version) {
      const [terms, circle] = await Promise.all([termsOfWords(query, version), circleIn(query, version)])
      const [counts, reach] = await Promise.all([
        countFacets(db().rows, query, terms, circle),
        countReach(query, terms, version),
      ])
      return { ...counts, reach }
    },

    async known(words, version) {
      const lists = await listsOf(words, version)
      const borne = await Promise.all(
        lists.map((terms) =>
          db().rows.findOne(everyWord('tokens', terms), { projection: { _id: 1 }, hint: indexes.tokensTurn }),
        ),
      )
      return words.filter((_, at) => borne[at] !== null)
    },

    async row(slug) {
      const found = await db().rows.findOne<Omit<WholeRow, 'id'> & { _id: string }>({ slug }, { projection: unseen })
      if (!found) return null
      const { _id: id, ...row } = found
      return { id, ...row }
    },
  }
}

/** Of the towns where somebody stands those inside, and those that are not. */
interface InhabitedCircle extends Circle {
  elsewhere: string[]
}

type Start = Position | { start: number }
interface Ring<T> {
  km: number
  towns: T[]
  count: number
}
interface RingReading<T> {
  filterOf(towns: T[]): Filter
  placed(row: ListedRow): Placed
}

const byTurn = (a: ListedRow, b: ListedRow): number => a.turn - b.turn || byBytes(a.slug, b.slug)

const bandsOf = (query: DirectoryQuery): (0 | 1)[] => (query.words.length === 0 ? [0] : [0, 1])

/** Several small rings, or one large. */
function takeBatch<T>(rings: Ring<T>[], need: number): Ring<T>[] {
  const batch: Ring<T>[] = []
  let count = 0
  while (rings[0] && count < need && (batch.length === 0 || count + rings[0].count <= readWhole)) {
    const ring = rings.shift() as Ring<T>
    batch.push(ring)
    count += ring.count
    if (ring.count > readWhole) break
  }
  return batch
}

function inOrder(placed: Placed[], start: number, after: Position | null): Placed[] {
  const key = (one: { km: number | null; turn: number }) => [one.km ?? 0, alongCircle(one.turn, start)] as const
  const order = (a: { km: number | null; turn: number }, b: { km: number | null; turn: number }) => {
    const [[kmA, alongA], [kmB, alongB]] = [key(a), key(b)]
    return kmA - kmB || alongA - alongB
  }
  placed.sort((a, b) => order(a, b) || byBytes(a.row.slug, b.row.slug))
  if (!after) return placed
  let skip = after.shown
  return placed.filter((one) => {
    const where = order(one, after)
    return where > 0 || (where === 0 && --skip < 0)
  })
}

const oneOf = (values: string[]): unknown => (values.length === 1 ? values[0] : { $in: values })

/** All of them; flat where their keys differ, which the planner reads best. */
function all(...filters: Filter[]): Filter {
  const keys = filters.flatMap((filter) => Object.keys(filter))
  if (new Set(keys).size === keys.length) return Object.assign({}, ...filters)
  return { $and: filters.filter((filter) => Object.keys(filter).length > 0) }
}

/** Filters of a question without its words and place, and without the facet that is to be ignored. */
function filterOf(query: DirectoryQuery, ignored: FacetName | null = null): Filter {
  const chosen = (name: FacetName, field: string): Filter =>
    query[name].length > 0 && name !== ignored ? { [field]: oneOf(query[name]) } : {}
  return all(
    chosen('province', 'province'),
    chosen('skill', 'skills'),
    chosen('kind', 'kind'),
    chosen('mode', 'modes'),
    query.speaks.length > 0 ? { languages: oneOf(query.speaks) } : {},
    query.available ? availableOn(query.day) : {},
    query.travels === 'italy' ? allOverItaly : {},
  )
}

const onSite: Filter = { modes: 'onsite' }
const allOverItaly: Filter = { ...onSite, radiusKm: null }

/** From these towns, whoever travels far enough from each. */
function comingFrom(towns: BeyondTown[]): Filter {
  const branches = travelRadii.flatMap((least) => {
    const there = towns.filter(({ leastRadius }) => leastRadius === least).map(({ code }) => code)
    if (there.length === 0) return []
    return [{ radiusKm: { $in: travelRadii.filter((radius) => radius >= least) }, municipality: { $in: there } }]
  })
  return all(onSite, branches.length === 1 ? (branches[0] as Filter) : { $or: branches })
}

const availableOn = (day: string): Filter => ({
  $or: [
    { 'availability.state': { $in: ['now', 'sometimes'] } },
    { 'availability.state': 'from', 'availability.from': { $lte: day } },
    { 'availability.state': 'from', 'availability.from': null },
  ],
})

/** By the shorter of two lists: each town that is named costs. */
function nearFilter(circle: InhabitedCircle | null): Filter {
  if (!circle) return {}
  const { kmOf, elsewhere, provinces } = circle
  const municipality = kmOf.size <= elsewhere.length ? { $in: [...kmOf.keys()] } : { $nin: [...elsewhere, null] }
  return { $or: [{ municipality }, { lat: null, province: { $in: provinces } }] }
}

const holding = (field: 'strong' | 'tokens', terms: string[][]): Filter[] =>
  terms.map((any) => ({ [field]: oneOf(any) }))

const everyWord = (field: 'strong' | 'tokens', terms: string[][]): Filter => all(...holding(field, terms))

/** Band 0: every word is strong. Band 1: every word is there, not all of them strong. */
function bandFilter(terms: string[][], band: 0 | 1): Filter {
  if (terms.length === 0) return {}
  if (band === 0) return everyWord('strong', terms)
  return all(everyWord('tokens', terms), { $nor: [everyWord('strong', terms)] })
}

function hintOf(query: DirectoryQuery, band: 0 | 1): IndexKeys {
  if (query.words.length > 0) return band === 0 ? indexes.strongTurn : indexes.tokensTurn
  if (query.province.length > 0 && query.skill.length > 0) return indexes.provinceSkillsTurn
  if (query.skill.length > 0) return indexes.skillsTurn
  if (query.province.length > 0) return indexes.provinceTurn
  if (query.kind.length > 0) return indexes.kindTurn
  return indexes.turn
}

/** Every town that a row names, read off the index from each to the next. */
async function townsOf(rows: MongoCollection): Promise<ReadonlySet<string>> {
  const named = await rows
    .aggregate<{ _id: string | null }>([{ $group: { _id: '$municipality' } }], { hint: indexes.municipalityTurn })
    .toArray()
  return new Set(named.flatMap(({ _id }) => _id ?? []))
}

/** Rows by town; those known only by province under null. */
async function countByTown(rows: MongoCollection, filter: Filter): Promise<Map<string | null, number>> {
  const town = { $cond: [{ $eq: [{ $ifNull: ['$lat', null] }, null] }, null, '$municipality'] }
  const counted = await rows
    .aggregate<{ _id: string | null; n: number }>([{ $match: filter }, { $group: { _id: town, n: { $sum: 1 } } }])
    .toArray()
  return new Map(counted.map(({ _id, n }) => [_id, n]))
}

/**
 * The published words that begin like `prefix`, in byte order: read off the index itself, from each word to the next.
 * A batch of keys goes past many rare words at once; a frequent word is jumped over.
 */
async function wordsLike(rows: MongoCollection, prefix: string): Promise<string[]> {
  const words: string[] = []
  const end = { tokens: `${prefix}\u{10FFFF}`, turn: 0 }
  let from: Filter = { tokens: prefix, turn: 0 }
  for (;;) {
    const keys = await rows
      .find<{ tokens: string }>(
        {},
        { hint: indexes.tokensTurn, min: from, max: end, returnKey: true, limit: keysAtOnce },
      )
      .toArray()
    for (const { tokens } of keys) {
      if (tokens === words.at(-1)) continue
      words.push(tokens)
      if (words.length === prefixWords) return words
    }
    if (keys.length < keysAtOnce) return words
    from = { tokens: words.at(-1), turn: afterAllTurns }
  }
}

const keysAtOnce = 100
const afterAllTurns = 2 ** 31

/** Counts of each value of each facet. */
async function countFacets(
  rows: MongoCollection,
  query: DirectoryQuery,
  terms: string[][],
  circle: InhabitedCircle | null,
): Promise<Omit<Counts, 'reach'>> {
  const matchOf = (facet: FacetName | null) =>
    all(filterOf(query, facet), nearFilter(circle), everyWord('tokens', terms))
  // Around a place it is finding the rows that costs: where all facets count the same ones they are found once.
  const once = circle !== null && facetNames.every((facet) => query[facet].length === 0)
  const groups = once ? await countTogether(rows, matchOf(null)) : await countApart(rows, matchOf)
  const facets = Object.fromEntries(
    facetNames.map((facet) => [facet, new Map(groups[facet].map(({ _id, n }) => [_id, n]))]),
  ) as Counts['facets']
  // Everybody has exactly one kind: the chosen kinds add up to the total.
  const kinds = query.kind.length > 0 ? query.kind : [...facets.kind.keys()]
  return { total: kinds.reduce((sum, kind) => sum + (facets.kind.get(kind) ?? 0), 0), facets }
}

type Groups = Record<FacetName, { _id: string; n: number }[]>

async function countTogether(rows: MongoCollection, match: Filter): Promise<Groups> {
  const counted = { kind: 1, province: 1, skills: 1, modes: 1 }
  const [groups] = await rows
    .aggregate<Groups>([{ $match: match }, { $project: { _id: 0, ...counted } }, { $facet: countBy }])
    .toArray()
  return groups as Groups
}

async function countApart(rows: MongoCollection, matchOf: (facet: FacetName) => Filter): Promise<Groups> {
  const counted = facetNames.map(async (facet) => {
    const match = matchOf(facet)
    const pipeline = [{ $match: match }, ...countBy[facet]]
    return [facet, await rows.aggregate(pipeline, coveredBy(facet, match)).toArray()] as const
  })
  return Object.fromEntries(await Promise.all(counted)) as Groups
}

const by = (field: string): object => ({ $group: { _id: `$${field}`, n: { $sum: 1 } } })
/** Equal lists are counted before they are taken apart: there are far fewer of them than rows. */
const byEach = (field: string): object[] => [
  by(field),
  { $unwind: '$_id' },
  { $group: { _id: '$_id', n: { $sum: '$n' } } },
]

const countBy: Record<FacetName, object[]> = {
  kind: [by('kind')],
  province: [by('province')],
  skill: byEach('skills'),
  mode: byEach('modes'),
}

/** Counting everybody by one field, its index alone serves and no row is read; the planner does not see that by itself. */
function coveredBy(facet: FacetName, match: Filter): { hint?: IndexKeys } {
  if (Object.keys(match).length > 0) return {}
  if (facet === 'kind') return { hint: indexes.kindTurn }
  if (facet === 'province') return { hint: indexes.provinceTurn }
  return {}
}
