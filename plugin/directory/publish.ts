// Writes and removes published rows in the transaction of the change that causes it.
import type { PayloadRequest } from 'payload'
import { slugOf } from '../runtime.js'
import { rowOf } from './build.js'
import { noteChange } from './changes.js'
import type { DirectoryRow, PublicProfile, SkillWords } from './row.js'

/**
 * Writes the rows of profiles and removes those of `withdrawn` ids, with the change that causes it (same `req`).
 * Adds one entry to `mokor-changes` a transaction, and only when public bytes changed. Doing it again changes nothing.
 */
export async function publish(
  req: PayloadRequest,
  change: {
    profiles: PublicProfile[]
    withdrawn: string[]
    /** Words of every known skill of these profiles. */
    skills: SkillWords[]
  },
): Promise<void> {
  const { db } = req.payload
  const collection = slugOf(req.payload, 'directory')
  const words = new Map(change.skills.map((skill) => [skill.slug, skill]))
  const rows = change.profiles.map((profile) => rowOf(profile, words))
  const known = await digestsOf(req, [...rows.map((row) => row.id), ...change.withdrawn])
  const changed: string[] = []

  const gone = change.withdrawn.filter((id) => known.has(id))
  if (gone.length > 0) {
    await db.deleteMany({ collection, where: { id: { in: gone } }, req })
    changed.push(...gone)
  }
  for (const row of rows) {
    if (known.get(row.id) === row.digest) continue
    const data = { ...row }
    if (known.has(row.id))
      await db.updateOne({ collection, where: { id: { equals: row.id } }, data, req, returning: false })
    else await db.create({ collection, data, req, returning: false })
    changed.push(row.id)
  }
  if (changed.length > 0) await noteChange(req, changed)
}

/**
 * Moves the directory's version although no row changed: what people read beside the rows did, e.g. a skill's name.
 * With the change itself (same `req`).
 */
export const publishLabels = (req: PayloadRequest): Promise<void> => noteChange(req, [])

/** Digests of the rows that exist, by id. */
async function digestsOf(req: PayloadRequest, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<Pick<DirectoryRow, 'id' | 'digest'>>({
    collection: slugOf(req.payload, 'directory'),
    where: { id: { in: ids } },
    select: { digest: true },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((row) => [row.id, row.digest]))
}
