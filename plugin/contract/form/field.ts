// A form as a table of fields, pure data: widget, page without script, checks, draft and request body are made from it.

import type { NetworkDto } from '../dto.js'
import type { Draft } from './draft.js'
import type { Value } from './values.js'

/** Words of a form by key; see `Field` for how a field finds its own. */
export type FormWords = Readonly<Record<string, string>>

/**
 * How it is asked, checked and sent.
 * - `text`, `email`, `tel`, `date`, `area` (several lines): native controls
 * - `one`, `many`: groups of choices; `check`: a single tick
 * - `place`, `skills`: fields that suggest while one types
 * - `euros`: an amount chosen among some, `other` for one that is typed; `money`: the one typed; sent in cents
 * - `radius`: kilometres, or `all`; `languages`: many of them, named by the browser; `links`: addresses, one a line
 * - `rules`: a tick, with the network's rules to read first
 */
export type FieldKind =
  | 'text'
  | 'email'
  | 'tel'
  | 'date'
  | 'area'
  | 'one'
  | 'many'
  | 'check'
  | 'place'
  | 'skills'
  | 'euros'
  | 'money'
  | 'radius'
  | 'languages'
  | 'links'
  | 'rules'

/**
 * Holds where every field named in it holds what is said there: `true` anything at all, `false` nothing, a text that
 * choice, a list one of those; of a field with several choices any will do.
 * @example { helper: true, email: false } // somebody helps, and there is no e-mail
 */
export type Condition = Readonly<Record<string, boolean | string | readonly string[]>>

/**
 * One question. Its words are found by name: `name` the label, `name?` the help, `name!` what is said when it is
 * missing, `name~` when its text is too short, `name.option` an option, `name.*` options without words of their own (`{}`
 * stands for the option), `name+` what a page that always shows it adds to the help: when it is asked for.
 */
export interface Field {
  name: string
  kind: FieldKind
  /** JSON pointer of its value in the body; a field without one only steers the form or records a consent. */
  at?: string
  /** Sent as a consent of this name when ticked. */
  consent?: string
  /** Which text of that consent this is: it follows the network's version of its papers in what is recorded. */
  edition?: string
  needed?: true | Condition | undefined
  shown?: Condition
  options?: readonly string[]
  /** Further options, each offered where its condition holds. */
  moreOptions?: Readonly<Record<string, Condition>>
  initial?: string
  /** Characters of a text. */
  min?: number
  max?: number
  /** Entries of a list. */
  most?: number
  /** Cents of an amount, from and to. */
  range?: readonly [number, number]
  /** Of each skill it is asked where it comes from, for how long, and the qualification where the law wants one. */
  details?: true
  autocomplete?: AutoFill
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

/** What a form begins with. */
export const fresh = (fields: readonly Field[]): FormState => ({
  values: Object.fromEntries(fields.map(({ name, initial }): [string, Value | undefined] => [name, initial])),
  pending: {},
  step: 0,
  answer: undefined,
  problems: new Map(),
  trouble: '',
})
