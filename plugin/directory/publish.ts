// Writes and removes published rows in the transaction of the change that causes it.
import type { Payload, PayloadRequest } from 'payload'
import { forgetOldChanges as forgetOldEntries, noteChange, type ReadModel } from '../read-model/changes.js'
import { writeRows } from '../read-model/rows.js'
import { rowOf } from './build.js'
import type { PublicProfile, SkillWords } from './row.js'
import { isOfType, rowSourcesOf } from './source.js'

export const directoryModel: ReadModel = { rows: 'directory', changes: 'changes' }

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
  const words = new Map(change.skills.map((skill) => [skill.slug, skill]))
  const rows = change.profiles.map((profile) => rowOf(profile, words))
  await writeRows(req, directoryModel, { rows, gone: change.withdrawn })
  await refreshFollowing(req, [...rows.map((row) => row.id), ...change.withdrawn])
}

/** Rows of other rooms that show something of these members are written anew, as these members' rows are now. */
async function refreshFollowing(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  const sources = rowSourcesOf(req)
  const members = ids.filter((id) => !sources.some((source) => isOfType(id, source)))
  if (members.length === 0) return
  for (const source of sources) {
    const following = await source.idsWith(req, members)
    if (following.length > 0) await source.refresh(req, following)
  }
}

/**
 * Moves the directory's version although no row changed: what people read beside the rows did, e.g. a skill's name.
 * With the change itself (same `req`).
 */
export const publishLabels = (req: PayloadRequest): Promise<void> => noteChange(req, directoryModel, [])

export const forgetOldChanges = (payload: Payload): Promise<void> => forgetOldEntries(payload, directoryModel.changes)
