// What a form asks, as a table: one row a field, read alike by drawing, checking, keeping and sending.

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

export type FieldKind =
  | 'text'
  | 'email'
  | 'tel'
  | 'date'
  | 'money'
  | 'area'
  | 'select'
  | 'one'
  | 'many'
  | 'check'
  | 'place'
  | 'skills'

/**
 * One question. Its words are found by name: `name` the label, `name?` the help, `name!` what is said when it is
 * missing, `name.option` an option; an option without words of its own is named by `optionName`.
 */
export interface Field {
  name: string
  kind: FieldKind
  /** JSON pointer of its value in the body; a field without one only steers the form or records a consent. */
  at?: string
  /** Sent as a consent of this name when ticked. */
  consent?: string
  needed?: true | ((values: Values) => boolean)
  shown?(values: Values): boolean
  options?: readonly string[] | ((values: Values) => readonly string[])
  optionName?(option: string, language: string): string
  initial?: Value
  max?: number
  autocomplete?: AutoFill
  /** What goes into the body for a value that is not empty. */
  send?(value: Value): unknown
  /** Key of the words that say what is wrong, if anything is. */
  check?(value: Value, values: Values): string | undefined
  /** The same for the parts of a value, by their path in it: `0/origin`. */
  checkParts?(value: Value): Iterable<[string, string]>
  /** Its help is a link to this address of the network. */
  link?: 'rulesUrl' | 'privacyUrl'
  /** Class of the group of options, where it looks unlike others. */
  look?: 'large'
  /** Asked in this step of a form that has several. */
  step?: number
}

export const isShown = (field: Field, values: Values): boolean => field.shown?.(values) ?? true

export const isNeeded = (field: Field, values: Values): boolean =>
  typeof field.needed === 'function' ? field.needed(values) : field.needed === true

export const isEmpty = (value: Value | undefined): boolean =>
  value == null ||
  value === false ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && !value[0])

export const optionsOf = (field: Field, values: Values): readonly string[] =>
  typeof field.options === 'function' ? field.options(values) : (field.options ?? [])

export const firstValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.filter((field) => field.initial !== undefined).map((field) => [field.name, field.initial]))
