// MongoDB's driver as public reads use it: past Payload's find, which takes neither a time limit nor a signal.
import type { Payload } from 'payload'
import { currentSignal } from './cancellation.js'

export type Filter = Record<string, unknown>
export type IndexKeys = Record<string, 1 | -1>

/** What we use of the driver's collection; its package is the adapter's, not ours. */
export interface MongoCollection {
  find<T>(filter: Filter, options?: object): { toArray(): Promise<T[]> }
  aggregate<T>(pipeline: object[], options?: object): { toArray(): Promise<T[]> }
  findOne<T>(filter: Filter, options?: object): Promise<T | null>
  createIndexes(indexes: { key: IndexKeys; name: string }[]): Promise<unknown>
}

/** No command of a public read is worth more of the database's time. */
const longestMs = 10_000

export const isMongo = (payload: Payload): boolean => payload.db.name === 'mongoose'

/** The driver's collection behind one of Payload's. */
export function collectionOf(payload: Payload, slug: string): MongoCollection {
  const { connection, collections } = payload.db as unknown as {
    connection: { db: { collection(name: string): MongoCollection } }
    collections: Record<string, { collection: { collectionName: string } }>
  }
  const model = collections[slug]
  if (!model) throw new Error(`the collection ${slug} is not in this database`)
  return connection.db.collection(model.collection.collectionName)
}

/** What the driver makes of a document that it was asked to hand over as it came (`raw`). */
export function decoded<T>(payload: Payload, bytes: Uint8Array): T {
  const { connection } = payload.db as unknown as {
    connection: { base: { mongo: { BSON: { deserialize(bytes: Uint8Array): T } } } }
  }
  return connection.base.mongo.BSON.deserialize(bytes)
}

/** The same for public questions: each ends in the database too, when it takes too long or nobody waits for it any more. */
export function boundedCollectionOf(payload: Payload, slug: string): MongoCollection {
  const collection = collectionOf(payload, slug)
  const bounded = (options?: object): object => {
    const signal = currentSignal()
    return { ...options, maxTimeMS: longestMs, ...(signal ? { signal } : {}) }
  }
  return {
    find: (filter, options) => collection.find(filter, bounded(options)),
    aggregate: (pipeline, options) => collection.aggregate(pipeline, bounded(options)),
    findOne: (filter, options) => collection.findOne(filter, bounded(options)),
    createIndexes: (indexes) => collection.createIndexes(indexes),
  }
}
