// One MongoDB replica set for a whole run: started here, named to the tests by MOKOR_TEST_MONGO.
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { findMongod } from './mongod.mjs'

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 * @throws when no mongod can be found
 */
export async function startMongo(say) {
  const found = await findMongod(say)
  if (!found) throw new Error('No mongod found. Install MongoDB, or set MONGOMS_SYSTEM_BINARY to its path.')
  const set = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: found.binary,
  })
  return {
    url: set.getUri(),
    stop: () => set.stop({ doCleanup: true, force: true }),
  }
}
