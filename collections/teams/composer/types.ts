// What the composer takes and gives: plain data, without people's names.

export interface TeamNeed {
  /** Slug of the trade. */
  trade: string
  /** How many people of it; one person can fill places of several trades. */
  places: number
}

export interface TeamCandidate {
  id: string
  /** Slugs of the trades they can fill a place of. */
  trades: readonly string[]
  company: boolean
  /** Whether they can be asked now: the others are only shown where nobody else is left. */
  available: boolean
  /** Kilometres to the place, where both are known. */
  km: number | null
}

export interface ComposedPerson {
  id: string
  /** Trades they fill a place of in this team. */
  trades: string[]
  /** Who could be in their place, with as few people and everything covered that was covered: at most three, in fair turn. */
  instead: string[]
}

export interface Uncovered {
  trade: string
  /** Places that nobody available fills. */
  places: number
  /** People of the trade who cannot be asked now, nearest first. */
  nearest: string[]
  /** Companies of the trade to refer to, nearest first. */
  companies: string[]
}

export type Composition =
  | { outcome: 'composed'; people: ComposedPerson[]; uncovered: Uncovered[] }
  /** More ways to fill the places than are looked through: `ways` of at most `atMost`. */
  | { outcome: 'too-many'; ways: number; atMost: number }
