// Waits until the database has built what a new site's first writes would stumble over.
import type { Payload } from 'payload'

interface Model {
  /** Of mongoose: ends when the model's collection and indexes are there; its work was begun while connecting. */
  init?(): Promise<unknown>
}

/**
 * On a MongoDB that is still empty each index locks its collection while it is built, and a transaction that comes meanwhile
 * fails. On other databases there is nothing to wait for. An index that cannot be built is the adapter's to tell of.
 */
export async function indexesBuilt({ db }: Payload): Promise<void> {
  const { collections, versions, globals } = db as unknown as {
    collections?: Record<string, Model>
    versions?: Record<string, Model>
    globals?: Model
  }
  // Each version has a collection of its own, with indexes of its own.
  const models = [...Object.values(collections ?? {}), ...Object.values(versions ?? {}), ...(globals ? [globals] : [])]
  await Promise.allSettled(models.map((model) => model.init?.()))
}
