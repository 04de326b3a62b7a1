// A field that suggests while one types: the ARIA combobox pattern, by keyboard, pointer and screen reader alike.
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { Value } from '../../../plugin/contract/form/values.js'
import { controls } from '../controls.js'
import { MokorElement } from '../element.js'
import { composing } from '../keys.js'
import { theme } from '../theme.js'
import { associate } from './associate.js'
import { suggestingStyles } from './suggesting.styles.js'

export interface Suggestion {
  name: string
  /** Where or what more precisely, said after the name. */
  hint?: string
}

export interface SuggestingWords {
  found: string
  none: string
  /** Where nothing can be chosen unless the network answers. */
  down?: string | undefined
}

/** Milliseconds without a keystroke before the network is asked. */
const pause = 150

/** The same name, however it is accented or capitalised. */
export const isSame = (one: string, other: string): boolean =>
  !one.localeCompare(other.trim(), 'it', { sensitivity: 'base' })

/**
 * Base of the suggesting fields. They take part in a native form where the browser lets them, and work without.
 *
 * @event input - Something was typed, chosen or taken away; `value` and `text` are up to date.
 */
export abstract class SuggestingField<
  Item extends Suggestion,
  Words extends SuggestingWords = SuggestingWords,
> extends MokorElement<Words> {
  static readonly formAssociated = true

  static override properties: PropertyDeclarations = {
    name: {},
    label: {},
    help: {},
    error: {},
    required: { type: Boolean },
    text: {},
    value: { attribute: false },
    items: { state: true },
    active: { state: true },
  }

  static override styles = [theme, controls, suggestingStyles]

  /** Name of the field in its form. */
  declare name: string
  /** What is asked, shown above. */
  declare label: unknown
  /** What helps to answer, shown below. */
  declare help: unknown
  /** What is wrong, shown beside. */
  declare error: string | undefined
  /** Whether it must be filled before its form can be sent. */
  declare required: boolean
  /** What is typed and not yet chosen. */
  declare text: string
  declare value: Value

  declare protected items: readonly Item[]
  declare protected active: number
  /** @internal What a screen reader hears; changes with `items`. Seen too where nothing could be suggested. */
  declare told: unknown
  /** Nothing could be suggested. */
  declare private vain: unknown

  /** Counts askings and changes: an answer to an earlier one comes too late. */
  #turn = 0

  constructor() {
    super()
    this.name = this.text = ''
    this.required = false
    this.value = null
    this.close()
    associate(this)
  }

  /** Asks the network; the best comes first. */
  protected abstract search(text: string): Promise<Item[]>
  protected abstract choose(item: Item): void
  /** The field is left with words that nobody chose; `exact` is the only suggestion of that very name. */
  protected abstract take(exact: Item | undefined): void
  /** The text has changed. */
  protected typed?(): void

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus()
  }

  /** Something is typed that does not count yet. */
  protected get unsettled(): boolean {
    return this.text !== ((this.value as { name?: string } | null)?.name ?? '')
  }

  /** @internal Tells the form, after the element itself has changed. */
  changed(): void {
    this.close()
    this.dispatchEvent(new Event('input', { bubbles: true }))
  }

  protected close(): void {
    this.#turn += 1
    this.items = []
    this.active = -1
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  /** On entering, words that were there before are asked for, e.g. those typed while this element was on its way. */
  override render(): unknown {
    const { items, active, error, help, required } = this
    const open = !!items[0]
    return html`<div class="field" part="field">
      <label id="label" for="input">${this.label}</label>
      <div>
        <input class="input" id="input" part="input" role="combobox" autocomplete="off" maxlength="80"
          aria-autocomplete="list" aria-expanded=${open} aria-controls="list"
          aria-activedescendant=${items[active] ? `option-${active}` : nothing}
          aria-invalid=${!!error} aria-describedby="error help" aria-required=${required}
          .value=${this.text} @focus=${() => this.unsettled && this.#ask()} @input=${this.#typed} @change=${this.#typed} @keydown=${this.#pressed} @blur=${() => this.settle()}>
        <ul class="input" id="list" role="listbox" aria-labelledby="label" part="list" ?hidden=${!open}
          @mousedown=${(event: Event) => event.preventDefault()}>${items.map(
            (item, i) => html`<li id="option-${i}" role="option" aria-selected=${i === active}
            @click=${() => this.choose(item)}>${item.name} <span class="muted small">${item.hint}</span></li>`,
          )}</ul>
      </div>
      <p class="error" id="error" ?hidden=${!error}>${error}</p>
      <p class="muted small" id="help" ?hidden=${!help}>${help}</p>
      <p class=${this.vain && !error ? 'small' : 'aloud'} role="status">${this.told}</p>${this.renderChosen?.()}
    </div>`
  }

  /** What was chosen so far, where several can be. */
  protected renderChosen?(): unknown

  readonly #typed = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trimStart()
    // What fills in fields by itself may say so at the end alone.
    if (text === this.text) return
    this.text = text
    this.typed?.()
    this.active = -1
    void this.#ask(pause)
  }

  /** Shows what the network suggests for the text. @returns whether something else happened meanwhile */
  async #ask(wait?: number): Promise<boolean> {
    this.#turn += 1
    const turn = this.#turn
    await new Promise((resolve) => setTimeout(resolve, wait))
    const { words } = this
    const text = this.text.trim()
    const asks = turn === this.#turn && text[1]
    const found = asks ? await this.search(text).catch(() => null) : []
    if (turn !== this.#turn) return true
    this.items = found ?? []
    this.vain = asks && !found?.[0]
    this.told = asks && (found?.[0] ? words.found.replace('{n}', `${found.length}`) : words[found ? 'none' : 'down'])
    return false
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (composing(event)) return
    const { items, active } = this
    const { key } = event
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step) {
      event.preventDefault()
      if (!items[0]) void this.#ask()
      // Beyond the ends of the list the field itself has its turn.
      else this.active = ((active + step + items.length + 2) % (items.length + 1)) - 1
    } else if (key === 'Escape' && items[0]) {
      event.preventDefault()
      this.close()
    } else if (key === 'Enter' && (items[active] || this.unsettled)) {
      event.preventDefault()
      void this.settle(event)
    }
  }

  /** @internal The visitor goes on: what is marked in the list, or words that can only mean one thing, are taken as chosen. */
  readonly settle = async (pressed?: KeyboardEvent): Promise<void> => {
    const { items, active } = this
    const isNamed = ({ name }: Item): boolean => isSame(name, this.text)
    if (items[active]) this.choose(items[active])
    else if (this.unsettled) {
      if (!items.some(isNamed) && (await this.#ask())) return
      const [one, twin] = this.items.filter(isNamed)
      this.take(twin ? undefined : one)
      // By keyboard one may still choose.
      if (pressed && this.unsettled) return
    }
    this.close()
  }
}
