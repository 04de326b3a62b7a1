// Base class of the forms: renders the opening fields and loads the controller at the first touch.

import { html, nothing, type PropertyValues } from 'lit'
import type { NetworkDto } from '../../../plugin/contract/dto.js'
import { type Field, type FormState, type FormWords, fresh, isSuggesting } from '../../../plugin/contract/form/field.js'
import type { ApiProblem } from '../api.js'
import { controls } from '../controls.js'
import { MokorElement } from '../element.js'
import { emit } from '../events.js'
import { theme } from '../theme.js'
import type { FormController } from './controller.js'
import { keepDraft, readDraft } from './draft.js'
import { formStyles } from './form.styles.js'
import type { FormRest } from './form-host.js'
import type { Control } from './read-control.js'
import { renderField } from './render.js'

/**
 * Base of the forms. A subclass says what is asked (`fields`); what checks and sends it comes with the first touch.
 *
 * @event mokor-submit - Before sending, with the body. Cancelling it stops the sending.
 * @event mokor-success - The network took it, with its answer. Cancelling it leaves an empty form instead of the thanks.
 * @event mokor-error - Refused, or nobody answered. Cancelling it leaves the telling to the page.
 */
export abstract class MokorForm extends MokorElement<FormWords> {
  static override styles = [theme, controls, formStyles]

  /** @internal The switch of the network that this form needs. */
  abstract readonly feature: string
  /** @internal The network's own page for the same purpose: its name in `NetworkDto.pages`. */
  abstract readonly purpose: string
  /** @internal What is asked, but for later steps. */
  abstract fields: readonly Field[]
  /** @internal Fetches all that is needed besides once somebody is in the form. */
  abstract rest(): Promise<FormRest>
  /** @internal Number of the last step, from 0; missing where there is one only. */
  readonly lastStep?: number
  /** @internal What stands above the fields. */
  renderHead?(): unknown
  /** @internal */
  declare words: FormWords

  /** @internal */
  state = fresh([])

  /** @internal Set by itself, once it has come. */
  controller: FormController | null = null

  #loading: Promise<FormController> | null = null

  protected override settled = false

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('api')) void this.#open()
  }

  override render(): unknown {
    const { words, state, controller } = this
    const { network, answer, busy, step, trouble } = state
    if (answer && controller) return controller.renderDone(answer)
    const notice = trouble && html`<div class="notice" role="alert"><p>${trouble}</p>${this.renderElsewhere()}</div>`
    if (!network) return notice && html`${notice}<button class="button" @click=${this.#open}>${words.again}</button>`
    return html`<form part="form" novalidate aria-label=${words.send} @submit=${this.#onEvent} @input=${this.#onEvent} @change=${this.#onEvent} @focusin=${this.#onEvent}>
      ${controller ? controller.renderTrouble() : notice}${this.renderHead?.()}
      ${controller ? controller.renderFields() : this.#opening.map((field) => renderField(field, this))}
      <div class="actions">
        ${controller?.renderBack()}
        <button class="button primary" part="button" aria-disabled=${busy ? 'true' : nothing}>${
          words[busy ? 'busy' : step < (this.lastStep ?? 0) ? 'next' : 'send']
        }</button>
        ${controller?.renderRest()}
      </div>
      ${
        network.privacyUrl &&
        html`<p class="small"><a href=${network.privacyUrl} target="_blank" rel="noopener">${words.privacy}</a></p>`
      }
    </form>`
  }

  /** What depends on no answer: all that a form begins with. */
  get #opening(): Field[] {
    return this.fields.filter(({ shown }) => !shown)
  }

  /** @internal */
  get draftKey(): string {
    return `${this.localName} ${this.apiAddress}`
  }

  /** @internal The network's own page, for whoever gets no further here. */
  renderElsewhere(): unknown {
    const page = this.page || this.state.network?.pages[this.purpose]
    return page
      ? html`<p><a class="button" id="elsewhere" href=${this.pageAt(page)}>${this.words.elsewhere}</a></p>`
      : nothing
  }

  /** @internal Address of a page that serves the purpose better. */
  declare page?: string

  /** @internal Changes the state and draws it. */
  set(change: Partial<FormState>): Promise<unknown> {
    Object.assign(this.state, change)
    this.requestUpdate()
    return this.updateComplete
  }

  /** Learns of the network what a form must know; the fallback stands until then. */
  readonly #open = async (): Promise<void> => {
    this.fallback = true
    this.controller = this.#loading = null
    this.set(fresh(this.fields))
    try {
      const network = await this.client.get<NetworkDto>('/network').finally(() => {
        this.settled = true
        this.requestUpdate()
      })
      if (network.features[this.feature] === false) return
      this.fallback = false
      const barred = isSecureContext && crypto.subtle ? undefined : 'insecure'
      const draft = readDraft(this.draftKey)
      // The step waits for the part that can draw it.
      const { values, pending } = this.state
      await this.set({
        network,
        blocked: barred,
        trouble: '',
        values: { ...values, ...draft?.values },
        pending: { ...pending, ...draft?.pending },
      })
      if (barred || draft) this.#loadController().catch(() => null)
    } catch (error) {
      const { status = 0, problem = null } = error as Partial<ApiProblem>
      if (emit(this, 'mokor-error', { status, problem })) this.set({ trouble: this.words.silent })
    }
  }

  /** The part that sends comes as soon as somebody is in the form; what they type meanwhile is kept already. */
  readonly #onEvent = async (event: Event): Promise<void> => {
    const { type, target } = event
    const submit = type === 'submit'
    if (submit) event.preventDefault()
    if (!this.controller && type !== 'focusin') this.#keep()
    try {
      await (await this.#loadController()).onEvent(type, target as Control)
    } catch {
      if (submit) this.set({ trouble: this.words.unreachable })
    }
  }

  #keep(): void {
    const typed = new FormData(this.renderRoot.querySelector('form') as HTMLFormElement)
    const { values, pending } = this.state
    for (const field of this.#opening)
      Object.assign(isSuggesting(field) ? pending : values, { [field.name]: typed.get(field.name) ?? undefined })
    keepDraft(this.draftKey, { step: 0, ...readDraft(this.draftKey), values, pending, answer: undefined })
  }

  /** What failed to come is asked for again at the next touch. */
  #loadController(): Promise<FormController> {
    this.#loading ??= import('./controller.js')
      .then(({ controllerOf: sendingOf }) => sendingOf(this))
      .catch((error) => {
        this.#loading = null
        throw error
      })
    return this.#loading
  }
}
