// A MongoDB replica set of one: for a whole run of tests or the bench, and with kept data for the demo.
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { findMongod } from './mongod.mjs'

/**
 * @param {import('./mongod.d.mts').Mongod} mongod
 * @param {import('./mongo.d.mts').Kept} [kept] data that stay, and the port that such a set remembers
 * @returns {Promise<MongoMemoryReplSet>}
 */
export async function startReplicaSet({ binary }, kept = {}) {
  const set = new MongoMemoryReplSet({
    replSet: { count: 1, name: 'mokor', storageEngine: 'wiredTiger' },
    instanceOpts: [{ ...kept, storageEngine: 'wiredTiger' }],
    binary,
  })
  await startAgain(set)
  return set
}

/** @param {MongoMemoryReplSet} set one that was stopped; it takes the same port, and the data it kept */
export async function startAgain(set) {
  // A mongod that finds its set on its disk may still be reading it, and refuses to be told of it meanwhile.
  for (let triesLeft = 5; ; triesLeft--) {
    try {
      return await set.start()
    } catch (error) {
      if (triesLeft === 0 || !/currently updating its configuration/.test(String(error))) throw error
    }
  }
}

/**
 * One set for all parts of a run, named to the tests by MOKOR_TEST_MONGO.
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 * @throws when no mongod can be found
 */
export async function startMongo(say) {
  const found = await findMongod(say)
  if (!found) throw new Error('No mongod found. Install MongoDB, or set MONGOMS_SYSTEM_BINARY to its path.')
  const set = await startReplicaSet(found)
  return {
    url: set.getUri(),
    stop: () => set.stop({ doCleanup: true, force: true }),
  }
}
