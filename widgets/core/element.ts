// What every element of the network shares: where the API is, which language is spoken, and its words.
import { LitElement } from 'lit'
import { type Locale, wordsOf } from './words.js'

let scriptApi: string | null = null

/** Set once by the loader: the API's address taken from the loader's own URL. */
export function setDefaultApi(address: string): void {
  scriptApi = address
}

/**
 * Base of the widgets.
 * `api` overrides the address that the loader knows; `lang` is read from the element or its nearest ancestor.
 */
export class MokorElement extends LitElement {
  static override properties = {
    api: { type: String },
    headingLevel: { type: Number, attribute: 'heading-level' },
  }

  declare api: string | null
  declare headingLevel: number

  #watch: MutationObserver | null = null

  constructor() {
    super()
    this.api = null
    this.headingLevel = 2
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // A page that changes its language changes ours.
    this.#watch = new MutationObserver(() => this.requestUpdate())
    this.#watch.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#watch?.disconnect()
  }

  /** Two-letter language of the nearest `lang` that the widgets speak; English otherwise. */
  get language(): string {
    const from =
      (this.closest('[lang]') as HTMLElement | null)?.lang || document.documentElement.lang || navigator.language
    return from.slice(0, 2).toLowerCase()
  }

  /** Address of the public API without a closing slash, e.g. `https://example.org/api/mokor/v1`. */
  get apiAddress(): string {
    return (this.api ?? scriptApi ?? '').replace(/\/+$/, '')
  }

  /** The words of this element's language. */
  protected get words(): Locale {
    return wordsOf(this.language)
  }
}
