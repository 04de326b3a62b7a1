// Whether this database can take back several writes as one: tried, since neither the adapter nor the address says it for certain.
import type { Payload } from 'payload'
import { slugOf } from '../runtime.js'

const tried = new WeakMap<Payload, Promise<boolean>>()

/** SQLite's file, and a MongoDB that is no replica set, have none. @throws where the database does not answer */
export function hasTransactions(payload: Payload): Promise<boolean> {
  const known = tried.get(payload)
  if (known) return known
  const asked = tryOne(payload)
  tried.set(payload, asked)
  // One that did not answer is asked again.
  asked.catch(() => tried.delete(payload))
  return asked
}

/** MongoDB's word for what only replica sets can do. */
const isImpossible = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 20

async function tryOne(payload: Payload): Promise<boolean> {
  const { db } = payload
  // Payload has its transactions off there, and where a site switches them on, ten at once stop each other.
  if (db.name === 'sqlite') return false
  const transactionID = await db.beginTransaction()
  if (transactionID === null || transactionID === undefined) return false
  try {
    const where = { key: { equals: 'transactions' } }
    await db.findOne({ collection: slugOf(payload, 'limits'), where, req: { transactionID } })
    return true
  } catch (error) {
    if (isImpossible(error)) return false
    throw error
  } finally {
    await db.rollbackTransaction(transactionID)
  }
}
