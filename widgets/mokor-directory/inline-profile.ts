// Opens a profile in the directory’s place: address, history, scroll position. Loaded with the first one.
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { anchored } from '../core/anchored.js'
import '../mokor-member.js'

interface Host extends ReactiveControllerHost {
  /** Whether an opened profile has an address of its own. */
  readonly history: boolean
  readonly apiAddress: string
  readonly headingLevel: number
  /** Where focus goes when a person's profile is left. */
  placeOf(slug: string): HTMLElement | null
}

export class InlineProfile implements ReactiveController {
  /** Slug of the opened profile. */
  slug: string | null = null
  /** Where the page stood when the visitor chose the profile; null for one opened by its address. */
  #scroll: number | null = null
  #pushed = false
  /** The address's own anchor while no profile is open. */
  #anchor = ''

  constructor(private readonly host: Host) {
    host.addController(this)
    this.#walk()
  }

  hostConnected(): void {
    addEventListener('popstate', this.#walk)
    addEventListener('hashchange', this.#walk)
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#walk)
    removeEventListener('hashchange', this.#walk)
  }

  open(slug: string): void {
    this.#scroll = scrollY
    this.#anchor = location.hash
    this.#pushed = true
    // Without an address of its own too: a phone's way back then leads to the list.
    history.pushState(
      { ...history.state, mokor: slug },
      '',
      anchored(this.host.history ? `#mokor=${slug}` : this.#anchor),
    )
    this.#show(slug)
  }

  /** @param back what the way back is called */
  draw(back: string): TemplateResult | typeof nothing {
    const { slug, host } = this
    if (!slug) return nothing
    return html`<p class="back"><button class="plain" @click=${this.#back}>← ${back}</button></p>
      <mokor-member slug=${slug} api=${host.apiAddress} heading-level=${host.headingLevel} .arriving=${true}
        exportparts="picture, form, field, button, summary, done"></mokor-member>`
  }

  #show(slug: string | null): void {
    this.slug = slug
    this.host.requestUpdate()
  }

  #back = (): void => {
    // The page may have moved on to an anchor of its own meanwhile.
    if (this.#named() === this.slug) {
      // The browser's own step back keeps its history true; a profile opened by its address has none to go back to.
      if (this.#pushed) {
        history.back()
        return
      }
      history.replaceState(history.state, '', anchored(''))
    }
    void this.#leave()
  }

  async #leave(): Promise<void> {
    const left = this.slug ?? ''
    const scroll = this.#scroll
    this.#scroll = null
    this.#pushed = false
    this.#show(null)
    await this.host.updateComplete
    if (scroll !== null) scrollTo(scrollX, scroll)
    this.host.placeOf(left)?.focus({ preventScroll: scroll !== null })
  }

  #walk = (): void => {
    const slug = this.#named()
    if (!slug && !this.slug) this.#anchor = location.hash
    if (slug === this.slug) return
    if (slug) {
      this.#scroll = null
      this.#show(slug)
    } else if (location.hash === this.#anchor) void this.#leave()
  }

  /** Slug of the profile that the page's address names, or its history where the address is the page's own alone. */
  #named(): string | null {
    if (this.host.history) return addressed()
    return this.slug && history.state?.mokor === this.slug ? this.slug : null
  }
}

/** Slug of the profile that the page's address names. */
const addressed = () => /^#mokor=([\w-]+)$/.exec(location.hash)?.[1] ?? null
