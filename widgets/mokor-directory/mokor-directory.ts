// The directory in someone's page: search, filters, people, and a profile opened in place.
import { html, nothing, type PropertyValues } from 'lit'
import type { FacetsDto, MemberCardDto, MembersPageDto, NetworkDto } from '../../plugin/api/dto.js'
import { type ApiProblem, isAbort } from '../core/api.js'
import { controls } from '../core/controls.js'
import { MokorElement } from '../core/element.js'
import { emit } from '../core/events.js'
import { heading } from '../core/heading.js'
import { theme } from '../core/theme.js'
import type { DirectoryWords } from '../locales/en/directory.js'
import { type Asked, type FilterName, filterNames, paramsOf, radii, toggled, widerThan } from './asked.js'
import { drawCard } from './card.js'
import { type Chosen, drawChosen, drawFilters } from './filters.js'
import { directoryStyles } from './mokor-directory.styles.js'

/** While the visitor is still typing nothing is asked. */
const typingPause = 400
const hashOf = (slug: string) => `#mokor=${slug}`
const nothingChosen: Pick<Asked, 'near' | 'available' | 'chosen'> = {
  near: null,
  available: false,
  chosen: { skill: [], province: [], kind: [], mode: [] },
}
const listOf = (value: string | null) => (value ?? '').split(/[\s,]+/).filter(Boolean)

/**
 * The members of the network, to be searched and opened in place.
 *
 * Unnamed children are the fallback, shown until the element is ready and whenever the network cannot be reached.
 *
 * @slot - Fallback: a link to the network's own directory page.
 * @slot above - Stands above the search.
 * @slot below - Stands below the list.
 *
 * @event {CustomEvent<MokorSelectDetail>} mokor-select - A person was chosen. Cancel it to open the profile yourself.
 * @event {CustomEvent<MokorErrorDetail>} mokor-error - The network refused an answer, or could not be reached.
 *
 * @csspart search - The search form.
 * @csspart filters - The row of filter chips.
 * @csspart list - The list of people.
 * @csspart card - One person.
 * @csspart picture - A person's picture.
 * @csspart more - The button that shows more people.
 *
 * @cssproperty [--mokor-accent=#0b6b68] - Fills; mixed with the page's text colour for links, chips and focus.
 * @cssproperty [--mokor-on-accent=#fff] - Text upon the accent.
 * @cssproperty [--mokor-radius=10px] - Corners.
 * @cssproperty [--mokor-space=4px] - Grid of all distances.
 * @cssproperty --mokor-line - Hairlines; the text colour at 16 % by default.
 * @cssproperty --mokor-surface - Calm tint of tags and skeletons.
 * @cssproperty --mokor-muted - Text of second rank.
 * @cssproperty [--mokor-panel=Canvas] - Ground of lists that open.
 * @cssproperty [--mokor-panel-text=CanvasText] - Text of lists that open.
 * @cssproperty [--mokor-room=20rem] - Height kept before the first render.
 */
export class MokorDirectory extends MokorElement<DirectoryWords> {
  static override properties = {
    q: { type: String },
    skill: { type: String },
    province: { type: String },
    kind: { type: String },
    mode: { type: String },
    near: { type: String },
    limit: { type: Number },
    history: { type: Boolean },
    requestUrl: { type: String, attribute: 'request-url' },
    asked: { state: true },
    members: { state: true },
    total: { state: true },
    facets: { state: true },
    next: { state: true },
    busy: { state: true },
    trouble: { state: true },
    choices: { state: true },
    open: { state: true },
    shown: { state: true },
    pages: { state: true },
  }

  static override vocabulary = {
    it: () => import('../locales/it/directory.js'),
    en: () => import('../locales/en/directory.js'),
  }

  static override styles = [theme, controls, directoryStyles]

  /** Words to begin with. */
  declare q: string | null
  /** Slugs of skills to begin with, separated by spaces. */
  declare skill: string | null
  /** Provinces to begin with (sigle, e.g. `CN TO`). */
  declare province: string | null
  /** Kinds to begin with: `professional company enthusiast occasional`. */
  declare kind: string | null
  /** Ways of working to begin with: `onsite remote`. */
  declare mode: string | null
  /** Place to begin with: a municipality's name or ISTAT code. */
  declare near: string | null
  /** People a page. */
  declare limit: number
  /** Gives an opened profile an address, `#mokor=slug`, so that it can be shared and left with the back button. */
  declare history: boolean
  /** Address of the page where a request can be sent; the network's own by default. */
  declare requestUrl: string | null

  declare private asked: Asked
  declare private members: readonly MemberCardDto[] | null
  declare private total: MembersPageDto['total']
  declare private facets: FacetsDto | null
  declare private next: string | null
  declare private busy: boolean
  declare private trouble: ApiProblem | null
  declare private choices: readonly { value: string; label: string }[]
  declare private open: FilterName | null
  /** Slug of the profile opened in place. */
  declare private shown: string | null
  declare private pages: Record<string, string>

  #labels = new Map<string, string>()
  #asking: AbortController | null = null
  #pause: ReturnType<typeof setTimeout> | undefined
  #source = ''
  #scroll = 0
  #pushed = false

  constructor() {
    super()
    this.limit = 12
    this.history = false
    this.asked = { q: '', radius: 25, ...nothingChosen }
    this.members = null
    this.total = null
    this.facets = null
    this.next = null
    this.busy = false
    this.trouble = null
    this.choices = []
    this.open = null
    this.shown = null
    this.pages = {}
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('pointerdown', this.#away)
    addEventListener('popstate', this.#walk)
    addEventListener('hashchange', this.#walk)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('pointerdown', this.#away)
    removeEventListener('popstate', this.#walk)
    removeEventListener('hashchange', this.#walk)
  }

  protected override willUpdate(changed: PropertyValues): void {
    const presets = ['q', 'near', ...filterNames] as const
    if (presets.some((name) => changed.has(name)))
      this.asked = {
        ...this.asked,
        q: this.q ?? '',
        near: this.near ? { value: this.near, label: this.near } : null,
        chosen: {
          skill: listOf(this.skill),
          province: listOf(this.province),
          kind: listOf(this.kind),
          mode: listOf(this.mode),
        },
      }
    if (!this.#source && this.history) this.shown = this.#slugInAddress()
    const source = `${this.apiAddress} ${this.language} ${presets.map((name) => this[name])}`
    if (source === this.#source) return
    this.#source = source
    void this.#search()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed as Map<PropertyKey, unknown>)
    if (this.shown !== null) void import('../mokor-member.js')
  }

  protected override render() {
    if (this.fallback) return this.#drawTrouble()
    return html`<div class="box">
      <div ?hidden=${this.shown !== null}>
        <slot name="above"></slot>
        ${this.#drawSearch()}
        ${drawFilters({
          asked: this.asked,
          facets: this.facets,
          words: this.words,
          open: this.open,
          labelOf: (name, value) => this.#labels.get(`${name} ${value}`) ?? value,
          onOpen: (name) => {
            this.open = this.open === name ? null : name
          },
          onToggle: (name, value) =>
            this.#ask({ chosen: { ...this.asked.chosen, [name]: toggled(this.asked.chosen[name], value) } }),
          onAvailable: () => this.#ask({ available: !this.asked.available }),
          onKey: this.#onKey,
        })}
        ${drawChosen(this.#chosen(), this.words, () => this.#ask(nothingChosen))}
        ${this.trouble ? this.#drawTrouble() : this.#drawList()}
        <slot name="below"></slot>
      </div>
      ${this.shown === null ? nothing : this.#drawProfile(this.shown)}
    </div>`
  }

  #drawSearch() {
    const { words, asked } = this
    return html`<form role="search" aria-label=${words.search} part="search" @submit=${this.#onSubmit}>
        <div class="what">
          <label for="q">${words.search}</label>
          <input
            class="input"
            id="q"
            type="search"
            maxlength="120"
            autocomplete="off"
            enterkeyhint="search"
            placeholder=${words.what}
            .value=${asked.q}
            @input=${this.#onType}
          />
        </div>
        <div class="near">
          <label for="near">${words.near}</label>
          <input
            class="input"
            id="near"
            maxlength="80"
            autocomplete="address-level2"
            enterkeyhint="search"
            placeholder=${words.nearHint}
            aria-invalid=${this.choices.length > 0}
            aria-describedby="choices"
            .value=${asked.near?.label ?? ''}
            @change=${this.#onNear}
          />
        </div>
        ${
          asked.near
            ? html`<div>
                <label for="radius">${words.radius}</label>
                <select class="input" id="radius" @change=${this.#onRadius}>
                  ${radii.map((km) => html`<option value=${km} ?selected=${km === asked.radius}>${words.km(km)}</option>`)}
                </select>
              </div>`
            : nothing
        }
        <button class="button primary">${words.go}</button>
      </form>
      <div class="choices" id="choices" role="status">
        ${this.choices.length > 0 ? words.whichPlace : nothing}
        ${this.choices.map(
          (choice) =>
            html`<button
              type="button"
              class="chip"
              @click=${() => this.#ask({ near: choice })}
            >${choice.label}</button>`,
        )}
      </div>`
  }

  #drawList() {
    const { words, members, total, headingLevel } = this
    return html`<p class="count" role="status">${total ? words.count(total.value, total.relation === 'gte') : nothing}</p>
      ${
        members?.length === 0
          ? this.#drawEmpty()
          : html`<ul class="list" part="list" role="list" aria-label=${words.results} aria-busy=${this.busy}>
              ${
                members
                  ? members.map((member) => drawCard(member, words, headingLevel, this.#onCard))
                  : Array.from(
                      { length: Math.min(6, this.limit) },
                      () => html`<li class="card ghost" aria-hidden="true">
                        <span class="face"></span><span></span><span></span><span></span><span></span>
                      </li>`,
                    )
              }
            </ul>`
      }
      ${
        members && this.next
          ? html`<p class="more">
              <button type="button" class="button" part="more" ?disabled=${this.busy} @click=${this.#onMore}>${words.next}</button>
            </p>`
          : nothing
      }
      ${
        members?.length && !this.asked.q && !this.asked.near
          ? html`<p class="rotation small muted">
              ${words.rotation} ${this.pages.ranking ? html`<a href=${this.pages.ranking}>${words.how}</a>` : nothing}
            </p>`
          : nothing
      }`
  }

  #drawEmpty() {
    const { words, asked } = this
    const wider = asked.near ? widerThan(asked.radius) : null
    const ask = this.requestUrl ?? this.pages.ask
    const offers: [string, () => void][] = this.#chosen().map(({ label, drop }) => [words.without(label), drop])
    if (wider !== null) offers.unshift([words.wider(wider), () => this.#ask({ radius: wider })])
    return html`<div class="note">
      ${heading(this.headingLevel, words.empty)}
      <p>${words.emptyText}</p>
      <ul>
        ${offers.map(([label, act]) => html`<li><button type="button" class="plain" @click=${act}>${label}</button></li>`)}
        ${ask ? html`<li><a class="plain" href=${ask}>${words.ask}</a></li>` : nothing}
      </ul>
    </div>`
  }

  #drawTrouble() {
    const { words, trouble } = this
    return html`<div class="note" role="alert">
      ${heading(this.headingLevel, words.failed)}
      <p>${(trouble?.problem?.errors?.[0]?.message ?? trouble?.problem?.detail) || words.failedText}</p>
      <button type="button" class="button" @click=${() => this.#search()}>${words.retry}</button>
    </div>`
  }

  #drawProfile(slug: string) {
    return html`<p class="back">
        <button type="button" class="plain" @click=${this.#onBack}>← ${this.words.back}</button>
      </p>
      <mokor-member
        slug=${slug}
        api=${this.apiAddress}
        heading-level=${this.headingLevel}
        .arriving=${true}
      ></mokor-member>`
  }

  /** Everything that narrows the list, each with its way out. */
  #chosen(): Chosen[] {
    const { asked, words } = this
    const chips: Chosen[] = filterNames.flatMap((name) =>
      asked.chosen[name].map((value) => ({
        label: this.#labels.get(`${name} ${value}`) ?? value,
        drop: () => this.#ask({ chosen: { ...asked.chosen, [name]: toggled(asked.chosen[name], value) } }),
      })),
    )
    if (asked.near) chips.push({ label: words.nearChip(asked.near.label), drop: () => this.#ask({ near: null }) })
    if (asked.available) chips.push({ label: words.available, drop: () => this.#ask({ available: false }) })
    return chips
  }

  // ── Asking ───────────────────────────────────────────────────────────────

  #ask(change: Partial<Asked>): void {
    this.asked = { ...this.asked, ...change }
    void this.#search()
  }

  async #search(): Promise<void> {
    clearTimeout(this.#pause)
    this.choices = []
    const page = await this.#load(null)
    if (!page) return
    for (const name of filterNames)
      for (const { value, label } of page.facets?.[name] ?? []) this.#labels.set(`${name} ${value}`, label)
    this.members = page.members
    this.total = page.total
    this.facets = page.facets
    if (page.members.length === 0) void this.#learnPages()
  }

  /** One page, or null when a newer question has taken its place or it failed. */
  async #load(cursor: string | null): Promise<MembersPageDto | null> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    this.busy = true
    try {
      const page = await this.client.get<MembersPageDto>(
        '/members',
        paramsOf(this.asked, this.limit, cursor),
        asking.signal,
      )
      this.next = page.next
      this.trouble = null
      this.fallback = false
      return page
    } catch (error) {
      if (!isAbort(error)) this.#fail(error as ApiProblem)
      return null
    } finally {
      if (this.#asking === asking) this.busy = false
    }
  }

  #fail(problem: ApiProblem): void {
    const choices = problem.problem?.errors?.find((issue) => issue.parameter === 'near')?.choices
    if (choices?.length) {
      this.choices = choices
      return
    }
    this.trouble = problem
    this.fallback = problem.unreachable && this.hasFallback && !this.members
    emit(this, 'mokor-error', { status: problem.status, problem: problem.problem })
  }

  /** Addresses of the network's own pages; the list stands without them. */
  async #learnPages(): Promise<void> {
    if (this.pages.ask) return
    const network = await this.client.get<NetworkDto>('/network').catch(() => null)
    if (network) this.pages = network.pages
  }

  // ── What the visitor does ────────────────────────────────────────────────

  #onType = (event: InputEvent): void => {
    const q = (event.target as HTMLInputElement).value
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.#ask({ q }), typingPause)
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    this.#ask({ q: this.#field('q').value, near: this.#typedPlace() })
  }

  #onNear = (): void => this.#ask({ near: this.#typedPlace() })

  #onRadius = (event: Event): void => this.#ask({ radius: Number((event.target as HTMLSelectElement).value) })

  #typedPlace(): Asked['near'] {
    const label = this.#field('near').value.trim()
    if (label === this.asked.near?.label) return this.asked.near
    return label ? { value: label, label } : null
  }

  #field(id: string): HTMLInputElement {
    return this.renderRoot.querySelector(`#${id}`) as HTMLInputElement
  }

  #onMore = async (): Promise<void> => {
    const before = this.members ?? []
    const page = await this.#load(this.next)
    if (!page) return
    this.members = [...before, ...page.members]
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLAnchorElement>('.card a')[before.length]?.focus()
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return
    event.preventDefault()
    this.renderRoot.querySelector<HTMLElement>(`[data-filter=${this.open}]`)?.focus()
    this.open = null
  }

  #away = (event: Event): void => {
    if (this.open && !event.composedPath().some((node) => (node as Element).className === 'bar')) this.open = null
  }

  // ── A profile in place ───────────────────────────────────────────────────

  #onCard = (event: MouseEvent, member: MemberCardDto): void => {
    // A new tab or window is the visitor's own choice.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { slug, name, page } = member
    if (!emit(this, 'mokor-select', { slug, name, page })) return
    this.#scroll = scrollY
    this.shown = slug
    if (!this.history) return
    this.#pushed = true
    history.pushState(history.state, '', hashOf(slug))
  }

  #onBack = (): void => {
    // The browser's own step back keeps its history true; a profile opened by its address has none to go back to.
    if (this.#pushed) {
      history.back()
      return
    }
    if (this.history) history.replaceState(history.state, '', location.pathname + location.search)
    void this.#leave()
  }

  async #leave(): Promise<void> {
    const slug = this.shown
    this.shown = null
    this.#pushed = false
    await this.updateComplete
    scrollTo(scrollX, this.#scroll)
    const at = this.members?.findIndex((member) => member.slug === slug) ?? -1
    this.renderRoot.querySelectorAll<HTMLAnchorElement>('.card a')[at]?.focus({ preventScroll: true })
  }

  #walk = (): void => {
    if (!this.history) return
    const slug = this.#slugInAddress()
    if (slug === this.shown) return
    if (slug) this.shown = slug
    else void this.#leave()
  }

  #slugInAddress(): string | null {
    return /^#mokor=([\w-]+)$/.exec(location.hash)?.[1] ?? null
  }
}
