// Types that a form and its controller share: what is loaded at the first input, and what the controller may ask of the element.
import type { LitElement, TemplateResult } from 'lit'
import type { Field, FormState, FormWords } from '../../../plugin/contract/form/field.js'
import type { Vocabulary } from '../element.js'

/** What a form is besides its beginning. */
export interface FormRest {
  /** Words from the first input on: what is missing or wrong, what follows. */
  words: Vocabulary<FormWords>
  /** What later steps ask. */
  laterFields?: readonly Field[]
  /** Where it is sent, under the API's address. */
  path: string
  /** Added to the body by the form itself. */
  given?: object
  /** What must be at hand before anything is sent. */
  prepare?(): Promise<unknown>
  /** What follows is kept for this tab, until another one is begun. */
  keeps?: true
  /** What stands in the form's place once it is sent; its heading takes focus. */
  renderDone(answer: unknown, words: FormWords): TemplateResult
}

/** The element of a form, as what sends it sees it. */
export interface FormHost extends LitElement {
  readonly api: string | null
  readonly apiAddress: string
  readonly language: string
  readonly draftKey: string
  readonly fields: readonly Field[]
  readonly lastStep?: number
  readonly words: FormWords
  readonly state: FormState
  rest(): Promise<FormRest>
  set(change: Partial<FormState>): Promise<unknown>
  renderElsewhere(): unknown
}
