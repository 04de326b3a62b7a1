// What every form shows from the start: fields from a table, filled from the draft. What sends it comes with the first input.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { NetworkDto } from '../../../plugin/api/dto.js'
import type { Api } from '../api.js'
import { controls } from '../controls.js'
import { MokorElement, type Vocabulary } from '../element.js'
import { theme } from '../theme.js'
import { type Drawing, drawField } from './draw.js'
import { type Field, type FormState, type FormWords, freshDraft } from './field.js'
import { formStyles } from './form.styles.js'
import type { Control, Sending } from './sending.js'

/** The form as the part that sends it knows it. */
export interface FormDesk {
  element: HTMLElement
  root: ShadowRoot
  /** Every question, also those that nobody sees at first. */
  fields: readonly Field[]
  /** Number of the last step, from 0. */
  lastStep: number
  state: FormState
  set(change: Partial<FormState>): Promise<unknown>
  draftKey: string
  language: string
  client: Api
  /** Where it is sent, under the API's address. */
  path: string
  /** Address of the network's own page for the same purpose. */
  page: string | undefined
  /** What must be at hand before anything is sent. */
  prepare(): Promise<unknown> | undefined
  /** Added to the body by the form itself. */
  given(): object
}

/** Cheap enough to ask at once; what is in it is read by the part that sends. */
function hasDraft(key: string): boolean {
  try {
    return sessionStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/**
 * Base of the forms. A subclass says what is asked (`fields`), where it goes (`path`) and what follows (`drawDone`).
 *
 * @event mokor-submit - Before sending, with the body. Cancelling it stops the sending.
 * @event mokor-success - The network took it, with its answer. Cancelling it leaves an empty form instead of the thanks.
 * @event mokor-error - Refused, or nobody answered. Cancelling it leaves the telling to the page.
 */
export abstract class MokorForm<Answer = unknown> extends MokorElement<FormWords> {
  static override styles = [theme, controls, formStyles]

  /** Words that are needed from the first input on: what is missing or wrong, what follows. */
  static laterWords: Vocabulary<FormWords> = {}

  protected abstract readonly path: string
  /** Name of the network's own page for the same purpose, in `NetworkDto.pages`. */
  protected abstract readonly page: string
  /** The switch of the network that this form needs. */
  protected abstract readonly feature: string
  /** What is asked at first; `rest` completes it. */
  protected abstract fields: readonly Field[]
  /** Fetches the whole table, with what is asked later and how it is sent. */
  protected rest?(): Promise<readonly Field[]>
  /** Number of the last step, from 0. */
  protected readonly lastStep: number = 0
  /** What stands in the form's place once it is sent; its heading takes focus. */
  protected abstract drawDone(answer: Answer, words: FormWords): TemplateResult

  protected state: FormState = {
    values: {},
    pending: {},
    step: 0,
    network: null,
    problems: new Map(),
    trouble: '',
    barred: '',
    busy: false,
    emptied: null,
    answer: null,
  }

  #sending: Sending | null = null

  constructor() {
    super()
    this.fallback = true
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('api')) void this.#open()
  }

  override render(): unknown {
    const { words, state, language, api } = this
    const { network, answer, busy, step, trouble } = state
    const sending = this.#sending
    if (answer && sending) return sending.drawDone(this.drawDone(answer as Answer, sending.words))
    if (!network)
      return (
        trouble &&
        html`<p role="status">${trouble} <button class="button" @click=${this.#open}>${words.again}</button></p>`
      )
    const drawing: Drawing = { words: { ...sending?.words, ...words }, state, language, api }
    return html`<form part="form" novalidate aria-label=${words.title ?? nothing} @submit=${this.#heard} @input=${this.#heard} @focusin=${this.#heard}>
      ${sending ? sending.drawTrouble() : trouble && html`<p role="alert">${trouble}</p>`}${this.drawHead()}
      ${sending ? sending.drawFields(drawing) : this.fields.map((field) => drawField(field, drawing))}
      <div class="actions">
        ${sending?.drawBack()}
        <button class="button primary" part="button" aria-disabled=${busy ? 'true' : nothing}>${
          words[busy ? 'busy' : step < this.lastStep ? 'next' : 'send']
        }</button>
        ${sending?.drawRest()}
      </div>
      ${
        network.privacyUrl &&
        html`<p class="small"><a href=${network.privacyUrl} target="_blank" rel="noopener">${words.privacy}</a></p>`
      }
    </form>`
  }

  /** What stands above the fields. */
  protected drawHead(): unknown {
    return nothing
  }

  protected prepare(): Promise<unknown> | undefined {
    return undefined
  }

  protected given(): object {
    return {}
  }

  protected get network(): NetworkDto | null {
    return this.state.network
  }

  protected get draftKey(): string {
    return `${this.localName} ${this.apiAddress}`
  }

  readonly #set = (change: Partial<FormState>): Promise<unknown> => {
    Object.assign(this.state, change)
    this.requestUpdate()
    return this.updateComplete
  }

  /** Learns of the network what a form must know; the fallback stands until then. */
  readonly #open = async (): Promise<void> => {
    this.#sending = null
    this.#set(freshDraft(this.fields))
    try {
      const network = await this.client.get<NetworkDto>('/network')
      if (network.features[this.feature] === false) return
      this.fallback = false
      await this.#set({ network, trouble: '', barred: isSecureContext && crypto.subtle ? '' : 'insecure' })
      if (this.state.barred || hasDraft(this.draftKey)) await this.#hands()
    } catch {
      this.#set({ trouble: this.words.unreachable ?? '' })
    }
  }

  /** The part that sends comes as soon as somebody is in the form; what they typed meanwhile stands in the fields. */
  readonly #heard = async (event: Event): Promise<void> => {
    const { type, target } = event
    if (type === 'submit') event.preventDefault()
    try {
      const sending = this.#sending ?? (await this.#hands())
      await sending.heard(type, target as Control)
    } catch {
      if (type === 'submit') this.#set({ trouble: this.words.unreachable ?? '' })
    }
  }

  async #hands(): Promise<Sending> {
    const { laterWords } = this.constructor as typeof MokorForm
    const [{ Sending }, later, fields = this.fields] = await Promise.all([
      import('./sending.js'),
      laterWords[this.language]?.(),
      this.rest?.(),
    ])
    if (this.#sending) return this.#sending
    const desk: FormDesk = {
      element: this,
      root: this.renderRoot as ShadowRoot,
      fields,
      lastStep: this.lastStep,
      state: this.state,
      set: this.#set,
      draftKey: this.draftKey,
      language: this.language,
      client: this.client,
      path: this.path,
      page: this.network?.pages[this.page],
      prepare: () => this.prepare(),
      given: () => this.given(),
    }
    this.#sending = new Sending(desk, { ...this.words, ...later?.words })
    return this.#sending
  }
}
