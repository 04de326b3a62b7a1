// Rows of the directory as lists need them, read along the day's circle.
import type { Payload } from 'payload'
import { decoded, type Filter, type IndexKeys, type MongoCollection } from '../../../database/mongo.js'
import { isPosition, type Position } from '../../position.js'
import type { DirectoryQuery } from '../../query.js'
import type { RowSkill } from '../../row.js'
import { byBytes } from '../../words.js'
import type { ListedRow } from '../engine.js'

/** What lists show, by name: to leave the rest out by name costs MongoDB twice as much. Notes of skills stay where they are. */
const listedFields = {
  _id: 0,
  type: 1,
  slug: 1,
  turn: 1,
  name: 1,
  headline: 1,
  lang: 1,
  kind: 1,
  'skillDetails.slug': 1,
  'skillDetails.own': 1,
  'skillDetails.origin': 1,
  'skillDetails.years': 1,
  modes: 1,
  languages: 1,
  availability: 1,
  municipality: 1,
  province: 1,
  region: 1,
  picture: 1,
} satisfies Record<
  Exclude<keyof ListedRow, 'skillDetails'> | `skillDetails.${Exclude<keyof RowSkill, 'note'>}` | '_id',
  0 | 1
>

export interface Placed {
  row: ListedRow
  band: 0 | 1
  km: number | null
  turn: number
  comes: boolean
}

export type Start = Position | { start: number }

const byTurn = (a: ListedRow, b: ListedRow): number => a.turn - b.turn || byBytes(a.slug, b.slug)

export const bandsOf = (query: DirectoryQuery): (0 | 1)[] => (query.words.length === 0 ? [0] : [0, 1])

export interface ListedRows {
  /** All of them, in no order. */
  all(filter: Filter): Promise<ListedRow[]>
  /** Rows of one class after `from`, along the day's circle. */
  circular(filter: Filter, hint: IndexKeys | undefined, from: Start, need: number): Promise<ListedRow[]>
}

export function listedRows(payload: Payload, rowsOf: () => MongoCollection): ListedRows {
  const remembered = new RememberedRows(payload)
  const read = async (filter: Filter, options: object = {}): Promise<ListedRow[]> => {
    const found = await rowsOf()
      .find<Uint8Array>(filter, { projection: listedFields, raw: true, ...options })
      .toArray()
    return found.map((bytes) => remembered.row(bytes))
  }

  async function along(filter: Filter, hint: IndexKeys | undefined, range: Filter, need: number): Promise<ListedRow[]> {
    const rows = await read({ ...filter, turn: range }, { sort: { turn: 1 }, limit: need, ...(hint ? { hint } : {}) })
    const [last, before] = [rows.at(-1), rows.at(-2)]
    // Two rows of one turn at the end: the page may cut their group, whose order is ours to give.
    if (rows.length < need || !last || last.turn !== before?.turn) return rows.sort(byTurn)
    const group = await read({ ...filter, turn: last.turn })
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

  return { all: (filter) => read(filter), circular }
}

/**
 * Rows by the bytes that MongoDB sent: the same bytes are the same row, decoded once while it is remembered. Every page is read
 * from the database; what is saved is only to make the same objects, and their cards, again.
 */
class RememberedRows {
  private readonly rows = new Map<string, ListedRow>()

  constructor(private readonly payload: Payload) {}

  row(bytes: Uint8Array): ListedRow {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const known = this.rows.get(key)
    if (known) return known
    const row = decoded<ListedRow>(this.payload, bytes)
    this.rows.set(key, row)
    if (this.rows.size > mostRows) this.rows.delete(this.rows.keys().next().value as string)
    return row
  }
}

/** Some 4 KB each, cards included. */
const mostRows = 10_000
