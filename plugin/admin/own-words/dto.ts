// What the page of own words asks its endpoints for: words of people and clients that stand in place of a trade, and what merging two
// trades would change.

export interface Suggestion {
  id: string
  name: string
}

export interface OwnWord {
  /** The word as it is compared: case, accents and blanks make no difference. */
  key: string
  /** As most people spell it. */
  word: string
  /** Other spellings of the same. */
  spellings: string[]
  /** How many documents hold it, by the collection's slug. */
  in: { slug: string; count: number }[]
  count: number
  /** Trades it may mean, the likeliest first. */
  suggestions: Suggestion[]
}

export interface OwnWordsPage {
  words: OwnWord[]
  /** Words beyond these. */
  more: number
  /** Words that were left as they are and have not come back more often. */
  left: number
  /** Files still being rewritten. */
  working: boolean
  trades: Suggestion[]
  sectors: { value: string; label: string }[]
  languages: string[]
}

export interface MergePreview {
  from: Suggestion
  into: Suggestion
  /** How many documents would change, by the collection's slug. */
  in: { slug: string; count: number }[]
  /** What wants a thought first, in words. */
  notes: string[]
}

/** A step of the page. @returns whether it was taken; why not has been said */
export type Act = (path: string, body: object, said: string) => Promise<boolean>
