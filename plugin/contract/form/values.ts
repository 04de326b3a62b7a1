// What the fields of a form hold: text, choices, a place, skills.

export interface PlaceValue {
  /** ISTAT code. */
  code: string
  name: string
}

/** A chosen trade, or the visitor's own words where `slug` is missing. */
export interface SkillValue {
  slug?: string
  name: string
  regulated?: boolean
  origin?: string
  years?: string
  qualified?: string
}

export type Value = string | boolean | readonly string[] | PlaceValue | readonly SkillValue[] | null

export type Values = Readonly<Record<string, Value | undefined>>
