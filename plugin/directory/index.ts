// The published read model: what of the community the public sees.
import type { Payload } from 'payload'
import { sweepDirectory } from './check.js'
import { directoryOf } from './directory.js'

export { listedCard, memberProfile, pageOf, type Reading, teamPageOf } from './card.js'
export { checkDirectory } from './check.js'
export { type Directory, directoryOf } from './directory.js'
export { skillNameIn } from './labels.js'
export { previewOf } from './preview.js'
export { forgetOldChanges, publish, publishLabels } from './publish.js'
export { publishedById, publishedByIds, publishedBySlug } from './published.js'
export type { DirectoryRow, PublicProfile, SkillWords } from './row.js'

/** Indexes, and the sweep that mends what a crash left. Called at start. */
export async function prepareDirectory(payload: Payload): Promise<void> {
  await directoryOf(payload).prepare()
  await sweepDirectory(payload)
}
