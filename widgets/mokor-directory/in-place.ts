// A profile opened in the directory's place: its address, its way back, and where the visitor was. Loaded with the first one.
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import '../mokor-member.js'

interface Host extends ReactiveControllerHost {
  /** Whether an opened profile has an address of its own. */
  readonly history: boolean
  /** The link of a person in the list. */
  linkTo(slug: string): HTMLElement | undefined
}

interface ProfileView {
  back: string
  api: string
  level: number
}

export class InPlace implements ReactiveController {
  /** Slug of the opened profile. */
  slug: string | null = null
  #scroll = 0
  #pushed = false

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
    if (this.host.history) {
      this.#pushed = true
      history.pushState(history.state, '', `#mokor=${slug}`)
    }
    this.#show(slug)
  }

  draw({ back, api, level }: ProfileView): TemplateResult {
    return html`<p class="back"><button type="button" class="plain" @click=${this.#back}>← ${back}</button></p>
      <mokor-member slug=${this.slug ?? ''} api=${api} heading-level=${level} .arriving=${true}></mokor-member>`
  }

  #show(slug: string | null): void {
    this.slug = slug
    this.host.requestUpdate()
  }

  #back = (): void => {
    // The browser's own step back keeps its history true; a profile opened by its address has none to go back to.
    if (this.#pushed) {
      history.back()
      return
    }
    if (this.host.history) history.replaceState(history.state, '', location.pathname + location.search)
    void this.#leave()
  }

  async #leave(): Promise<void> {
    const left = this.slug ?? ''
    this.#pushed = false
    this.#show(null)
    await this.host.updateComplete
    scrollTo(scrollX, this.#scroll)
    this.host.linkTo(left)?.focus({ preventScroll: true })
  }

  #walk = (): void => {
    if (!this.host.history) return
    const slug = /^#mokor=([\w-]+)$/.exec(location.hash)?.[1] ?? null
    if (slug === this.slug) return
    if (slug) this.#show(slug)
    else void this.#leave()
  }
}
