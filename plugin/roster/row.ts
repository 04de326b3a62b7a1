// The type of a roster row: what routing needs to know of an active member, public or not. Nothing of it ever leaves the desk.
import type { availabilityStates, origins } from '../contract/dto.js'

export interface RosterSkill {
  slug: string
  origin: (typeof origins)[number]
  years: number | null
  /** What the member declares where the law asks for a qualification. */
  qualified: 'yes' | 'no' | 'unknown' | null
}

/** What the members room says of one. */
export interface RosterMember {
  /** Id of the member. */
  id: string
  /** As editors call them. */
  name: string
  /** Whether it is a company: work can be referred to it, too. */
  company: boolean
  /** Known skills alone: by own words nobody is proposed. */
  skills: RosterSkill[]
  languages: string[]
  onsite: boolean
  remote: boolean
  /** `from` is an ISO date (YYYY-MM-DD) when state is `from`. */
  availability: { state: (typeof availabilityStates)[number]; from: string | null }
  /** ISTAT code, or null when only the province is known. */
  municipality: string | null
  /** Sigla, e.g. `MI`. */
  province: string
  /** Kilometres travelled; 0 at home only, null all over Italy. */
  radiusKm: number | null
  /** Jobs that they want at a time, at most; null where they do not say. */
  maxOpenJobs: number | null
  /** Whether they take small jobs too. */
  smallJobs: boolean
}

/** What a member's offers and jobs come to: counted anew each time, so that it is never wrong for long. */
export interface JobCounts {
  /** Agreed or under way. */
  openJobs: number
  /** Proposals ever sent to them, and the day of the last one (YYYY-MM-DD). */
  asked: number
  askedOn: string | null
  /** Jobs that were agreed with them, and the day of the last one. */
  served: number
  servedOn: string | null
  /** The day until which they said to have no time. */
  busyUntil: string | null
}

export const noJobs: JobCounts = { openJobs: 0, asked: 0, askedOn: null, served: 0, servedOn: null, busyUntil: null }

/** Further than any two places in Italy. */
export const allItalyKm = 2000

/** One document of `mokor-roster`. */
export interface RosterRow extends Omit<RosterMember, 'skills' | 'onsite'>, JobCounts {
  /** Place in the fair turn, from the id. */
  turn: number
  /** Slugs, for the index. */
  skills: string[]
  skillDetails: RosterSkill[]
  /** Kilometres travelled, `allItalyKm` all over Italy; null for who works remotely only. */
  radiusKm: number | null
  lat: number | null
  lng: number | null
  digest: string
}
