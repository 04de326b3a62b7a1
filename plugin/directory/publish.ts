// Writes and removes published rows in the transaction of the change that causes it.
import type { Payload, PayloadRequest } from 'payload'
import { forgetOldChanges as forgetOldEntries, noteChange, type ReadModel } from '../read-model/changes.js'
import { writeRows } from '../read-model/rows.js'
import { rowOf } from './build.js'
import type { PublicProfile, SkillWords } from './row.js'

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
}

/**
 * Moves the directory's version although no row changed: what people read beside the rows did, e.g. a skill's name.
 * With the change itself (same `req`).
 */
export const publishLabels = (req: PayloadRequest): Promise<void> => noteChange(req, directoryModel, [])

export const forgetOldChanges = (payload: Payload): Promise<void> => forgetOldEntries(payload, directoryModel.changes)
