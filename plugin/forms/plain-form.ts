// Types of a form without script: fields as data, each with its JSON pointer.
import type { FieldIssue } from '../api/problem.js'
import type { WriteRoute } from '../api/route.js'
import type { Localized } from '../i18n/localized.js'
import type { ResolvedOptions } from '../options/index.js'
import type { PageContent } from '../pages/document.js'
import type { PageContext } from '../pages/serve.js'

export interface FormField {
  /** Name of the input. */
  name: string
  /** JSON pointer into the body, by which problems find their field. */
  at: string
  kind: 'text' | 'email' | 'tel' | 'date' | 'number' | 'area' | 'one' | 'many' | 'select' | 'check'
  label: Localized
  /** What the summary of problems calls it, where several bear one label. */
  called?: Localized
  hint?: Localized
  /** Pages to read first, after the hint; they open beside the form, so that nothing typed is lost. */
  links?: { href: string; label: Localized }[]
  /** Said when it is missing; the code's own sentence otherwise. */
  missing?: Localized
  optional?: boolean
  options?: { value: string; label: Localized }[]
  /** Value before anybody chose. */
  initial?: string
  max?: number
  autocomplete?: string
}

/** A choice of one among a few. */
export const one = (
  name: string,
  at: string,
  label: Localized,
  options: Record<string, Localized>,
  more: Partial<FormField> = {},
): FormField => ({
  name,
  at,
  kind: 'one',
  label,
  options: Object.entries(options).map(([value, words]) => ({ value, label: words })),
  ...more,
})

export interface FormGroup {
  title: Localized | null
  /** Folded until somebody needs it. */
  folded?: boolean
  fields: FormField[]
}

/** What was typed, by name of input. */
export type Values = URLSearchParams

export interface HtmlForm {
  /** Sealed into its token: a token of one form is none of another. */
  name: string
  title: Localized
  /** Paragraphs above the form; `values` are those that came along. */
  intro(context: PageContext, values: Values): Localized[] | Promise<Localized[]>
  groups(options: ResolvedOptions): FormGroup[]
  button: Localized
  /** Values that come with the address and go along unseen. */
  carried?: string[]
  route: WriteRoute
  /** The body as the API takes it, and what could not be read into one. */
  read(values: Values, options: ResolvedOptions): { body: Record<string, unknown>; issues: FieldIssue[] }
  /** What the page says once it is sent; `values` are those that were. */
  done(answer: unknown, context: PageContext, values: Values): PageContent
}

/** A text, or nothing when it was left empty. */
export const textOf = (values: Values, name: string): string | undefined => {
  const value = (values.get(name) ?? '').replaceAll('\r\n', '\n').trim()
  return value === '' ? undefined : value
}

/** Consents of the boxes that were ticked. */
export const consentsOf = (values: Values, names: readonly string[], { organisation }: ResolvedOptions) =>
  names.filter((name) => values.get(name) === 'yes').map((what) => ({ what, version: organisation.consentVersion }))
