// A field that suggests while one types: the ARIA combobox pattern, by keyboard, pointer and screen reader alike.
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import { isAbort } from '../api.js'
import { controls } from '../controls.js'
import { MokorElement } from '../element.js'
import { theme } from '../theme.js'
import type { Value } from './field.js'
import { formStyles } from './form.styles.js'
import { sendingStyles } from './sending.styles.js'
import { suggestingStyles } from './suggesting.styles.js'

export interface Suggestion {
  name: string
  /** Where or what more precisely, said after the name. */
  hint?: string
}

export interface SuggestingWords {
  found: string
  one: string
  none: string
}

/** Milliseconds without a keystroke before the network is asked. */
const pause = 150

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

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
    name: { reflect: true },
    label: {},
    help: {},
    error: {},
    required: { type: Boolean, reflect: true },
    text: {},
    value: { attribute: false },
    items: { state: true },
    active: { state: true },
    told: { state: true },
  }

  static override styles = [theme, controls, formStyles, sendingStyles, suggestingStyles]

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
  /** What a screen reader hears. */
  declare protected told: string

  #internals: ElementInternals | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | null = null

  constructor() {
    super()
    this.name = this.text = this.told = ''
    this.required = false
    this.value = null
    this.items = []
    this.active = -1
    try {
      this.#internals = this.attachInternals()
    } catch {
      // Older Safari: the form that holds the field reads `value` instead.
    }
  }

  /** Asks the network; the best comes first. */
  protected abstract search(text: string, signal: AbortSignal): Promise<Item[]>
  protected abstract choose(item: Item): void
  /** What the native form sends. */
  protected abstract get formValue(): FormData | string | null
  /** The field is left with words that nobody chose; `exact` is the only suggestion of that very name. */
  protected abstract settle(exact: Item | undefined): void
  /** Something is typed that does not count yet. */
  protected abstract get unsettled(): boolean

  /** The text has changed. */
  protected typed(): void {}

  override focus(): void {
    this.input?.focus()
  }

  formResetCallback(): void {
    this.value = null
    this.text = ''
  }

  protected get input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  /** Tells the form, after the element itself has changed. */
  protected changed(): void {
    this.close()
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }

  protected close(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.items = []
    this.active = -1
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.close()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { formValue } = this
    this.#internals?.setFormValue(formValue)
    const input = this.input ?? undefined
    if (this.required && !formValue)
      this.#internals?.setValidity({ valueMissing: true }, String(this.label ?? ''), input)
    else this.#internals?.setValidity({})
  }

  override render(): unknown {
    const { items, active, error, help, required } = this
    const open = items.length > 0
    return html`<div class="field" part="field">
      <label for="input">${this.label}</label>
      <div class="box">
        <input class="input" id="input" part="input" type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-autocomplete="list" aria-expanded=${open ? 'true' : 'false'} aria-controls="list"
          aria-activedescendant=${open && active >= 0 ? `option-${active}` : nothing}
          aria-invalid=${error ? 'true' : nothing} aria-describedby="error help" aria-required=${required ? 'true' : nothing}
          .value=${this.text} @focus=${this.#entered} @input=${this.#typed} @keydown=${this.#pressed} @blur=${this.#settle}>
        <ul id="list" role="listbox" aria-label=${this.label} part="list" ?hidden=${!open}>${items.map(
          (item, i) => html`<li id="option-${i}" role="option" aria-selected=${i === active ? 'true' : 'false'}
            @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.choose(item)}>${item.name}${
              item.hint ? html` <span class="muted small">${item.hint}</span>` : nothing
            }</li>`,
        )}</ul>
      </div>
      <p class="error" id="error" ?hidden=${!error}>${error}</p>
      <p class="muted small" id="help" ?hidden=${!help}>${help}</p>
      <p class="aloud" role="status">${this.told}</p>
      ${this.drawChosen()}
    </div>`
  }

  /** What was chosen so far, where several can be. */
  protected drawChosen(): unknown {
    return nothing
  }

  /** Words that were there before, e.g. typed while this element was on its way. */
  readonly #entered = (): void => {
    if (this.unsettled) void this.#ask()
  }

  readonly #typed = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value
    this.typed()
    this.active = -1
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#ask, pause)
  }

  readonly #ask = async (): Promise<void> => {
    const found = await this.#find()
    if (!found) return
    const { words } = this
    this.items = found
    this.told =
      found.length === 1 ? words.one : found.length ? words.found.replace('{n}', `${found.length}`) : words.none
  }

  /** What the network suggests for the text; null when it was asked again meanwhile, or does not answer. */
  async #find(): Promise<Item[] | null> {
    this.#asking?.abort()
    const text = this.text.trim()
    if (text.length < 2) return []
    this.#asking = new AbortController()
    try {
      return await this.search(text, this.#asking.signal)
    } catch (error) {
      return isAbort(error) ? null : []
    }
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const { items, active } = this
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      if (!items.length) void this.#ask()
      else this.#point((active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length)
    } else if (event.key === 'Escape' && items.length) {
      event.preventDefault()
      this.close()
    } else if (event.key === 'Enter' && (items[active] || this.unsettled)) {
      event.preventDefault()
      if (items[active]) this.choose(items[active])
      else void this.#settle()
    }
  }

  #point(active: number): void {
    this.active = active
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    )
  }

  /** The visitor goes on: words that can only mean one thing are taken as chosen. */
  readonly #settle = async (): Promise<void> => {
    clearTimeout(this.#timer)
    if (this.unsettled) {
      const text = folded(this.text)
      const found = this.items.length ? this.items : await this.#find()
      const same = found?.filter(({ name }) => folded(name) === text) ?? []
      if (found && this.unsettled) this.settle(same.length === 1 ? same[0] : undefined)
    }
    this.close()
  }
}
