// What every form shares: fields from a table, a draft that is never lost, problems within reach, one sending.
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import type { NetworkDto } from '../../../plugin/api/dto.js'
import { ApiProblem } from '../api.js'
import { controls } from '../controls.js'
import { MokorElement } from '../element.js'
import { emit } from '../events.js'
import { theme } from '../theme.js'
import { bodyOf, keyOf } from './body.js'
import { Challenge } from './challenge.js'
import { problemsOf } from './check.js'
import { type Draft, keepDraft, readDraft } from './draft.js'
import { drawField, type FormWords } from './draw.js'
import { type Field, firstValues, isShown, type Value, type Values } from './field.js'
import { formStyles } from './form.styles.js'
import type { PowChallenge } from './solver.js'

/** What a form hears from: a native control, or a suggesting field with what is typed there and not yet chosen. */
interface Control extends HTMLElement {
  name: string
  type?: string
  checked?: boolean
  value: Value
  text?: string
  /** Focuses a part of a composed value, e.g. `0/origin`. */
  focusPart?(part: string): void
}

/**
 * Base of the forms. A subclass says what is asked (`fields`), where it goes (`path`) and what follows (`drawDone`).
 *
 * @event mokor-submit - Before sending, with the body. Cancelling it stops the sending.
 * @event mokor-success - The network took it, with its answer. Cancelling it leaves an empty form instead of the thanks.
 * @event mokor-error - Refused, or nobody answered. Cancelling it leaves the telling to the page.
 */
export abstract class MokorForm<Answer = unknown> extends MokorElement<FormWords> {
  static override properties: PropertyDeclarations = Object.fromEntries(
    ['values', 'problems', 'network', 'trouble', 'barred', 'busy', 'emptied', 'answer', 'step'].map((name) => [
      name,
      { state: true },
    ]),
  )

  static override styles = [theme, controls, formStyles]

  /** What was typed and chosen, by field. */
  declare values: Values
  /** What is wrong, in words, by the key of its place. */
  declare problems: ReadonlyMap<string, string>
  declare network: NetworkDto | null
  /** What went wrong as a whole. */
  declare protected trouble: string
  /** Key of the words that say why nothing can be sent from this page. */
  declare protected barred: '' | 'insecure' | 'refused'
  declare protected busy: boolean
  /** What was emptied, until something new is typed. */
  declare protected emptied: Draft | null
  declare protected answer: Answer | null
  declare protected step: number

  /** Where it is sent, under the API's address. */
  protected abstract readonly path: string
  /** The network's own page for the same purpose, by its name in `NetworkDto.pages`. */
  protected abstract readonly page: string
  /** The switch of the network that this form needs. */
  protected abstract readonly feature: string
  protected abstract readonly fields: readonly Field[]
  /** What stands in the form's place once it is sent; its heading takes focus. */
  protected abstract drawDone(answer: Answer): TemplateResult

  pending: Readonly<Record<string, string>> = {}
  /** What a form begins with, to tell whether anything was typed. */
  #first: Values = {}
  readonly #challenge = new Challenge(() => this.client.get<PowChallenge>('/challenge'))

  constructor() {
    super()
    this.problems = new Map()
    this.network = this.emptied = this.answer = null
    this.trouble = this.barred = ''
    this.busy = false
    this.fallback = true
    this.step = 0
    this.values = {}
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('api')) void this.#open()
  }

  override render(): unknown {
    const { words, network, values, pending, problems, language, api } = this
    if (this.answer) return html`<div class="done" part="done">${this.drawDone(this.answer)}</div>`
    if (!network)
      return this.trouble
        ? html`<div class="notice" role="status"><p>${this.trouble}</p><button class="button" @click=${this.#open}>${words.again}</button></div>`
        : nothing
    const last = this.step === this.#lastStep
    const page = network.pages[this.page]
    return html`<form part="form" novalidate aria-label=${words.title ?? nothing} @submit=${this.#submitted} @input=${this.#typed}>
      ${this.#drawTrouble()}
      ${
        this.barred &&
        html`<div class="notice" role="alert"><p>${words[this.barred]}</p>${
          page ? html`<p><a class="button" href=${page}>${words.elsewhere}</a></p>` : nothing
        }</div>`
      }
      ${this.drawHead()}
      ${this.asked.map((field) => drawField(field, { values, pending, problems, words, language, api, network }))}
      <div class="trap" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off"></div>
      <div class="actions">
        ${this.step ? html`<button type="button" class="button" @click=${this.#back}>${words.back}</button>` : nothing}
        <button class="button primary" part="button" aria-disabled=${this.busy || (last && this.barred) ? 'true' : nothing}>${
          this.busy ? words.busy : last ? words.send : words.next
        }</button>
        ${this.#drawEmptying()}
      </div>
      <p class="aloud" role="status">${this.busy ? words.busy : this.emptied ? words.emptied : ''}</p>
      ${
        network.privacyUrl
          ? html`<p class="small"><a href=${network.privacyUrl} target="_blank" rel="noopener">${words.privacy}</a></p>`
          : nothing
      }
    </form>`
  }

  /** What stands above the fields. */
  protected drawHead(): unknown {
    return nothing
  }

  /** Added to the body by the form itself. */
  protected given(): object {
    return {}
  }

  /** Shown fields of this step. */
  protected get asked(): Field[] {
    return this.fields.filter((field) => (field.step ?? 0) === this.step && isShown(field, this.values))
  }

  /** After a change of view: focus goes to where it begins. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete
    const found = this.renderRoot.querySelector<HTMLElement>(selector)
    found?.focus()
    found?.scrollIntoView({ block: 'nearest' })
  }

  get #lastStep(): number {
    return this.fields.at(-1)?.step ?? 0
  }

  get #draftKey(): string {
    return `${this.localName} ${this.apiAddress}`
  }

  /** Learns of the network what a form must know; the fallback stands until then. */
  readonly #open = async (): Promise<void> => {
    const draft = readDraft(this.#draftKey)
    this.#first = firstValues(this.fields)
    this.values = draft?.values ?? this.#first
    this.pending = draft?.pending ?? {}
    this.step = draft?.step ?? 0
    try {
      const network = await this.client.get<NetworkDto>('/network')
      if (network.features[this.feature] === false) return
      this.network = network
      this.fallback = false
      this.trouble = ''
      if (!isSecureContext || !crypto.subtle) this.barred = 'insecure'
    } catch {
      this.trouble = this.words.unreachable ?? ''
    }
  }

  readonly #typed = (event: Event): void => {
    const control = event.target as Control
    const field = this.fields.find(({ name }) => name === control.name)
    if (!field) return
    const { name } = field
    this.values = { ...this.values, [name]: this.#valueOf(field, control) }
    if (control.text !== undefined) this.pending = { ...this.pending, [name]: control.text }
    this.problems = new Map([...this.problems].filter(([key]) => key.split('/')[0] !== name))
    this.emptied = null
    this.#keep()
    if (!this.barred) this.#challenge.answer().catch(this.#refused)
  }

  #valueOf(field: Field, control: Control): Value {
    if (field.kind === 'check') return control.checked === true
    if (field.kind !== 'many') return control.value
    const others = ((this.values[field.name] ?? []) as string[]).filter((one) => one !== control.value)
    return control.checked ? [...others, control.value as string] : others
  }

  #keep(): void {
    const { values, pending, step } = this
    keepDraft(this.#draftKey, { values, pending, step })
  }

  #drawTrouble(): unknown {
    const { problems, trouble, words } = this
    if (!problems.size && !trouble) return nothing
    return html`<div class="notice wrong" id="summary" part="summary" role="alert" tabindex="-1">
      <p><strong>${trouble || words.wrong}</strong></p>
      <ul>${[...problems].map(
        ([key, problem]) =>
          html`<li><a href="#${key}" @click=${(event: Event) => this.#reach(event, key)}>${problem}</a></li>`,
      )}</ul>
    </div>`
  }

  #drawEmptying(): unknown {
    const { words, emptied } = this
    if (emptied)
      return html`<button type="button" class="plain" @click=${() => this.#restore(emptied)}>${words.restore}</button>`
    if (this.values === this.#first) return nothing
    return html`<button type="button" class="plain" @click=${this.#empty}>${words.empty}</button>`
  }

  readonly #empty = (): void => {
    const { values, pending, step } = this
    this.#restart()
    this.emptied = { values, pending, step }
  }

  #restore(draft: Draft): void {
    Object.assign(this, draft, { emptied: null })
    this.#keep()
  }

  #restart(): void {
    keepDraft(this.#draftKey, null)
    this.values = this.#first
    this.pending = {}
    this.problems = new Map()
    this.trouble = ''
    this.step = 0
  }

  readonly #back = (): void => this.#go(this.step - 1)

  #go(step: number): void {
    this.step = step
    this.#keep()
    void this.focusOn('[tabindex="-1"]')
  }

  /** From the summary to the field, in whatever step it stands. */
  #reach(event: Event, key: string): void {
    event.preventDefault()
    const [name = '', ...part] = key.split('/')
    this.step = this.fields.find((field) => field.name === name)?.step ?? 0
    void this.updateComplete.then(() => {
      const control = (this.renderRoot as ShadowRoot).getElementById(name) as Control | null
      if (part.length && control?.focusPart) control.focusPart(part.join('/'))
      else control?.focus()
    })
  }

  readonly #submitted = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { words, step } = this
    if (this.busy) return
    const last = step === this.#lastStep
    const found = problemsOf(last ? this.fields : this.asked, this.values, this.pending)
    this.trouble = ''
    this.problems = new Map([...found].map(([key, word]) => [key, words[word] ?? words.missing ?? word]))
    if (found.size) return this.focusOn('#summary')
    if (!last) return this.#go(step + 1)
    if (this.barred) return this.focusOn('.notice a')
    const website = new FormData(event.target as HTMLFormElement).get('website')
    const body = {
      ...bodyOf(this.fields, this.values, this.network?.consentVersion ?? ''),
      ...this.given(),
      lang: this.language,
      ...(location.protocol.startsWith('http') && { page: location.origin + location.pathname }),
      ...(website && { website }),
    }
    if (!emit(this, 'mokor-submit', { body })) return
    this.busy = true
    try {
      const answer = await this.#send(body)
      this.#restart()
      if (!emit(this, 'mokor-success', { answer })) return
      this.answer = answer
      await this.focusOn('[tabindex="-1"]')
    } catch (error) {
      await this.#failed(error)
    } finally {
      this.busy = false
    }
  }

  /** A challenge that another sending spent is renewed once, unseen. */
  async #send(body: object, again = true): Promise<Answer> {
    const challenge = await this.#challenge.answer()
    this.#challenge.forget()
    try {
      return await this.client.post<Answer>(this.path, { ...body, challenge })
    } catch (error) {
      if (again && error instanceof ApiProblem && error.status === 409) return this.#send(body, false)
      throw error
    }
  }

  readonly #refused = (error: unknown): void => {
    if (error instanceof ApiProblem && error.status === 403) this.barred = 'refused'
  }

  async #failed(error: unknown): Promise<void> {
    const { status, problem } = error instanceof ApiProblem ? error : new ApiProblem(0)
    if (!emit(this, 'mokor-error', { status, problem })) return
    this.#refused(error)
    const problems = new Map<string, string>()
    for (const one of problem?.errors ?? []) {
      const key = keyOf(this.fields, one)
      if (key) problems.set(key, one.message)
    }
    this.problems = problems
    this.trouble = problems.size ? '' : (problem?.detail ?? this.words.unreachable ?? '')
    await this.focusOn('#summary')
  }
}
