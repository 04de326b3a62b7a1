// The directory in someone's page: search, filters, people, and a profile opened in place.
import { adoptStyles, html, nothing, type PropertyValues } from 'lit'
import type { NetworkDto, ReachDto } from '../../plugin/contract/dto.js'
import type { FacetsDto, ListedMemberDto, MemberCardDto, MembersPageDto } from '../../plugin/directory/dto.js'
import { anchored } from '../core/anchored.js'
import type { ApiProblem } from '../core/api.js'
import { controls } from '../core/controls.js'
import { emit } from '../core/events.js'
import { heading } from '../core/heading.js'
import { RequestElement } from '../core/request.js'
import { theme } from '../core/theme.js'
import type { DirectoryWords } from '../locales/en/directory.js'
import { renderCard, renderGhost } from './card.js'
import type { FilterControls } from './filter-controls.js'
import { type FilterName, type Filters, filterNames, nothingChosen, paramsOf } from './filters.js'
import { icon } from './icon.js'
import type { InlineProfile } from './inline-profile.js'
import { directoryStyles } from './mokor-directory.styles.js'

/** While the visitor is still typing nothing is asked. */
const typingPause = 400
const listOf = (value: string | null) => (value ?? '').split(/[\s,]+/).filter(Boolean)
const presets = ['q', 'near', ...filterNames] as const

/** What an attribute asks for. */
function presetOf(name: (typeof presets)[number], value: string | null): Partial<Filters> {
  if (name === 'q') return { q: value ?? '' }
  if (name === 'near') return { near: value ? { code: value, name: value } : null }
  return { [name]: listOf(value) }
}

/**
 * The members of the network, to be searched and opened in place.
 *
 * Unnamed children are the fallback, shown until the element is ready and whenever the network cannot be reached.
 *
 * @tagname mokor-directory
 * @slot - Fallback: a link to the network's own directory page.
 * @slot above - Stands above the search.
 * @slot below - Stands below the list.
 *
 * @event {CustomEvent<MokorSelectDetail>} mokor-select - A person was chosen. Cancel it to open the profile yourself.
 * @event {CustomEvent<MokorErrorDetail>} mokor-error - The network refused an answer, or could not be reached. Cancel it to tell it yourself.
 *
 * @csspart search - The search form.
 * @csspart filters - The row of filter chips.
 * @csspart list - The list of people.
 * @csspart card - One person.
 * @csspart picture - A person's picture or initials.
 * @csspart more - The button that shows more people.
 * @csspart form - The form that writes to a person whose profile is open.
 * @csspart field - Each question of that form.
 * @csspart button - The button that sends it.
 * @csspart summary - The list of what is missing in it.
 * @csspart done - What stands in its place afterwards.
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
 * @cssproperty [--mokor-room=74rem] - Height kept before the first render.
 */
export class MokorDirectory extends RequestElement<DirectoryWords> {
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
    reach: { state: true },
    facets: { state: true },
    next: { state: true },
    setAside: { state: true },
    open: { state: true },
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

  declare private asked: Filters
  declare private members: readonly ListedMemberDto[] | null
  declare private total: MembersPageDto['total']
  /** The total in words, as the network says it. */
  declare private totalLabel: MembersPageDto['totalLabel']
  declare private reach: ReachDto | null
  declare private facets: FacetsDto | null
  declare private next: string | null
  declare private setAside: readonly string[]
  declare private open: FilterName | null
  declare private pages: Record<string, string>

  #pause: ReturnType<typeof setTimeout> | undefined
  #narrowing: FilterControls | null = null
  #profile: InlineProfile | null = null

  constructor() {
    super()
    this.limit = 12
    this.history = false
    this.asked = { q: '', radius: 25, ...nothingChosen }
    this.members = this.total = this.reach = this.facets = this.next = this.open = null
    this.pages = {}
    this.setAside = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('pointerdown', this.#away)
    if (this.history) void this.#inPlace().catch(() => null)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('pointerdown', this.#away)
  }

  protected get subject(): unknown {
    return presets.map((name) => this[name])
  }

  protected override willUpdate(changed: PropertyValues): void {
    // What else the visitor asked stays.
    for (const name of presets) if (changed.has(name)) this.asked = { ...this.asked, ...presetOf(name, this[name]) }
    if (!this.hasUpdated) this.asked = { ...this.asked, ...history.state?.[this.#kept] }
    super.willUpdate(changed)
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed)
    const { asked, open, members } = this
    const narrowed = asked.near || asked.travels || asked.available || filterNames.some((name) => asked[name][0])
    if (this.#narrowing?.language !== this.language && (narrowed || open || members?.length === 0)) void this.#narrow()
  }

  protected override render() {
    if (this.fallback) return this.#renderTrouble()
    return html`<div class="box">
      <div ?hidden=${this.#profile?.slug}>
        <slot name="above"></slot>
        ${this.#renderSearch()} ${this.#renderFilters()} ${this.#narrowing?.renderChosen(this.open)}
        ${this.trouble && this.again !== this.#onMore ? this.#renderTrouble() : this.#renderList()}
        <slot name="below"></slot>
      </div>
      ${this.#profile?.draw(this.words.back)}
    </div>`
  }

  #renderSearch() {
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
          ${
            this.#narrowing?.renderNear() ??
            html`<label for="near">${words.near}</label>
              <input
                class="input"
                id="near"
                maxlength="80"
                autocomplete="off"
                placeholder=${words.nearHint}
                .value=${asked.near?.name ?? ''}
                @focus=${this.#onNear}
              />`
          }
        </div>
        ${asked.near?.code ? this.#narrowing?.renderRadius() : nothing}
        <button class="button primary">${words.go}</button>
      </form>
      <div class="row" id="choices" role="status">${
        asked.near?.choices ? this.#narrowing?.renderUnclear(asked.near.choices) : nothing
      }</div>`
  }

  #renderFilters() {
    const { words, asked, open } = this
    return html`<div class="row" role="group" aria-label=${words.filters} part="filters" @keydown=${this.#onKey}>
      ${filterNames.map((name) => {
        const { length } = asked[name]
        return html`<button
            class="chip"
            data-filter=${name}
            aria-expanded=${!!this.#narrowing && open === name}
            @click=${() => this.#onOpen(name)}>${words[name]}${length ? ` · ${length}` : ''}${icon('m5 7.5 5 5 5-5')}</button>
          ${this.#narrowing?.renderPanel(name, open === name)}`
      })}
      <button
        class="chip"
        aria-pressed=${asked.available}
        @click=${() => this.#ask({ available: !asked.available })}>${words.available}</button>
    </div>`
  }

  #renderList() {
    const { words, members, total, reach, busy, headingLevel } = this
    const inside = members?.filter((member) => !member.comes)
    const coming = members?.filter((member) => member.comes)
    const counted = total && ((!total.value && coming?.[0] && this.#narrowing?.nobodyNear) || this.totalLabel)
    return html`<p class="count" role="status" tabindex="-1">${
      counted ? counted + words.setAside(this.setAside) : nothing
    }</p>
      ${
        members && !members[0]
          ? this.#narrowing?.renderEmpty(headingLevel, this.requestUrl ?? this.pageAt(this.pages.ask ?? ''))
          : html`${!members || inside?.[0] ? this.#renderCards(inside) : nothing}
              ${coming?.[0] ? html`${reach && this.#narrowing?.renderComing(reach)}${this.#renderCards(coming)}` : nothing}`
      }
      ${
        this.trouble
          ? this.#renderTrouble()
          : members && this.next
            ? html`<p class="more">
                <button class="button" part="more" aria-disabled=${busy} @click=${this.#onMore}>${words.next}</button>
              </p>`
            : nothing
      }
      ${reach && this.#narrowing?.renderEverywhere(reach)}
      ${
        members?.length && !this.asked.q && !this.asked.near
          ? html`<p class="rotation small muted">
              ${words.rotation}
            </p>`
          : nothing
      }`
  }

  #renderCards(members: readonly ListedMemberDto[] | undefined) {
    const { words, busy, headingLevel } = this
    return html`<ul class="list" part="list" role="list" aria-label=${words.results} aria-busy=${busy}>
      ${
        members?.map((member) =>
          renderCard(
            member,
            words,
            headingLevel,
            this.pageAt(member.page ?? anchored(`#mokor=${member.slug}`)),
            this.#onCard,
          ),
        ) ?? Array.from({ length: Math.min(12, this.limit) }, renderGhost)
      }
    </ul>`
  }

  #renderTrouble() {
    const { words, busy } = this
    const problem = this.trouble?.problem
    return html`<div class="note" role="alert">
      ${this.again === this.#onMore ? nothing : heading(this.headingLevel, words.failed)}
      <p>${(problem?.errors?.[0]?.message ?? problem?.detail) || words.failedText}</p>
      <button class="button" aria-disabled=${busy} @click=${() => this.again()}>${words.retry}</button>
    </div>`
  }

  // ── Asking ───────────────────────────────────────────────────────────────

  /** Under what name the page's history keeps the search of this directory. */
  get #kept(): string {
    return `mokor ${this.subject}`
  }

  /** Words that were typed and not yet searched go along with whatever else is asked. */
  #ask(change: Partial<Filters>): void {
    this.asked = { ...this.asked, q: this.#input.value, ...change }
    // Whoever leaves the page and comes back finds the search again.
    history.replaceState({ ...history.state, [this.#kept]: this.asked }, '')
    void this.load()
  }

  protected async load(): Promise<void> {
    clearTimeout(this.#pause)
    this.again = this.load
    // The same count after another search is news too.
    this.total = this.trouble = null
    const page = await this.#page(null)
    if (!page) return
    if (!page.members[0]) void this.#learnPages()
    this.members = page.members
    this.totalLabel = page.totalLabel
    this.total = page.total
    this.reach = page.reach
    this.facets = page.facets
    this.setAside = page.setAside ?? []
    this.#narrowing?.learn(page.facets)
  }

  async #page(cursor: string | null): Promise<MembersPageDto | null> {
    const page = await this.ask<MembersPageDto>('/members', 'members', paramsOf(this.asked, this.limit, cursor))
    if (page) this.next = page.next
    return page
  }

  protected override failed(problem: ApiProblem): void {
    const { near } = this.asked
    const unclear = problem.problem?.errors?.find((issue) => issue.parameter === 'near')
    if (near && unclear) {
      // All else that is asked has its answer meanwhile.
      this.asked = { ...this.asked, near: { code: '', name: near.name, choices: unclear.choices ?? [] } }
      void this.load()
      return
    }
    super.failed(problem)
    // People who were found are worth more than a link.
    if (this.members) this.fallback = false
  }

  /** Address of the network's own page for requests, offered where nobody is found. */
  async #learnPages(): Promise<void> {
    if (this.requestUrl || this.pages.ask) return
    const network = await this.client.get<NetworkDto>('/network').catch(() => null)
    if (network) this.pages = network.pages
  }

  /** What narrows the list is loaded with the first chip, place or empty list. */
  async #narrow(): Promise<void> {
    const spoken = this.language
    const part = await import('./filter-controls.js').catch(() => null)
    const own = await part?.vocabulary[spoken]?.().catch(() => null)
    if (!part || !own) this.open = null
    if (!part || !own || this.#narrowing?.language === spoken) return
    adoptStyles(this.renderRoot as ShadowRoot, [...MokorDirectory.elementStyles, part.filterControlsStyles])
    this.#narrowing = new part.FilterControls(spoken, () => ({
      asked: this.asked,
      words: { ...this.words, ...own.words },
      facets: this.facets,
      api: this.apiAddress,
      busy: this.busy,
      ask: (change) => this.#ask(change),
      name: (near) => {
        this.asked = { ...this.asked, near }
      },
    }))
    this.#narrowing.learn(this.facets)
    this.requestUpdate()
  }

  // ── What the visitor does ────────────────────────────────────────────────

  #onType = (): void => {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.#ask({}), typingPause)
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    const near = (this.#near.text ?? this.#near.value).trim()
    this.#ask(near === (this.asked.near?.name ?? '') ? {} : presetOf('near', near))
  }

  #onNear = async (event: Event): Promise<void> => {
    const plain = event.target as HTMLInputElement
    await this.#narrow()
    const root = this.renderRoot as ShadowRoot
    if (!(await this.#narrowing?.suggest(root)) || !plain.isConnected) return
    const focused = root.activeElement === plain
    this.requestUpdate()
    await this.updateComplete
    this.#near.text ||= plain.value
    await this.#near.updateComplete
    if (focused) this.#near.focus()
  }

  get #input() {
    return this.renderRoot.querySelector('#q') as HTMLInputElement
  }

  /** The plain field for a place, or the suggesting one that took its stead and keeps what is typed in `text`. */
  get #near() {
    return this.renderRoot.querySelector('#near') as HTMLInputElement & {
      text?: string
      updateComplete?: Promise<boolean>
    }
  }

  readonly #onMore = async (): Promise<void> => {
    const { members, next, busy } = this
    if (busy || !members) return
    this.again = this.#onMore
    const page = await this.#page(next)
    if (!page) return
    this.members = [...members, ...page.members]
    await this.updateComplete
    this.#links[members.length]?.focus()
  }

  #onOpen(name: FilterName): void {
    this.open = this.open === name ? null : name
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return
    event.preventDefault()
    this.renderRoot.querySelector<HTMLElement>(`[data-filter=${this.open}]`)?.focus()
    this.open = null
  }

  #away = (event: Event): void => {
    if (this.open && !event.composedPath().some((node) => (node as Element).className === 'row')) this.open = null
  }

  // ── A profile in place ───────────────────────────────────────────────────

  #onCard = async (event: MouseEvent, { type, slug, name, page }: MemberCardDto): Promise<void> => {
    // A new tab or window is the visitor's own choice.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const wanted = emit(this, 'mokor-select', { slug, name, page })
    // A team's page is not a profile: the link leads there.
    if (wanted && type === 'team') return
    event.preventDefault()
    if (!wanted) return
    try {
      ;(await this.#inPlace()).open(slug)
    } catch {
      if (page) location.assign(this.pageAt(page))
    }
  }

  async #inPlace(): Promise<InlineProfile> {
    const { InlineProfile: InPlace } = await import('./inline-profile.js')
    this.#profile ??= new InPlace(this)
    return this.#profile
  }

  /** @private Where focus goes when a profile is left: its link in the list, or where the list begins. */
  placeOf(slug: string): HTMLElement | null {
    const at = this.members?.findIndex((member) => member.slug === slug) ?? -1
    return this.#links[at] ?? this.beginning
  }

  get #links(): NodeListOf<HTMLElement> {
    return this.renderRoot.querySelectorAll('.card a')
  }
}
