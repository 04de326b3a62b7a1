// Types of a stored member, without populated relations.
import type { availabilityStates, memberKinds, modes, origins } from '../../plugin/contract/dto.js'
import type { Consent } from '../../plugin/fields/consents.js'
import type { Assigned } from '../../plugin/lifecycle/assignment.js'
import type { TimelineEntry } from '../../plugin/lifecycle/timeline.js'
import type { DocumentId } from '../../plugin/values/document-id.js'
import { fold } from '../../plugin/values/fold.js'

export const memberStatuses = [
  'unconfirmed',
  'pending',
  'active',
  'paused',
  'suspended',
  'refused',
  'leaving',
  'left',
  'expired',
] as const

export type MemberStatus = (typeof memberStatuses)[number]
export type MemberKind = (typeof memberKinds)[number]
export type Reach = 'network' | 'public'
export type DisplayAs = 'full' | 'initial' | 'company'
export type Channel = 'web' | 'phone' | 'paper' | 'desk'
export type { DocumentId }

export const consentNames = ['adult', 'rules', 'publish', 'assisted'] as const
export type ConsentName = (typeof consentNames)[number]

export interface MemberSkill {
  /** Id of a document of `skills`, when the trade is known. */
  skill?: DocumentId | null
  /** The member's own words, until an editor maps them. */
  own?: string | null
  origin: (typeof origins)[number]
  years?: number | null
  note?: string | null
  /** Private: what the member declares where a qualification is asked by law. */
  qualified?: 'yes' | 'no' | 'unknown' | null
}

export interface Member extends Assigned {
  id: DocumentId
  slug?: string | null
  title?: string | null
  status: MemberStatus
  /** When the status began. */
  since?: string | null
  reach: Reach
  kind: MemberKind
  firstName: string
  /** Empty where somebody has one name only. */
  lastName?: string | null
  companyName?: string | null
  displayAs: DisplayAs
  headline: string
  experience?: string | null
  lang: string
  skills?: MemberSkill[] | null
  place?: { municipality?: string | null; province?: string | null } | null
  /** Null is all over Italy. */
  radiusKm?: number | null
  modes?: (typeof modes)[number][] | null
  availability?: { state?: (typeof availabilityStates)[number] | null; from?: string | null } | null
  /** How many jobs of the network they want at a time; empty where they do not say. */
  maxOpenJobs?: number | null
  /** Whether they take small jobs too. */
  smallJobs?: boolean | null
  languages?: string[] | null
  links?: { label?: string | null; url: string }[] | null
  picture?: DocumentId | null
  email?: string | null
  phone?: string | null
  phoneDigits?: string | null
  /** The name's words, folded and in order: how files of one person are found again. */
  nameKey?: string | null
  phonePublic?: boolean | null
  helper?: { name?: string | null; email?: string | null; consent?: boolean | null } | null
  channel: Channel
  consents?: Consent[] | null
  notes?: string | null
  timeline?: TimelineEntry<MemberStatus>[] | null
  expiresAt?: string | null
  deletedAt?: string | null
  createdAt: string
  updatedAt: string
}

/** Five kinds show what they can do by what they did, titles or not. */
export const needsExperience = (kind: MemberKind): boolean => kind !== 'professional' && kind !== 'company'

/** Two files of one person agree here, whichever name was written first, in whatever case. */
export const nameKeyOf = ({ firstName, lastName }: Partial<Pick<Member, 'firstName' | 'lastName'>>): string | null =>
  fold(`${firstName ?? ''} ${lastName ?? ''}`)
    .split(' ')
    .toSorted()
    .join(' ') || null
