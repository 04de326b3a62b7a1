// The chips that open small lists of choices with counts, and the chips of what was chosen.
import { html, nothing, type TemplateResult } from 'lit'
import type { FacetsDto, FacetValueDto } from '../../plugin/api/dto.js'
import type { DirectoryWords } from '../locales/en/directory.js'
import { type Asked, type FilterName, filterNames } from './asked.js'

export interface FilterView {
  asked: Asked
  facets: FacetsDto | null
  words: DirectoryWords
  /** Filter whose list is open. */
  open: FilterName | null
  /** Label of a value seen in any facet so far. */
  labelOf(name: FilterName, value: string): string
  onOpen(name: FilterName): void
  onToggle(name: FilterName, value: string): void
  onAvailable(): void
  onKey(event: KeyboardEvent): void
}

const arrow = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 7.5 5 5 5-5" /></svg>`
const cross = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5.5 5.5 9 9m0-9-9 9" /></svg>`

export function drawFilters(view: FilterView): TemplateResult {
  const { asked, words } = view
  return html`<div class="bar" role="group" aria-label=${words.filters} part="filters" @keydown=${view.onKey}>
    ${filterNames.map((name) => {
      const count = asked.chosen[name].length
      return html`<button
          type="button"
          class="chip"
          data-filter=${name}
          aria-expanded=${view.open === name}
          @click=${() => view.onOpen(name)}
        >${words[name]}${count > 0 ? ` · ${count}` : ''}${arrow}</button>
        ${view.open === name ? drawPanel(view, name) : nothing}`
    })}
    <button type="button" class="chip" aria-pressed=${asked.available} @click=${view.onAvailable}>${words.available}</button>
  </div>`
}

function drawPanel(view: FilterView, name: FilterName): TemplateResult {
  return html`<div class="panel" role="group" aria-label=${view.words[name]}>
    ${choicesOf(view, name).map(
      ({ value, label, count }) => html`<label>
        <input
          type="checkbox"
          .checked=${view.asked.chosen[name].includes(value)}
          @change=${() => view.onToggle(name, value)}
        />${label}<span class="small muted">${count}</span></label
      >`,
    )}
  </div>`
}

/** What the API counted, and what was chosen though nobody is left under it. */
function choicesOf({ asked, facets, labelOf }: FilterView, name: FilterName): FacetValueDto[] {
  const counted = facets?.[name] ?? []
  const gone = asked.chosen[name].filter((value) => !counted.some((one) => one.value === value))
  return [...counted, ...gone.map((value) => ({ value, label: labelOf(name, value), count: 0 }))]
}

export interface Chosen {
  label: string
  drop(): void
}

export function drawChosen(chosen: readonly Chosen[], words: DirectoryWords, dropAll: () => void): unknown {
  if (chosen.length === 0) return nothing
  return html`<div class="chosen" role="group" aria-label=${words.chosen}>
    ${chosen.map(
      ({ label, drop }) =>
        html`<button type="button" class="chip" aria-label=${words.drop(label)} @click=${drop}>${label}${cross}</button>`,
    )}
    ${chosen.length > 1 ? html`<button type="button" class="plain" @click=${dropAll}>${words.dropAll}</button>` : nothing}
  </div>`
}
