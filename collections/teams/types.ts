// Types of a stored team, without populated relations.
import type { DocumentId } from '../../plugin/values/document-id.js'

export interface Team {
  id: DocumentId
  /** None before the team was first public. */
  slug?: string | null
  name: string
  status: 'forming' | 'active' | 'closed'
  public?: boolean | null
  referent?: DocumentId | null
  members?: { member?: DocumentId | null; role?: string | null }[] | null
}

export const isShown = ({ public: wanted, status }: Partial<Team>): boolean => Boolean(wanted) && status !== 'forming'

export const peopleOf = ({ members }: Partial<Team>): (DocumentId | null | undefined)[] =>
  (members ?? []).map(({ member }) => member)
