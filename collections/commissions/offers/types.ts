// Types of a stored offer, and of what a request keeps of its offers.
import type { TimelineEntry } from '../../../plugin/lifecycle/timeline.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import type { OfferStatus } from './lifecycle.js'

export const proposalWays = ['one', 'order', 'several', 'first', 'team', 'referral', 'direct'] as const
/** How an editor puts a request to people; see `propose`. */
export type ProposalWay = (typeof proposalWays)[number]

/** A job that one member passes on to another is offered by neither editor nor software. */
export type OfferWay = ProposalWay | 'hand-over'

export const taxModes = ['vat', 'occasional', 'talk'] as const
/** With a VAT number, as occasional work, or to be talked about. */
export type TaxMode = (typeof taxModes)[number]

export const declineCodes = [
  'not-this-time',
  'not-this-person',
  'too-far',
  'too-big',
  'too-small',
  'no-time',
  'not-my-trade',
  'needs-team',
  'for-company',
] as const
/** Why somebody says no; what the next shortlist reads. */
export type DeclineCode = (typeof declineCodes)[number]

/** Who recorded an answer: the member by their link, the desk after a call, or a helper. */
export type AnsweredBy = 'link' | 'desk' | 'helper'

/** Why the shortlist named somebody, as it said it then. */
export interface OfferReason {
  code: string
  params?: Record<string, unknown> | null
}

/** Who else could have been asked, when the choice was made. */
export interface Alternative {
  member: string
  reasons: OfferReason[]
}

/** A company outside the network. */
export interface OutsideCompany {
  name?: string | null
  email?: string | null
  phone?: string | null
  url?: string | null
  /** Why this one, as the client reads it. */
  why?: string | null
}

export interface Offer {
  id: DocumentId
  /** What the admin calls it. */
  title: string
  /** Unique: the request and whom it asks. */
  key: string
  commission: DocumentId
  /** Null for a company outside, and for a member who was erased. */
  member?: DocumentId | null
  company?: OutsideCompany | null
  team?: DocumentId | null
  way: OfferWay
  /** Place in an order, from 0. */
  rank: number
  status: OfferStatus
  since: string
  /** When the member was asked, and until when they answer. */
  askedAt?: string | null
  answerBy?: string | null
  /** The hours or days that an offer which waits will have, in hours. */
  termHours?: number | null
  reasons?: OfferReason[] | null
  alternatives?: Alternative[] | null
  chosenBy?: 'network' | 'client' | null
  taxMode?: TaxMode | null
  /** When the member said that they answer for the work. */
  responsible?: string | null
  showToClient?: boolean | null
  decline?: { code?: DeclineCode | null; note?: string | null; until?: string | null } | null
  /** Whom the member would ask instead, in their words. */
  suggested?: string | null
  answeredBy?: AnsweredBy | null
  timeline?: TimelineEntry<OfferStatus>[] | null
  createdAt: string
}

/** What was agreed, as it stood then. */
export interface Agreement {
  at?: string | null
  taxMode?: TaxMode | null
  from?: string | null
  to?: string | null
  /** Version of the network's terms that were shown. */
  version?: string | null
}

/** What a request keeps of its offers and of what came of them. */
export interface WithOffers {
  /** Who does the work, from the agreement on. */
  executor?: DocumentId | null
  team?: DocumentId | null
  agreement?: Agreement | null
  /** Id of the offer that has won, while the agreement is being written. */
  claim?: string | null
  /** Somebody cannot wait: water runs, there is no light. */
  urgent?: boolean | null
}
