// The interface of a search engine. Both engines give the same answers to the byte.
import type { Position } from '../position.js'
import type { DirectoryQuery, FacetName } from '../query.js'
import type { DirectoryRow } from '../row.js'
import type { AskedWord } from '../words.js'

/** A row as lists need it. */
export type ListedRow = Pick<
  DirectoryRow,
  | 'type'
  | 'slug'
  | 'turn'
  | 'name'
  | 'headline'
  | 'lang'
  | 'kind'
  | 'skillDetails'
  | 'modes'
  | 'languages'
  | 'availability'
  | 'municipality'
  | 'province'
  | 'region'
  | 'picture'
>
/** A row as its own page needs it. */
export type WholeRow = Omit<DirectoryRow, 'strong' | 'tokens'>

export interface Page {
  /** `comes`: from a town outside the circle that was asked for, behind all who live inside. */
  rows: { row: ListedRow; km: number | null; comes: boolean }[]
  /** Where to go on, or null at the end. */
  next: Position | null
}

export interface Counts {
  /** Rows that match, not capped. */
  total: number
  /** Exact; each ignores its own filter. Values that nobody has are left out. */
  facets: Record<FacetName, Map<string, number>>
  /** With a place: who else would come, not counted above. */
  reach: Reach | null
}

export interface Reach {
  /** From outside the circle, by how far they travel. */
  comes: number
  /** On site all over Italy, wherever they live. */
  everywhere: number
}

export interface Engine {
  /** Makes indexes; safe to repeat. */
  prepare(): Promise<void>
  /** Reads what changed last; what is asked afterwards is at least as new as this version says. */
  version(): Promise<string>
  /** @param version a version this engine gave; lets it keep what it worked out for it */
  page(query: DirectoryQuery, from: Position | { start: number }, limit: number, version: string): Promise<Page>
  counts(query: DirectoryQuery, version: string): Promise<Counts>
  /** Those of the words that any row holds. */
  known(words: readonly AskedWord[], version: string): Promise<AskedWord[]>
  row(slug: string): Promise<WholeRow | null>
}

/** At most so many words of the published vocabulary stand for a beginning. */
export const prefixWords = 50
