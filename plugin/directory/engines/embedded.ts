// The engine for databases other than MongoDB: an index in this process, fed by `mokor-changes`.
//
// A small index of our own rather than a search library: libraries rank, stem and match prefixes in their own ways, and these answers
// must equal the MongoDB engine's to the byte. What is left after that (sets of rows by term, a sorted vocabulary) is less than the
// adapter code a library would need.
import type { Payload } from 'payload'
import { followRows, type RowIndex } from '../../read-model/copy.js'
import { type Circle, circleOf, kmComing } from '../near.js'
import { alongCircle, isPosition, type Position, positionAfter } from '../position.js'
import { directoryModel } from '../publish.js'
import { type DirectoryQuery, type FacetName, isAvailable } from '../query.js'
import type { DirectoryRow } from '../row.js'
import { versionOf } from '../version.js'
import { type AskedWord, byBytes, termsAsked } from '../words.js'
import { type Counts, type Engine, type Page, prefixWords, type WholeRow } from './engine.js'

interface Match {
  row: DirectoryRow
  band: 0 | 1
  km: number | null
  turn: number
  comes: boolean
}

export function embeddedEngine(payload: Payload): Engine {
  const look = followRows<DirectoryRow, Index>(payload, directoryModel, (rows) => new Index(rows))
  let index: Index | null = null
  return {
    prepare: async () => {},
    async version() {
      const now = await look()
      index = now.index
      return versionOf(now.newest)
    },
    page: async (query, from, limit) => ready(index).page(query, from, limit),
    counts: async (query) => ready(index).counts(query),
    known: async (words) => ready(index).known(words),
    row: async (slug) => ready(index).row(slug),
  }
}

function ready(index: Index | null): Index {
  if (!index) throw new Error('the directory was asked before its version was read')
  return index
}

type Postings = Map<string, Set<DirectoryRow>>

/** Rows in rotation order, and by term. */
class Index implements RowIndex<DirectoryRow> {
  private rows: DirectoryRow[]
  private readonly byId = new Map<string, DirectoryRow>()
  private readonly bySlug = new Map<string, DirectoryRow>()
  private readonly strong: Postings = new Map()
  private readonly tokens: Postings = new Map()
  /** Every term of `tokens` in byte order; made when a prefix asks for it. */
  private vocabulary: string[] | null = null

  constructor(rows: DirectoryRow[]) {
    this.rows = rows.toSorted(byTurn)
    for (const row of rows) this.enter(row)
  }

  /** Rows of these ids are now those given; ids without a row are gone. */
  replace(ids: string[], rows: DirectoryRow[]): void {
    const gone = new Set(ids)
    for (const id of ids) {
      const row = this.byId.get(id)
      if (row) this.remove(row)
    }
    for (const row of rows) this.enter(row)
    this.rows = [...this.rows.filter((row) => !gone.has(row.id)), ...rows].sort(byTurn)
    this.vocabulary = null
  }

  row(slug: string): WholeRow | null {
    return this.bySlug.get(slug) ?? null
  }

  page(query: DirectoryQuery, from: Position | { start: number }, limit: number): Page {
    const matches = query.words.length === 0 && !query.near ? this.walk(query, from, limit) : this.rank(query, from)
    const shown = matches.slice(0, limit)
    return {
      rows: shown.map(({ row, km, comes }) => ({ row, km, comes })),
      next: matches.length > limit ? positionAfter(shown, from) : null,
    }
  }

  counts(query: DirectoryQuery): Counts {
    const facets: Counts['facets'] = { kind: new Map(), province: new Map(), skill: new Map(), mode: new Map() }
    const add = (name: FacetName, values: readonly string[]) => {
      for (const value of values) facets[name].set(value, (facets[name].get(value) ?? 0) + 1)
    }
    const test = this.testOf(query)
    const circle = query.near && circleOf(query.near)
    const reach = circle && { comes: 0, everywhere: 0 }
    let total = 0
    for (const row of this.found(query)) {
      if (circle && reach && test(row, anywhere) === null) {
        if (kmComing(row, circle) !== null) reach.comes += 1
        if (worksEverywhere(row)) reach.everywhere += 1
      }
      const failed = test(row)
      if (failed === 'other') continue
      if (failed === null) total += 1
      for (const name of Object.keys(facets) as FacetName[])
        if (failed === null || failed === name) add(name, valuesOf[name](row))
    }
    return { total, facets, reach }
  }

  /** Without words and place the rows' own order serves: go along it and stop when the page is full. */
  private walk(query: DirectoryQuery, from: Position | { start: number }, limit: number): Match[] {
    const test = this.testOf(query)
    const matches: Match[] = []
    const count = this.rows.length
    const origin = isPosition(from) ? from.turn : from.start
    const first = lowerBound(this.rows, origin)
    const end = lowerBound(this.rows, from.start)
    let skip = isPosition(from) ? from.shown : 0
    const steps = origin >= from.start ? count - first + end : end - first
    for (let step = 0; step < steps && matches.length <= limit; step++) {
      const row = this.rows[(first + step) % count] as DirectoryRow
      if (test(row) !== null) continue
      if (skip > 0 && row.turn === origin) skip -= 1
      else matches.push({ row, band: 0, km: null, turn: row.turn, comes: false })
    }
    return matches
  }

  /** With words or a place: all that match, in order, after `from`. */
  private rank(query: DirectoryQuery, from: Position | { start: number }): Match[] {
    const test = this.testOf(query)
    const circle = query.near && circleOf(query.near)
    const best = query.words.length === 0 ? null : this.holding(query.words, this.strong)
    const matches: Match[] = []
    for (const row of this.found(query)) {
      const { turn } = row
      const coming = circle && kmComing(row, circle)
      if (test(row) === null) {
        const band = best === null || best.has(row) ? 0 : 1
        matches.push({ row, band, km: circle ? kmTo(row, circle) : null, turn, comes: false })
      } else if (coming !== null && test(row, anywhere) === null)
        matches.push({ row, band: 0, km: coming, turn, comes: true })
    }
    const order = orderFrom(from.start)
    matches.sort((a, b) => order(a, b) || byBytes(a.row.slug, b.row.slug))
    if (!isPosition(from)) return matches
    let skip = from.shown
    return matches.filter((match) => {
      const where = order(match, from)
      return where > 0 || (where === 0 && --skip < 0)
    })
  }

  /** Rows that hold every word; all of them without words. */
  private found(query: DirectoryQuery): Iterable<DirectoryRow> {
    return query.words.length === 0 ? this.rows : this.holding(query.words, this.tokens)
  }

  known(words: readonly AskedWord[]): AskedWord[] {
    return words.filter((_, at) => this.meeting(this.listsOf(words)[at] ?? [], this.tokens).size > 0)
  }

  private listsOf(words: readonly AskedWord[]): string[][][] {
    return termsAsked(words, (beginning) => this.wordsLike(beginning))
  }

  private holding(words: readonly AskedWord[], postings: Postings): Set<DirectoryRow> {
    return this.meeting(this.listsOf(words).flat(), postings)
  }

  /** Rows that hold a term of each list. */
  private meeting(lists: string[][], postings: Postings): Set<DirectoryRow> {
    const sets = lists.map((terms) => union(terms.flatMap((term) => postings.get(term) ?? [])))
    const [smallest = new Set<DirectoryRow>(), ...others] = sets.sort((a, b) => a.size - b.size)
    return new Set([...smallest].filter((row) => others.every((set) => set.has(row))))
  }

  private wordsLike(prefix: string): string[] {
    this.vocabulary ??= [...this.tokens.keys()].sort(byBytes)
    const words: string[] = []
    for (let at = lowerBoundWord(this.vocabulary, prefix); words.length < prefixWords; at++) {
      const word = this.vocabulary[at]
      if (!word?.startsWith(prefix)) break
      words.push(word)
    }
    return words
  }

  /** What a row fails: nothing (null), exactly one facet's own filter, or more than that (`other`). */
  private testOf(query: DirectoryQuery): (row: DirectoryRow, where?: Where) => FacetName | 'other' | null {
    const circle = query.near && circleOf(query.near)
    const asked: Where = circle ? (row) => isWithin(row, circle) : anywhere
    const chosen = (['kind', 'province', 'skill', 'mode'] as const)
      .filter((name) => query[name].length > 0)
      .map((name) => ({ name, values: new Set<string>(query[name]) }))
    return (row, where = asked) => {
      if (query.speaks.length > 0 && !query.speaks.some((lang) => row.languages.includes(lang))) return 'other'
      if (query.available && !isAvailable(row.availability, query.day)) return 'other'
      if (query.travels === 'italy' && !worksEverywhere(row)) return 'other'
      if (!where(row)) return 'other'
      let failed: FacetName | null = null
      for (const { name, values } of chosen) {
        if (valuesOf[name](row).some((value) => values.has(value))) continue
        if (failed !== null) return 'other'
        failed = name
      }
      return failed
    }
  }

  private enter(row: DirectoryRow): void {
    this.byId.set(row.id, row)
    this.bySlug.set(row.slug, row)
    for (const [postings, terms] of this.termsOf(row))
      for (const term of terms) {
        const rows = postings.get(term)
        if (rows) rows.add(row)
        else postings.set(term, new Set([row]))
      }
  }

  private remove(row: DirectoryRow): void {
    this.byId.delete(row.id)
    if (this.bySlug.get(row.slug) === row) this.bySlug.delete(row.slug)
    for (const [postings, terms] of this.termsOf(row))
      for (const term of terms) {
        const rows = postings.get(term)
        rows?.delete(row)
        if (rows?.size === 0) postings.delete(term)
      }
  }

  private termsOf(row: DirectoryRow): [Postings, string[]][] {
    return [
      [this.strong, row.strong],
      [this.tokens, row.tokens],
    ]
  }
}

const valuesOf: Record<FacetName, (row: DirectoryRow) => readonly string[]> = {
  kind: (row) => [row.kind],
  province: (row) => [row.province],
  skill: (row) => row.skills,
  mode: (row) => row.modes,
}

const byTurn = (a: DirectoryRow, b: DirectoryRow): number => a.turn - b.turn || byBytes(a.slug, b.slug)

type Where = (row: DirectoryRow) => boolean
const anywhere: Where = () => true

const worksEverywhere: Where = (row) => row.radiusKm === null && row.modes.includes('onsite')

const isWithin = (row: DirectoryRow, circle: Circle): boolean =>
  row.lat === null ? circle.provinces.includes(row.province) : circle.kmOf.has(row.municipality ?? '')

const kmTo = (row: DirectoryRow, circle: Circle): number | null =>
  row.lat === null ? null : (circle.kmOf.get(row.municipality ?? '') ?? null)

/** Who comes from outside last; band, then distance (unknown last), then the day's circle. */
const orderFrom =
  (start: number) =>
  (a: Omit<Match, 'row'>, b: Omit<Match, 'row'>): number =>
    Number(a.comes) - Number(b.comes) ||
    a.band - b.band ||
    (a.km ?? Number.MAX_SAFE_INTEGER) - (b.km ?? Number.MAX_SAFE_INTEGER) ||
    alongCircle(a.turn, start) - alongCircle(b.turn, start)

function union(sets: Set<DirectoryRow>[]): Set<DirectoryRow> {
  if (sets.length === 1) return sets[0] as Set<DirectoryRow>
  const all = new Set<DirectoryRow>()
  for (const set of sets) for (const row of set) all.add(row)
  return all
}

/** First index whose turn is not smaller. */
function lowerBound(rows: DirectoryRow[], turn: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as DirectoryRow).turn < turn) low = middle + 1
    else high = middle
  }
  return low
}

function lowerBoundWord(words: string[], word: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (byBytes(words[middle] as string, word) < 0) low = middle + 1
    else high = middle
  }
  return low
}
