// What the roster asks of the rooms: who belongs to it, and what their jobs come to.
import type { PayloadRequest } from 'payload'
import type { JobCounts, RosterMember } from './row.js'

declare module '../runtime.js' {
  interface MokorRuntime {
    roster: RosterSource
  }
}

export interface RosterSource {
  /** Ids of the active members, as strings. */
  ids(req: PayloadRequest): Promise<string[]>
  /** Several at once; those that are not active are left out. */
  members(req: PayloadRequest, ids: readonly string[]): Promise<RosterMember[]>
  /** What the offers and jobs of these members come to, by id; who has none may be left out. */
  counts(req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, JobCounts>>
  /** Writes or removes the rows of these ids as their files stand, and looks again where a file may change meanwhile. */
  refresh(req: PayloadRequest, ids: readonly string[]): Promise<void>
}
