// Types of a form without script: the table that the widget draws too, and what a page adds to it.
import type { WriteRoute } from '../api/route.js'
import type { Field, FormWords } from '../contract/form/field.js'
import type { PageContent } from '../pages/document.js'
import type { PageContext } from '../pages/serve.js'

/** What was typed, by name of input. */
export type Typed = URLSearchParams

export interface FormGroup {
  /** Key of its title. */
  title: string
  /** Folded until somebody needs it. */
  folded?: boolean
  /** Names of its fields. */
  fields: readonly string[]
}

export interface HtmlForm {
  /** Sealed into its token: a token of one form is none of another. */
  name: string
  fields: readonly Field[]
  /** Those of the widget and the page's own, which stand in for them under the same key. */
  words: Record<'it' | 'en', FormWords>
  /** Without groups the fields stand in their order. */
  groups?: readonly FormGroup[]
  /** Values of the body that come with the address and go along unseen. */
  carried?: readonly string[]
  route: WriteRoute
  /** What the page says once it is sent; `typed` is what was. */
  done(answer: unknown, context: PageContext, typed: Typed): PageContent
}

/** A form on a page of its own. */
export interface HtmlFormPage extends HtmlForm {
  /** Paragraphs above the form; `typed` is what came along. */
  intro(context: PageContext, typed: Typed): string[] | Promise<string[]>
}

/** A text, or nothing when it was left empty. */
export const textOf = (typed: Typed, name: string): string | undefined => {
  const value = (typed.get(name) ?? '').replaceAll('\r\n', '\n').trim()
  return value === '' ? undefined : value
}

/** @example filled('entro {n} giorni', { n: 7 }) // 'entro 7 giorni' */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
