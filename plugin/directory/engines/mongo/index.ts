// The engine for MongoDB: keyset pages along its indexes, capped work, everything through the adapter's own connection.
import type { Payload } from 'payload'
import { boundedCollectionOf, type MongoCollection } from '../../../database/mongo.js'
import { newestCount } from '../../../read-model/changes.js'
import { slugOf } from '../../../runtime.js'
import { isPosition, positionAfter } from '../../position.js'
import type { DirectoryQuery } from '../../query.js'
import { versionOf } from '../../version.js'
import type { Engine, WholeRow } from '../engine.js'
import { countFacets } from './facets.js'
import { all, bandFilter, everyWord, filterOf, hintOf, indexes } from './filters.js'
import { nearPages } from './near.js'
import { bandsOf, listedRows, type Placed, type Start } from './rows.js'
import { termLists } from './words.js'

const unseen = { strong: 0, tokens: 0 }

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
  const rowsOf = () => db().rows
  const listed = listedRows(payload, rowsOf)
  const listsOf = termLists(rowsOf)
  const near = nearPages(rowsOf, listed)

  const termsOfWords = async (query: DirectoryQuery, version: string): Promise<string[][]> =>
    query.words.length === 0 ? [] : (await listsOf(query.words, version)).flat()

  /** Without a place each band is one circle. */
  async function plainPage(query: DirectoryQuery, terms: string[][], from: Start, need: number): Promise<Placed[]> {
    const found: Placed[] = []
    for (const band of bandsOf(query)) {
      if (isPosition(from) && from.band > band) continue
      const begin = isPosition(from) && from.band === band ? from : { start: from.start }
      const filter = all(filterOf(query), bandFilter(terms, band))
      const rows = await listed.circular(filter, hintOf(query, band), begin, need - found.length)
      found.push(...rows.map((row) => ({ row, band, km: null, turn: row.turn, comes: false })))
      if (found.length >= need) break
    }
    return found
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
      const terms = await termsOfWords(query, version)
      const found = query.near
        ? await near.page(query, terms, from, limit + 1, version)
        : await plainPage(query, terms, from, limit + 1)
      const shown = found.slice(0, limit)
      return {
        rows: shown.map(({ row, km, comes }) => ({ row, km, comes })),
        next: found.length > limit ? positionAfter(shown, from) : null,
      }
    },

    async counts(query, version) {
      const [terms, circle] = await Promise.all([termsOfWords(query, version), near.circleIn(query, version)])
      const [counts, reach] = await Promise.all([
        countFacets(db().rows, query, terms, circle),
        near.reach(query, terms, version),
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
