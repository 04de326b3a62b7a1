// Writes rows of a read model in the transaction of the change that causes it; a row whose bytes did not change is left alone.
import type { PayloadRequest } from 'payload'
import { slugOf } from '../runtime.js'
import { noteChange, type ReadModel } from './changes.js'

export interface ModelRow {
  /** Of the document that it stands for, as a string. */
  id: string
  /** Hash of its other bytes. */
  digest: string
}

/** Adds one entry to the model's log a transaction, and only when some row changed. Doing it again changes nothing. */
export async function writeRows<Row extends ModelRow>(
  req: PayloadRequest,
  model: ReadModel,
  { rows, gone }: { rows: readonly Row[]; gone: readonly string[] },
): Promise<void> {
  const { db } = req.payload
  const collection = slugOf(req.payload, model.rows)
  const known = await digestsOf(req, model, [...rows.map((row) => row.id), ...gone])
  const changed: string[] = []
  const withdrawn = gone.filter((id) => known.has(id))
  if (withdrawn.length > 0) {
    await db.deleteMany({ collection, where: { id: { in: withdrawn } }, req })
    changed.push(...withdrawn)
  }
  for (const row of rows) {
    if (known.get(row.id) === row.digest) continue
    const data: Record<string, unknown> = Object.fromEntries(Object.entries(row))
    if (known.has(row.id))
      await db.updateOne({ collection, where: { id: { equals: row.id } }, data, req, returning: false })
    else await db.create({ collection, data, req, returning: false })
    changed.push(row.id)
  }
  if (changed.length > 0) await noteChange(req, model, changed)
}

/** Digests of the rows that exist, by id; of all where no ids are given. */
export async function digestsOf(
  req: PayloadRequest,
  { rows }: ReadModel,
  ids: readonly string[] | null,
): Promise<Map<string, string>> {
  if (ids?.length === 0) return new Map()
  const { docs } = await req.payload.db.find<ModelRow>({
    collection: slugOf(req.payload, rows),
    ...(ids && { where: { id: { in: [...ids] } } }),
    select: { digest: true },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((row) => [row.id, row.digest]))
}
