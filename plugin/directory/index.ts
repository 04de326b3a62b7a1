// The published read model: what of the community the public sees.
import type { Payload, PayloadRequest } from 'payload'
import type { Room } from '../room.js'
import type { PublicProfile, SkillWords } from './row.js'

export type {
  DirectoryRow,
  PublicProfile,
  RowSkill,
  SkillWords,
} from './row.js'

/**
 * Writes the rows of profiles and removes those of `withdrawn` ids, with the change that causes it (same `req`).
 * Adds one entry to `mokor-changes` a transaction, and only when public bytes changed.
 */
export async function publish(
  _req: PayloadRequest,
  _change: {
    profiles: PublicProfile[]
    withdrawn: string[]
    skills: SkillWords[]
  },
): Promise<void> {
  throw new Error('not built yet')
}

/** Indexes, and the sweep that mends what a crash left. Called at start. */
export async function prepareDirectory(_payload: Payload): Promise<void> {}

export const directoryRoom: Room = {
  collections: (options) => ({
    directory: { slug: options.slugs.directory, fields: [] },
    changes: { slug: options.slugs.changes, fields: [] },
  }),
  mails: {},
  links: {},
}
