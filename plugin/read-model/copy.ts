// A copy of a read model's rows in this process, for databases without indexes of our own: read whole once, then by what the log says changed.
import type { Payload } from 'payload'
import { slugOf } from '../runtime.js'
import { type Change, changesSince, everything, newestChanges, newestCount, type ReadModel } from './changes.js'

/** What the copy is kept in. */
export interface RowIndex<Row> {
  /** Rows of these ids are now those given; ids without a row are gone. */
  replace(ids: string[], rows: Row[]): void
}

/** @returns reads what changed last: the index as it stands now, and the ids of the newest entries that it was read by */
export function followRows<Row, Index extends RowIndex<Row>>(
  payload: Payload,
  model: ReadModel,
  build: (rows: Row[]) => Index,
): () => Promise<{ index: Index; newest: string[] }> {
  const collection = slugOf(payload, model.rows)
  let index: Index | null = null
  let seen = new Set<string>()

  async function read(ids: string[] | null): Promise<Row[]> {
    const { docs } = await payload.db.find<Row & { id: string }>({
      collection,
      ...(ids === null ? {} : { where: { id: { in: ids } } }),
      limit: 0,
      pagination: false,
    })
    return docs
  }

  /** What changed since the last look; null where some of it may have been erased meanwhile. */
  async function freshOf(newest: Change[]): Promise<Change[] | null> {
    const isFresh = ({ id }: Change) => !seen.has(id)
    if (newest.length < newestCount || !newest.every(isFresh)) return newest.filter(isFresh)
    const [oldestSeen, ...others] = [...seen].sort()
    if (oldestSeen === undefined) return null
    const latestSeen = others.at(-1) ?? oldestSeen
    const since = await changesSince(payload, model.changes, oldestSeen)
    // The oldest are erased first: while the latest of those seen is there, everything after it is.
    return since?.some(({ id }) => id === latestSeen) ? since.filter(isFresh) : null
  }

  return async () => {
    // Entries before rows: rows read later can only be newer than the version says.
    const newest = await newestChanges(payload, model.changes)
    const fresh = index === null ? null : await freshOf(newest)
    if (index === null || fresh === null || fresh.some((entry) => entry.ids.includes(everything)))
      index = build(await read(null))
    else if (fresh.length > 0) {
      const ids = [...new Set(fresh.flatMap((entry) => entry.ids))]
      index.replace(ids, await read(ids))
    }
    seen = new Set(newest.map((entry) => entry.id))
    return { index, newest: newest.map((entry) => entry.id) }
  }
}
