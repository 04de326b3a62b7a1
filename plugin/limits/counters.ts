// Counters in the database, exact across instances: each gives its turns back one by one.
import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { keysFor } from '../database/keys.js'
import { slugOf } from '../runtime.js'
import { isDuplicate } from '../values/error-kinds.js'

/** So many at once, then one more each `everyMs`: a door that is shut opens again in a moment, never an hour later. */
export interface Allowance {
  burst: number
  everyMs: number
}

interface LimitRow {
  key: string
  /** The moment, in milliseconds, at which all that was taken has been given back. */
  n: number
  expiresAt: string
}

/** Milliseconds until there is a turn; 0 for one that was taken. */
type Wait = number

/** The name a counter is kept by: it says nothing of whom it counts. */
export const hashOf = (payload: Payload, key: string): string =>
  createHmac('sha256', keysFor(payload, 'limits')[0]).update(key).digest('base64url')

/** Takes one turn, where there is one. Runs outside any transaction: an attempt counts even when what follows fails. */
export async function take(payload: Payload, key: string, { burst, everyMs }: Allowance, now: Date): Promise<Wait> {
  const collection = slugOf(payload, 'limits')
  const own = { key: { equals: key } }
  const at = now.getTime()
  const latest = at + (burst - 1) * everyMs
  const expiresAt = new Date(latest + everyMs).toISOString()
  // Each step is one atomic statement; whoever loses a race looks again.
  for (let look = 0; look < 10; look++) {
    const counted = await payload.db.updateOne({
      collection,
      where: { and: [own, { n: { greater_than: at } }, { n: { less_than_equal: latest } }] },
      data: { n: { $inc: everyMs }, expiresAt },
    })
    if (counted) return 0
    const renewed = await payload.db.updateOne({
      collection,
      where: { and: [own, { n: { less_than_equal: at } }] },
      data: { n: at + everyMs, expiresAt },
    })
    if (renewed) return 0
    const row = await payload.db.findOne<LimitRow & { id: string }>({ collection, where: own })
    if (row && row.n > latest) return row.n - latest
    if (row) continue
    try {
      await payload.db.create({ collection, data: { key, n: at + everyMs, expiresAt }, returning: false })
      return 0
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  return everyMs
}

/** How much of an allowance is used up, 0 to 1. */
export async function levelOf(
  payload: Payload,
  key: string,
  { burst, everyMs }: Allowance,
  now: Date,
): Promise<number> {
  const collection = slugOf(payload, 'limits')
  const where = { key: { equals: hashOf(payload, key) } }
  const row = await payload.db.findOne<LimitRow & { id: string }>({ collection, where })
  return Math.min(1, Math.max(0, ((row?.n ?? 0) - now.getTime()) / (burst * everyMs)))
}
