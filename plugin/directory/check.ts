// The published rows beside the members: which ought to be there, and what repairs them.
import type { Payload, PayloadRequest } from 'payload'
import { type Checked, checkRows, type ReadModelReport, sweepAtStart } from '../read-model/check.js'
import { mokor } from '../runtime.js'
import { rowOf } from './build.js'
import { directoryModel } from './publish.js'
import type { DirectoryRow, PublicProfile } from './row.js'

const checked = (payload: Payload): Checked => {
  const { profiles } = mokor(payload)
  return {
    ...directoryModel,
    ids: (req) => profiles.idsPublished(req),
    build: builtRows,
    refresh: (req, ids) => profiles.refresh(req, ids),
  }
}

/** @param mend also puts right what differs, a batch a transaction */
export const checkDirectory = (payload: Payload, how: { mend: boolean }): Promise<ReadModelReport> =>
  checkRows(payload, checked(payload), how)

export const sweepDirectory = (payload: Payload): Promise<void> => sweepAtStart(payload, checked(payload))

async function builtRows(req: PayloadRequest, ids: readonly string[]): Promise<DirectoryRow[]> {
  const { profiles } = mokor(req.payload)
  const shown = await profiles.profilesOf(req, ids)
  const skills = await profiles.skillWords(req, skillsOf(shown))
  const words = new Map(skills.map((skill) => [skill.slug, skill]))
  return shown.map((profile) => rowOf(profile, words))
}

const skillsOf = (profiles: PublicProfile[]): string[] => [
  ...new Set(profiles.flatMap(({ skills }) => skills.flatMap(({ slug }) => slug ?? []))),
]
