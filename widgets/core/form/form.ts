// What every form shows from the start: fields from a table, filled from the draft. What sends it comes with the first input.
import { html, type LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { NetworkDto } from '../../../plugin/api/dto.js'
import type { Api } from '../api.js'
import { controls } from '../controls.js'
import { MokorElement, type Vocabulary } from '../element.js'
import { theme } from '../theme.js'
import { keepDraft, readDraft } from './draft.js'
import { drawField } from './draw.js'
import { type Field, type FormState, type FormWords, freshDraft, isShown, type Value } from './field.js'
import { formStyles } from './form.styles.js'
import type { Sending } from './sending.js'

/** What a form hears from: a native control, or a suggesting field with what is typed there and not yet chosen. */
interface Control extends HTMLElement {
  name: string
  checked?: boolean
  value: Value
  text?: string
}

/** The form as the part that sends it knows it. */
export interface FormDesk {
  element: HTMLElement
  root: ShadowRoot
  fields: readonly Field[]
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
  protected abstract readonly fields: readonly Field[]
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
    const last = step === (this.fields.at(-1)?.step ?? 0)
    return html`<form part="form" novalidate aria-label=${words.title ?? nothing} @submit=${this.#submit} @input=${this.#typed} @focusin=${this.#entered}>
      ${sending ? sending.drawTrouble() : trouble && html`<p class="notice" role="alert">${trouble}</p>`}${this.drawHead()}
      ${this.asked.map((field) => drawField(field, { words, state, language, api }))}
      <div class="trap" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off"></div>
      <div class="actions">
        ${sending?.drawBack()}
        <button class="button primary" part="button" aria-disabled=${busy ? 'true' : nothing}>${
          words[busy ? 'busy' : last ? 'send' : 'next']
        }</button>
        ${sending?.drawEmptying()}
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

  /** Shown fields of this step. */
  protected get asked(): Field[] {
    const { step, values } = this.state
    return this.fields.filter((field) => (field.step ?? 0) === step && isShown(field, values))
  }

  /** What is typed is kept under this name until it is sent. */
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
    const draft = readDraft(this.draftKey)
    this.#set({ ...freshDraft(this.fields), ...draft })
    try {
      const network = await this.client.get<NetworkDto>('/network')
      if (network.features[this.feature] === false) return
      this.fallback = false
      await this.#set({ network, trouble: '', barred: isSecureContext && crypto.subtle ? '' : 'insecure' })
      if (draft || this.state.barred) await this.#hands()
    } catch {
      this.#set({ trouble: this.words.unreachable ?? '' })
    }
  }

  readonly #typed = (event: Event): void => {
    const control = event.target as Control
    const field = this.fields.find(({ name }) => name === control.name)
    if (!field) return
    const { name, kind } = field
    const { state } = this
    const others = ((kind === 'many' && state.values[name]) || []) as string[]
    const value =
      kind === 'check'
        ? !!control.checked
        : kind !== 'many'
          ? control.value
          : [...others.filter((one) => one !== control.value), ...(control.checked ? [control.value as string] : [])]
    const text = control.text ?? (field.load && control.value)
    const values = text === control.value ? state.values : { ...state.values, [name]: value }
    const pending = text === undefined ? state.pending : { ...state.pending, [name]: text as string }
    keepDraft(this.draftKey, { values, pending, step: state.step })
    const problems = new Map([...state.problems].filter(([key]) => key.split('/')[0] !== name))
    this.#set({ values, pending, problems, emptied: null })
    this.#suggest()
    this.#hands().then(
      (sending) => sending.ready(),
      () => {},
    )
  }

  /** What sends the form and what suggests come as soon as somebody is in it. */
  readonly #entered = (): void => {
    this.#hands().catch(() => {})
    this.#suggest()
  }

  #suggest(): void {
    for (const field of this.asked) {
      const { load } = field
      if (!load || customElements.get(`mokor-${field.kind}`)) continue
      load().then(
        async () => {
          const root = this.renderRoot as ShadowRoot
          const id = root.activeElement?.id ?? ''
          await this.#set({})
          const control = root.getElementById(id) as LitElement | null
          await control?.updateComplete
          if (root.activeElement !== control) control?.focus()
        },
        () => {},
      )
    }
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    try {
      await (await this.#hands()).submit(event.target as HTMLFormElement)
    } catch {
      this.#set({ trouble: this.words.unreachable ?? '' })
    }
  }

  /** What sends the form, fetched at the first input. */
  async #hands(): Promise<Sending> {
    if (this.#sending) return this.#sending
    const { laterWords } = this.constructor as typeof MokorForm
    const [{ Sending }, later] = await Promise.all([import('./sending.js'), laterWords[this.language]?.()])
    const desk: FormDesk = {
      element: this,
      root: this.renderRoot as ShadowRoot,
      fields: this.fields,
      state: this.state,
      set: this.#set,
      draftKey: this.draftKey,
      language: this.language,
      client: this.client,
      path: this.path,
      page: this.state.network?.pages[this.page],
      prepare: () => this.prepare(),
      given: () => this.given(),
    }
    this.#sending ??= new Sending(desk, { ...this.words, ...later?.words })
    this.requestUpdate()
    return this.#sending
  }
}
