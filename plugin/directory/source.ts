// What the directory asks of the rooms: who is to be published, and with what.
import type { PayloadRequest } from 'payload'
import type { PublicProfile, SkillWords } from './row.js'

declare module '../runtime.js' {
  interface MokorRuntime {
    profiles: ProfileSource
  }
}

/** Where the directory finds what ought to be published, to compare and mend its rows. */
export interface ProfileSource {
  /** Ids of the members that must have a row, as strings. */
  idsPublished(req: PayloadRequest): Promise<string[]>
  /** Several at once; those that are not public are left out. */
  profilesOf(req: PayloadRequest, ids: readonly string[]): Promise<PublicProfile[]>
  /** Names and synonyms of skills by slug, by which rows are found. */
  skillWords(req: PayloadRequest, slugs: readonly string[]): Promise<SkillWords[]>
  /** Ids of public members that show a skill, in their order, after an id ('' for the first). */
  idsWithSkill(req: PayloadRequest, skill: number | string, after: string, limit: number): Promise<string[]>
  /** Writes or removes the rows of these ids as their files stand, and looks again where a file may change meanwhile. */
  refresh(req: PayloadRequest, ids: readonly string[]): Promise<void>
}
