// A form as a table of fields: one row drives rendering, validation, the draft and the request body.

import type { NetworkDto } from '../dto.js'
import type { Draft } from './draft.js'
import type { Value, Values } from './values.js'

/** Words of a form by key; see `Field` for how a field finds its own. */
export type FormWords = Readonly<Record<string, string>>

/** `one` and `many` are groups of choices, `check` a single tick; the rest are native inputs or suggesting fields. */
export type FieldKind =
  | 'text'
  | 'email'
  | 'tel'
  | 'date'
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
  inputMode?: 'decimal'
  /** What goes into the body for a value that is not empty. */
  send?(value: Value): unknown
  /** Key of the words that say what is wrong, if anything is. */
  check?(value: Value, values: Values): string | undefined
  /** The same for the parts of a value, by their path in it: `0/origin`. */
  checkParts?(value: Value): Iterable<[string, string]>
  /** What helps to answer, where that is more than words. */
  help?(network: NetworkDto | undefined, words: FormWords): unknown
  /** Class of the group of options, where it looks unlike others. */
  look?: 'large' | 'tight'
  /** Asked in this step of a form that has several. */
  step?: number
}

/** All that changes while a form is filled in. */
export interface FormState extends Draft {
  /** What is wrong, in words, by the key of its place: a field's name, or `skills/0/origin`. */
  problems: ReadonlyMap<string, string>
  /** What went wrong as a whole. */
  trouble?: string | undefined
  /** The network's own page is offered beside. */
  stuck?: boolean
  network?: NetworkDto
  /** Why nothing can be sent from this page: it is not secure, or its site is not admitted. */
  blocked?: 'insecure' | 'refused' | undefined
  busy?: boolean
  /** What was emptied, until something new is typed. */
  emptied?: Draft | undefined
}

/** Whether an element of its own draws it, which suggests while one types. */
export const isSuggesting = ({ kind }: Field): boolean => kind === 'place' || kind === 'skills'

export const isNeeded = ({ needed }: Field, values: Values): boolean =>
  typeof needed === 'function' ? needed(values) : needed === true

export const optionsOf = ({ options = [] }: Field, values: Values): readonly string[] =>
  typeof options === 'function' ? options(values) : options

/** What a form begins with. */
export const fresh = (fields: readonly Field[]): FormState => ({
  values: Object.fromEntries(fields.map(({ name, initial }) => [name, initial])),
  pending: {},
  step: 0,
  answer: undefined,
  problems: new Map(),
  trouble: '',
})
