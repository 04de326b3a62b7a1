// The published read model: what of the community the public sees.
import type { Payload } from 'payload'
import type { Room } from '../room.js'
import { directoryCollections } from './collections.js'

export { publish } from './publish.js'
export type { DirectoryRow, PublicProfile, RowSkill, SkillWords } from './row.js'

/** Indexes, and the sweep that mends what a crash left. Called at start. */
export async function prepareDirectory(_payload: Payload): Promise<void> {}

export const directoryRoom: Room = {
  collections: directoryCollections,
  mails: {},
  links: {},
}
