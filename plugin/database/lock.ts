// Transactions that look at the same thing and write different documents would not see each other: a row that they all write
// makes them collide, so that the later one is tried again and finds what the first has done.
import { createHmac } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { slugOf } from '../runtime.js'
import { keysFor } from './keys.js'

const hourMs = 3_600_000

/**
 * Call it before looking, within `inTransaction`, which does the trying again.
 * @param about what is looked at, e.g. an e-mail address; it is kept for an hour as a keyed hash only
 */
export async function lockOn(req: PayloadRequest, about: string): Promise<void> {
  const { payload } = req
  const collection = slugOf(payload, 'limits')
  const key = createHmac('sha256', keysFor(payload, 'limits')[0]).update(`turn:${about}`).digest('base64url')
  const expiresAt = new Date(Date.now() + hourMs).toISOString()
  const where = { key: { equals: key } }
  const known = await payload.db.updateOne({ collection, where, data: { n: { $inc: 1 }, expiresAt }, req })
  if (!known) await payload.db.create({ collection, data: { key, n: 1, expiresAt }, req, returning: false })
}

/** The last of those who wait, by what they wait for. */
const waiting = new WeakMap<Payload, Map<string, Promise<unknown>>>()

/** Works of this process about the same thing, one after the other: at once they would only make each other try again. */
export async function inTurn<T>(payload: Payload, about: string, work: () => Promise<T>): Promise<T> {
  const last = waiting.get(payload) ?? new Map<string, Promise<unknown>>()
  waiting.set(payload, last)
  const before = last.get(about) ?? Promise.resolve()
  const own = before.then(work, work)
  last.set(about, own)
  try {
    return await own
  } finally {
    if (last.get(about) === own) last.delete(about)
  }
}
