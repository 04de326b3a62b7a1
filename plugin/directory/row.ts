// The type of a published row: all that the public can see of a member, or of a team.
import type { availabilityStates, modes, origins, publicKinds, rowTypes } from '../contract/dto.js'

export type RowType = (typeof rowTypes)[number]
export type PublicKind = (typeof publicKinds)[number]
export type Mode = (typeof modes)[number]
export type Origin = (typeof origins)[number]
export type AvailabilityState = (typeof availabilityStates)[number]

export interface RowSkill {
  /** Slug of the skill, or null while it is in the member's own words. */
  slug: string | null
  /** The member's own words, or null when `slug` stands. */
  own: string | null
  origin: Origin
  years: number | null
  note: string | null
}

/** What a member or a team shows, before words, turn and coordinates are worked out. */
export interface PublicProfile {
  /** Id of the member in its own collection, or what the room of another type calls its rows; never leaves the server. */
  id: string
  type: RowType
  slug: string
  name: string
  headline: string
  experience: string
  lang: string
  kind: PublicKind
  skills: RowSkill[]
  modes: Mode[]
  languages: string[]
  /** `from` is an ISO date (YYYY-MM-DD) when state is `from`. */
  availability: { state: AvailabilityState; from: string | null }
  /** ISTAT code, or null when only the province is known. */
  municipality: string | null
  /** Sigla, e.g. `MI`. */
  province: string
  /** Kilometres travelled; 0 at home only, null all over Italy. */
  radiusKm: number | null
  links: { label: string | null; url: string }[]
  /** Id of the picture document and its digest, or null. */
  picture: { id: string; digest: string } | null
  /** Only when the member wants it shown. */
  phone: string | null
}

/** One document of `mokor-directory`. */
export interface DirectoryRow extends Omit<PublicProfile, 'skills'> {
  /** 31 bits of a hash of the slug: the place in the rotation. */
  turn: number
  /** Slugs of the known skills, for filters. */
  skills: string[]
  skillDetails: RowSkill[]
  region: string
  lat: number | null
  lng: number | null
  /** Words of name, headline, skills and their synonyms. */
  strong: string[]
  /** Every word. */
  tokens: string[]
  /** Hash of the public bytes; a change that leaves it alone changes no ETag. */
  digest: string
}

/** Names and synonyms of a skill, by which people look for it. */
export interface SkillWords {
  slug: string
  words: string[]
}
