// The keyset position of a page, and its cursor.
import { isRotation } from './rotation.js'

/**
 * After which row to go on. Rows come by band, then distance, then rotation from `start`, then slug; behind them all, with a place, those
 * who come from outside the circle, by distance, rotation and slug alone.
 */
export interface Position {
  /** First turn of the circle on the day the chain of pages began. */
  start: number
  /** Relevance: 0 all words in `strong`, 1 the rest. */
  band: 0 | 1
  /** Whole kilometres; null without a place, and for rows known only by province. */
  km: number | null
  turn: number
  /** Among those who come from outside the circle. */
  comes: boolean
  /** How many rows of this very turn were shown: hashes can collide. */
  shown: number
}

const version = 2

/** @returns base64url of JSON {v, q, s, t} and, where they matter, b, d, c, n */
export function cursorOf(position: Position, query: string): string {
  const { start, band, km, turn, comes, shown } = position
  const carried = {
    v: version,
    q: query,
    s: start,
    t: turn,
    ...(band > 0 ? { b: band } : {}),
    ...(km === null ? {} : { d: km }),
    ...(comes ? { c: 1 } : {}),
    ...(shown > 1 ? { n: shown } : {}),
  }
  return Buffer.from(JSON.stringify(carried)).toString('base64url')
}

/** @returns null for a cursor of another query, another format, or of nobody's making */
export function positionOf(cursor: string, query: string): Position | null {
  const carried = parse(cursor)
  if (carried === null || carried.v !== version || carried.q !== query) return null
  const { s, t, b = 0, d = null, c = 0, n = 1 } = carried
  if (!isRotation(s) || !isRotation(t) || (b !== 0 && b !== 1)) return null
  if (!(d === null || isWhole(d, 0, 20_000)) || !isWhole(n, 1, 1000)) return null
  if (c !== 0 && (c !== 1 || d === null || b !== 0)) return null
  return { start: s, turn: t, band: b, km: d, comes: c === 1, shown: n }
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most

function parse(cursor: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const circle = 2 ** 31

/** How far along the day's circle a turn comes. */
export const alongCircle = (turn: number, start: number): number => (turn - start + circle) % circle

interface Placed {
  band: 0 | 1
  km: number | null
  turn: number
  comes: boolean
}

/** The position after the last row of a page that began at `from`. */
export function positionAfter(rows: Placed[], from: Position | { start: number }): Position | null {
  const last = rows.at(-1)
  if (!last) return null
  const { band, km, turn, comes } = last
  const same = (one: Placed) => one.comes === comes && one.band === band && one.km === km && one.turn === turn
  const distinct = rows.findLastIndex((one) => !same(one))
  const before = distinct < 0 && isPosition(from) && same(from) ? from.shown : 0
  return { start: from.start, band, km, turn, comes, shown: before + rows.length - 1 - distinct }
}

export const isPosition = (from: Position | { start: number }): from is Position => 'turn' in from
