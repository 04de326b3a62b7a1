// Pages and counts around a place on MongoDB: ring by ring, then those who come from outside the circle.
import type { Filter, MongoCollection } from '../../../database/mongo.js'
import { Memory } from '../../cache.js'
import { type BeyondTown, circleOfTowns, travelRadii } from '../../near.js'
import { alongCircle, isPosition, type Position } from '../../position.js'
import type { DirectoryQuery } from '../../query.js'
import { byBytes } from '../../words.js'
import type { ListedRow, Reach } from '../engine.js'
import {
  all,
  allOverItaly,
  bandFilter,
  comingFrom,
  everyWord,
  filterOf,
  type InhabitedCircle,
  indexes,
  nearFilter,
  onSite,
} from './filters.js'
import { bandsOf, type ListedRows, type Placed, type Start } from './rows.js'

/** A ring with more rows than this is read along the circle; smaller ones are read whole, several at once. */
const readWhole = 100

export interface NearPages {
  page(query: DirectoryQuery, terms: string[][], from: Start, need: number, version: string): Promise<Placed[]>
  circleIn(query: DirectoryQuery, version: string): Promise<InhabitedCircle | null>
  reach(query: DirectoryQuery, terms: string[][], version: string): Promise<Reach | null>
}

export function nearPages(rowsOf: () => MongoCollection, listed: ListedRows): NearPages {
  const ringCounts = new Memory<Map<string | null, number>>(200)
  const comingCounts = new Memory<Map<string, number>>(200)
  const inhabited = new Memory<ReadonlySet<string>>(3)
  const circles = new Memory<InhabitedCircle>(50)

  const circleIn = async ({ near }: DirectoryQuery, version: string): Promise<InhabitedCircle | null> =>
    near &&
    circles.get(`${version} ${JSON.stringify(near)}`, async () => {
      const towns = await inhabited.get(version, () => townsOf(rowsOf()))
      const circle = circleOfTowns(near, towns)
      return { ...circle, elsewhere: [...towns].filter((town) => !circle.kmOf.has(town)) }
    })

  /** With a place: those in the circle, then those who come from outside it. */
  async function nearPage(
    query: DirectoryQuery,
    terms: string[][],
    from: Start,
    need: number,
    version: string,
  ): Promise<Placed[]> {
    const circle = (await circleIn(query, version)) as InhabitedCircle
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
        countByTown(rowsOf(), all(base, nearFilter(circle))),
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
        const rows = await listed.circular(filter, undefined, rest, need - found.length)
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
        const rows = await listed.circular(filter, undefined, first ?? { start: from.start }, need - found.length)
        found.push(...rows.map(placed))
      } else {
        const rows = await listed.all(filter)
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
      const counted = await rowsOf()
        .aggregate<{ _id: { town: string; radius: number }; n: number }>([{ $match: filter }, group])
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
      rowsOf()
        .aggregate<{ n: number }>([{ $match: all(base, allOverItaly) }, { $count: 'n' }])
        .toArray(),
    ])
    return { comes: [...coming.values()].reduce((sum, n) => sum + n, 0), everywhere: everywhere?.n ?? 0 }
  }

  return { page: nearPage, circleIn, reach: countReach }
}

interface Ring<T> {
  km: number
  towns: T[]
  count: number
}
interface RingReading<T> {
  filterOf(towns: T[]): Filter
  placed(row: ListedRow): Placed
}

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
