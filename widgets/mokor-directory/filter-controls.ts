// Filter controls of the directory: menus, chips, circle around a place, and what to do when nobody is left.
import { css, html, nothing, type TemplateResult } from 'lit'
import type { PlaceSuggestionsDto, ReachDto } from '../../plugin/contract/dto.js'
import type { FacetsDto } from '../../plugin/directory/dto.js'
import { apiAt } from '../core/api.js'
import type { Vocabulary } from '../core/element.js'
import { heading } from '../core/heading.js'
import { composing } from '../core/keys.js'
import { loadElement } from '../core/lazy-element.js'
import type { DirectoryWords } from '../locales/en/directory.js'
import type { NarrowingWords } from '../locales/en/filter-controls.js'
import type { MokorPlace } from '../mokor-place/mokor-place.js'
import { type FilterName, type Filters, filterNames, nothingChosen, type Place } from './filters.js'
import { icon } from './icon.js'

const radii = [10, 25, 50, 100, 200]

export const vocabulary: Vocabulary<NarrowingWords> = {
  it: () => import('../locales/it/filter-controls.js'),
  en: () => import('../locales/en/filter-controls.js'),
}

interface View {
  asked: Filters
  words: DirectoryWords & NarrowingWords
  /** Address of the API, handed on to the field inside. */
  api: string
  facets: FacetsDto | null
  /** An answer is awaited. */
  busy: boolean
  ask(change: Partial<Filters>): void
  /** Gives the place that is asked for its name. */
  name(place: Place): void
}

interface Chosen {
  label: string
  unnamed?: boolean
  drop(): void
}

export class FilterControls {
  #suggesting = false
  readonly #labels = new Map<string, string>()
  /** What was chosen when an open list was opened. */
  readonly #first: Partial<Record<FilterName, readonly string[]>> = {}

  constructor(
    readonly language: string,
    private readonly view: () => View,
  ) {}

  /** Labels come with the counts and are needed after these are gone. */
  learn(facets: FacetsDto | null): void {
    for (const name of filterNames)
      for (const { value, label } of facets?.[name] ?? []) this.#labels.set(`${name} ${value}`, label)
    const { near } = this.view().asked
    if (near?.code && /^\d{6}$/.test(near.name)) this.#nameOf(near.code).catch(() => null)
  }

  /** A page may ask for a place by its code; people read its name. */
  async #nameOf(code: string): Promise<void> {
    const { places } = await apiAt(this.view().api, this.language).get<PlaceSuggestionsDto>('/places', { q: code })
    const { asked, name } = this.view()
    if (places[0] && asked.near?.code === code) name({ code, name: `${places[0].name} (${places[0].province.code})` })
  }

  /** What was chosen before stands first, and nothing moves while the list is open. */
  renderPanel(name: FilterName, open: boolean): TemplateResult | typeof nothing {
    if (!open) {
      delete this.#first[name]
      return nothing
    }
    const { asked, words, facets } = this.view()
    this.#first[name] ??= asked[name]
    const first = new Set(this.#first[name])
    const counted = facets?.[name] ?? []
    // What was chosen stays, though nobody may be left under it.
    const gone = [...new Set([...first, ...asked[name]])].filter(
      (code) => !this.#isUnnamed(name, code) && !counted.some(({ value }) => value === code),
    )
    const all = [...counted, ...gone.map((value) => ({ value, label: this.#labelOf(name, value), count: 0 }))]
    const choices = [...all.filter(({ value }) => first.has(value)), ...all.filter(({ value }) => !first.has(value))]
    return html`<div class="panel" role="group" aria-label=${words[name]}>
      ${choices.map(
        ({ value, label, count }) => html`<label>
          <input type="checkbox" .checked=${asked[name].includes(value)} @change=${() => this.#toggle(name, value)} />
          ${label}<span class="small">${count}</span>
        </label>`,
      )}
    </div>`
  }

  /** @returns false when the suggesting field cannot be had: the plain one, which takes names, must do */
  async suggest(root: ShadowRoot): Promise<boolean> {
    this.#suggesting ||= await loadElement('place', () => import('../mokor-place.js'), root).then(
      () => true,
      () => false,
    )
    return this.#suggesting
  }

  /** The field that suggests municipalities, in place of the plain one. */
  renderNear(): TemplateResult | null {
    if (!this.#suggesting) return null
    const { asked, words, api, ask } = this.view()
    const onInput = ({ target }: Event) => {
      const { value: near, text } = target as MokorPlace
      if (near || (asked.near && !text)) ask({ near })
    }
    // Words that may mean several places, or none, are searched as they are: the answer says so.
    const onKey = async (event: KeyboardEvent) => {
      const place = event.target as MokorPlace
      if (event.key !== 'Enter' || composing(event)) return
      await place.settle()
      if (!place.value) place.closest('form')?.requestSubmit()
    }
    return html`<mokor-place
      id="near"
      api=${api}
      .label=${words.near}
      .value=${asked.near?.code ? asked.near : null}
      .text=${asked.near?.name ?? ''}
      .error=${asked.near?.choices?.[0] ? '' : this.#unknown}
      @input=${onInput}
      @keydown=${onKey}
    ></mokor-place>`
  }

  renderRadius(): TemplateResult {
    const { asked, words, ask } = this.view()
    const onChange = (event: Event) => ask({ radius: Number((event.target as HTMLSelectElement).value) })
    return html`<div>
      <label for="radius">${words.radius}</label>
      <select class="input" id="radius" @change=${onChange}>
        ${radii.map((km) => html`<option value=${km} .selected=${km === asked.radius}>${words.km(km)}</option>`)}
      </select>
    </div>`
  }

  /** Below the search: which place is meant, or that there is none, where the plain field cannot say so itself. */
  renderUnclear(choices: NonNullable<Place['choices']>): TemplateResult | typeof nothing {
    const { words, ask } = this.view()
    if (!choices[0]) return this.#suggesting ? nothing : html`<p class="error">${this.#unknown}</p>`
    return html`${words.whichPlace}
      ${choices.map(
        ({ value: code, label: name }) =>
          html`<button class="chip" @click=${() => ask({ near: { code, name } })}>${name}</button>`,
      )}`
  }

  /** What is said of a place that nobody knows. */
  get #unknown(): string {
    const { asked, words } = this.view()
    return asked.near?.choices ? words.noPlace(asked.near.name) : ''
  }

  /** Above whoever lives outside the circle. */
  renderComing({ comes }: ReachDto): TemplateResult {
    return html`<p class="count">${this.view().words.coming(comes)}</p>`
  }

  /** Instead of the count, where nobody lives in the circle and somebody comes. */
  get nobodyNear(): string {
    const { asked, words } = this.view()
    return words.nobodyNear(asked.radius)
  }

  /** The way to those who work everywhere, and so are in no circle. */
  renderEverywhere({ everywhere }: ReachDto): TemplateResult | typeof nothing {
    const { words, ask } = this.view()
    if (everywhere === 0) return nothing
    return html`<p>
      <button class="plain" @click=${() => ask({ near: null, travels: true })}>${words.everywhere(everywhere)}</button>
    </p>`
  }

  /** @param open an open list keeps its room, so that no page's own edge cuts it off */
  renderChosen(open: FilterName | null): unknown {
    return [open && html`<div class="under"></div>`, this.#renderChips()]
  }

  #renderChips(): TemplateResult | typeof nothing {
    const { words, ask } = this.view()
    const chosen = this.#chosen()
    if (chosen.length === 0) return nothing
    // Its room is kept meanwhile.
    const unnamed = chosen.some((one) => one.unnamed)
    return html`<div class="row" role="group" aria-label=${words.chosen} ?data-unnamed=${unnamed}>
      ${chosen.map(
        ({ label, drop }) =>
          html`<button class="chip on" aria-label=${words.drop(label)} @click=${drop}>
            ${label}${icon('m5.5 5.5 9 9m0-9-9 9')}
          </button>`,
      )}
      ${
        chosen.length > 1
          ? html`<button class="plain" @click=${() => ask(nothingChosen)}>${words.dropAll}</button>`
          : nothing
      }
    </div>`
  }

  /** @param requestUrl where a request can be sent, if anywhere */
  renderEmpty(level: number, requestUrl: string): TemplateResult {
    const { asked, words, ask } = this.view()
    const wider = asked.near?.code && radii.find((km) => km > asked.radius)
    const offer = (label: string, act: () => void) =>
      html`<li><button class="plain" @click=${act}>${label}</button></li>`
    return html`<div class="note">
      ${heading(level, words.empty)}
      <p>${words.emptyText}</p>
      <ul>
        ${wider ? offer(words.wider(wider), () => ask({ radius: wider })) : nothing}
        ${this.#chosen().map(({ label, drop }) => offer(words.without(label), drop))}
        ${asked.q ? offer(words.without(asked.q), () => ask({ q: '' })) : nothing}
        ${requestUrl ? html`<li><a href=${requestUrl}>${words.ask}</a></li>` : nothing}
      </ul>
    </div>`
  }

  /** Everything that narrows the list besides words, each with its way out. */
  #chosen(): Chosen[] {
    const { asked, words, ask } = this.view()
    const chosen: Chosen[] = filterNames.flatMap((name) =>
      asked[name].map((value) => ({
        label: this.#labelOf(name, value),
        unnamed: this.#isUnnamed(name, value),
        drop: () => this.#toggle(name, value),
      })),
    )
    if (asked.near?.code) chosen.push({ label: words.nearChip(asked.near.name), drop: () => ask({ near: null }) })
    if (asked.travels) chosen.push({ label: words.travels, drop: () => ask({ travels: false }) })
    if (asked.available) chosen.push({ label: words.available, drop: () => ask({ available: false }) })
    return chosen
  }

  /** Only its code is known so far, and its name is on its way. */
  #isUnnamed(name: FilterName, value: string): boolean {
    return this.view().busy && !this.#labels.has(`${name} ${value}`)
  }

  #labelOf(name: FilterName, value: string): string {
    return this.#labels.get(`${name} ${value}`) ?? value
  }

  #toggle(name: FilterName, value: string): void {
    const { asked, ask } = this.view()
    const before = asked[name]
    ask({ [name]: before.includes(value) ? before.filter((one) => one !== value) : [...before, value] })
  }
}

export const filterControlsStyles = css`
  /* What the field of a place says below itself moves nothing beside it. */
  form {
    align-items: start;
  }
  form .primary {
    align-self: end;
  }
  /* Until it is known which place is meant. */
  #choices:not(:empty) ~ .list {
    opacity: 0.65;
  }
  .note p,
  .note ul {
    margin-block-start: calc(var(--_space) * 2);
  }
  .note li {
    align-items: center;
    display: flex;
    min-block-size: calc(2.75 * var(--_rem));
  }
  [data-unnamed] {
    visibility: hidden;
  }
  .on {
    border-color: var(--_ink);
    color: var(--_ink);
  }
  .under {
    block-size: calc(21 * var(--_rem));
    float: left;
  }
  .panel {
    background: var(--mokor-panel, Canvas);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: var(--mokor-panel-text, CanvasText);
    inline-size: min(calc(20 * var(--_rem)), 100%);
    inset-block-start: 100%;
    inset-inline-start: 0;
    margin-block-start: calc(var(--_space) * 2);
    max-block-size: calc(20 * var(--_rem));
    overflow: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_space) * 2);
    position: absolute;
    z-index: 2;
  }
  /* Below its own chip, as far as it has room; below the whole row where the browser cannot. */
  @supports (left: anchor(left)) {
    .chip[aria-expanded='true'] {
      anchor-name: --open;
    }
    .panel {
      inset-block-start: anchor(--open end);
      inset-inline-start: max(0px, min(anchor(--open start), 100% - 20 * var(--_rem)));
    }
  }
  @container (max-width: 40rem) {
    .under {
      display: none;
    }
    .panel {
      inline-size: 100%;
      margin: 0;
      position: static;
    }
  }
  @container (min-width: 35rem) and (min-width: 560px) {
    form .primary {
      align-self: start;
      margin-block-start: calc(1.5em + var(--_space));
    }
  }
  .panel label {
    align-items: center;
    border-radius: calc(var(--_radius) / 2);
    display: flex;
    font-weight: 400;
    gap: calc(var(--_space) * 3);
    min-block-size: calc(2.75 * var(--_rem));
    padding: 0 calc(var(--_space) * 2);
  }
  .panel label:hover {
    background: var(--_surface);
  }
  .panel .small {
    font-variant-numeric: tabular-nums;
    margin-inline-start: auto;
  }
`
