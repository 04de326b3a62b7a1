// What the directory asks of the rooms: who is to be published, and with what.
import type { PayloadRequest } from 'payload'
import type { Feature } from '../options/index.js'
import { mokor } from '../runtime.js'
import type { PublicProfile, RowType, SkillWords } from './row.js'

declare module '../runtime.js' {
  interface MokorRuntime {
    profiles: ProfileSource
    /** What other rooms show in the directory beside the members. */
    rowSources: readonly RowSource[]
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

/** Rows of a room beside the members', made from published rows of these: their ids begin with `<type>:`. */
export interface RowSource extends Pick<ProfileSource, 'idsPublished' | 'profilesOf' | 'refresh'> {
  type: Exclude<RowType, 'member'>
  /** Without it nothing of it is published. */
  feature: Feature
  /** Ids of the rows that show something of these members. */
  idsWith(req: PayloadRequest, members: readonly string[]): Promise<string[]>
}

/** Those whose features are on. */
export function rowSourcesOf({ payload }: PayloadRequest): RowSource[] {
  const { options, rowSources } = mokor(payload)
  return rowSources.filter(({ feature }) => options.features[feature] && options.features.directory)
}

/** Which source says whether a row of this id is to be there. */
export const isOfType = (id: string, { type }: Pick<RowSource, 'type'>): boolean => id.startsWith(`${type}:`)
