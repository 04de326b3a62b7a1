// What every element of the network shares: where the API is, which language is spoken, its words, and its fallback.
import { LitElement, type PropertyDeclarations } from 'lit'
import { defaultApi } from './address.js'
import { type Api, apiAt } from './api.js'

/** One loader a language; an element in one language loads that one only. */
export type Vocabulary<Words extends object> = Record<string, () => Promise<{ words: Words }>>

const spoken = new Map<unknown, object>()

/**
 * Base of the widgets. A subclass sets `static vocabulary` and reads `this.words`; nothing renders before they are there.
 *
 * The element's unnamed light-DOM children are its fallback: shown before the first render, and again while
 * `fallback` is true (the network cannot be reached).
 */
export abstract class MokorElement<Words extends object = object> extends LitElement {
  static override properties: PropertyDeclarations = {
    api: { type: String },
    headingLevel: { type: Number, attribute: 'heading-level' },
    fallback: { state: true },
  }

  /** Languages the element speaks; English stands in for others. */
  static vocabulary: Vocabulary<object> = {}

  /** Address of the network's API; the loader knows it, bundled pages set it here or with `setApi`. */
  declare api: string | null
  /** Level of the element's first heading, so that it fits the page's outline. */
  declare headingLevel: number
  /** Shows the light-DOM children in place of what `render` draws besides. */
  declare protected fallback: boolean

  /** The words of this element's language; set before the first render. */
  declare protected words: Words

  /** False until what is shown has its own height: the room kept for the element stays that long. */
  protected settled = true

  #watch: MutationObserver | null = null
  #room: HTMLSlotElement | null = null
  /** Language of the words at hand. */
  #spoken = ''
  /** Words that could not be fetched; they are asked for again when the language or the place changes, or in a while. */
  #unheard: unknown
  /** Milliseconds until then. */
  #patience = 2000

  constructor() {
    super()
    this.api = null
    this.headingLevel = 2
    this.fallback = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // A page that changes its language, here or further out, changes ours.
    this.#watch = new MutationObserver(this.#listen)
    for (
      let root: Node | undefined = this.getRootNode();
      root;
      root = (root as Partial<ShadowRoot>).host?.getRootNode()
    )
      this.#watch.observe(root, { subtree: true, attributeFilter: ['lang'] })
    this.#listen()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#watch?.disconnect()
  }

  readonly #listen = (): void => {
    this.#unheard = null
    this.requestUpdate()
  }

  /** Two-letter language of the nearest `lang`, also across shadow roots; the page's or the browser's otherwise. */
  get language(): string {
    const code = codeOf(nearestLang(this) || navigator.language)
    return code in this.#vocabulary ? code : 'en'
  }

  /** Address of the public API without a closing slash, e.g. `https://example.org/api/mokor/v1`. */
  get apiAddress(): string {
    return (this.api || defaultApi()).replace(/\/+$/, '')
  }

  /** @internal Address of a page, which speaks this element's language where it is the network's own. */
  pageAt(address: string): string {
    const mark = address.includes('?') ? '&' : '?'
    return address.startsWith(`${this.apiAddress}/`) ? `${address}${mark}lang=${this.language}` : address
  }

  /** The API, speaking this element's language. */
  protected get client(): Api {
    return apiAt(this.apiAddress, this.language)
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    this.#room = document.createElement('slot')
    this.#room.className = 'room'
    this.renderOptions.renderBefore = root.appendChild(this.#room)
    return root
  }

  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const { language } = this
    const load = this.#vocabulary[language]
    const words = load ? spoken.get(load) : {}
    if (words) {
      this.words = words as Words
      this.#spoken = language
    }
    if (!load || words || (this.words && this.#unheard === load)) {
      super.scheduleUpdate()
      return undefined
    }
    return load().then(
      (module) => {
        spoken.set(load, module.words)
        return this.scheduleUpdate()
      },
      () => {
        this.#unheard = load
        // The words at hand must do; without any the fallback stands alone.
        if (this.words) return this.scheduleUpdate()
        this.isUpdatePending = false
        if (this.#room) this.#room.className = ''
        this.#patience *= 2
        setTimeout(() => this.isConnected && this.#listen(), this.#patience)
        return undefined
      },
    )
  }

  protected override updated(_changed: Map<PropertyKey, unknown>): void {
    const room = this.#room
    if (!room) return
    room.hidden = this.settled && !this.fallback
    room.className = this.settled ? '' : 'room'
    // Words in another language than the page's say so.
    const foreign = codeOf(nearestLang(this)) !== this.#spoken
    for (const part of this.renderRoot.children) {
      if (foreign && part !== room) (part as HTMLElement).lang = this.#spoken
      else part.removeAttribute('lang')
    }
  }

  get #vocabulary(): Vocabulary<object> {
    return (this.constructor as typeof MokorElement).vocabulary
  }
}

const codeOf = (language: string) => language.slice(0, 2).toLowerCase()

function nearestLang(from: Element): string {
  const holder = from.closest<HTMLElement>('[lang]')
  const { host } = from.getRootNode() as Partial<ShadowRoot>
  return holder ? holder.lang : host ? nearestLang(host) : ''
}
