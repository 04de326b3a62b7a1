// Types of a stored team, without populated relations.
import type { Assigned } from '../../plugin/lifecycle/assignment.js'
import type { TimelineEntry } from '../../plugin/lifecycle/timeline.js'
import type { DocumentId } from '../../plugin/values/document-id.js'
import type { TeamStatus } from './lifecycle.js'

export type TeamAnswer = 'yes' | 'no' | 'left'

export interface TeamPerson {
  id?: string | null
  member?: DocumentId | null
  role?: string | null
  /** Percent of the work; null for all means equal parts. */
  share?: number | null
  /** What they said to the terms as they are now; nothing yet where it is null. */
  accepted?: TeamAnswer | null
  answeredAt?: string | null
  answeredBy?: 'link' | 'helper' | 'desk' | null
  answerNote?: string | null
}

export interface Team extends Assigned {
  id: DocumentId
  /** None before the team was first public. */
  slug?: string | null
  name: string
  purpose?: string | null
  needs?: { trade?: DocumentId | null; places?: number | null }[] | null
  /** The request it was put together for; none for a team of its own. */
  commission?: DocumentId | null
  status: TeamStatus
  public?: boolean | null
  /** The name, with the network's mark in it, that an editor allowed. */
  markAllowed?: string | null
  referent?: DocumentId | null
  issuer?: 'referent' | 'each' | null
  /** From when to when everybody is there. */
  from?: string | null
  until?: string | null
  members?: TeamPerson[] | null
  /** When people were first asked about its terms; never, for teams of before there was anything to ask. */
  askedAt?: string | null
  answerBy?: string | null
  since?: string | null
  timeline?: TimelineEntry<TeamStatus>[] | null
  updatedAt?: string
  deletedAt?: string | null
}

const unshown: readonly TeamStatus[] = ['proposed', 'forming']

export const isShown = ({ public: wanted, status }: Partial<Team>): boolean =>
  Boolean(wanted) && !unshown.includes(status ?? 'proposed')

export const peopleOf = ({ members }: Partial<Team>): (DocumentId | null | undefined)[] =>
  (members ?? []).map(({ member }) => member)

export const personIn = ({ members }: Partial<Team>, id: DocumentId): TeamPerson | undefined =>
  (members ?? []).find(({ member }) => String(member) === String(id))
