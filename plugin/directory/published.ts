// Finds published rows by slug or id.
import type { PayloadRequest, Where } from 'payload'
import { slugOf } from '../runtime.js'
import type { DirectoryRow } from './row.js'

const find = async (req: PayloadRequest, where: Where, limit: number): Promise<DirectoryRow[]> => {
  const collection = slugOf(req.payload, 'directory')
  const { docs } = await req.payload.db.find<DirectoryRow>({ collection, where, limit, pagination: false, req })
  return docs
}

/** Of a member. */
export async function publishedBySlug(req: PayloadRequest, slug: string): Promise<DirectoryRow | null> {
  const [row] = await find(req, { and: [{ slug: { equals: slug } }, { type: { equals: 'member' } }] }, 1)
  return row ?? null
}

/** @param id of the member */
export async function publishedById(req: PayloadRequest, id: string): Promise<DirectoryRow | null> {
  const [row] = await find(req, { id: { equals: id } }, 1)
  return row ?? null
}

export async function publishedByIds(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, DirectoryRow>> {
  if (ids.length === 0) return new Map()
  const rows = await find(req, { id: { in: [...ids] } }, ids.length)
  return new Map(rows.map((row) => [row.id, row]))
}
