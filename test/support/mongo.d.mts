// Types of mongo.mjs, for what is written in TypeScript.
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import type { Mongod } from './mongod.mjs'

export interface Kept {
  port: number
  dbPath: string
}

export function startReplicaSet(mongod: Mongod, kept?: Kept): Promise<MongoMemoryReplSet>
export function startAgain(set: MongoMemoryReplSet): Promise<void>
export function startMongo(say?: (line: string) => void): Promise<{ url: string; stop(): Promise<void> }>
