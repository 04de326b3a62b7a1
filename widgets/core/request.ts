// Base class of elements that show an answer of the API: request, abort, errors.
import type { PropertyDeclarations, PropertyValues } from 'lit'
import { ApiProblem, type Params } from './api.js'
import { MokorElement } from './element.js'
import { emit } from './events.js'

/** A subclass says what is asked (`load`), and what else than API and language the answer depends on (`subject`). */
export abstract class RequestElement<Words extends object> extends MokorElement<Words> {
  static override properties: PropertyDeclarations = {
    trouble: { state: true },
    busy: { state: true },
  }

  /** Why the last question has no answer. */
  declare protected trouble: ApiProblem | null
  declare protected busy: boolean

  #asking: AbortController | null = null
  #source = ''

  constructor() {
    super()
    this.trouble = null
    this.busy = false
  }

  protected abstract get subject(): unknown
  protected abstract load(): Promise<void>

  /** The last question, to be put again. */
  protected again: () => unknown = this.load

  protected override willUpdate(_changed: PropertyValues): void {
    const source = `${this.apiAddress} ${this.language} ${this.subject}`
    if (source === this.#source) return
    this.#source = source
    void this.load()
  }

  /** Where what had focus is gone, reading goes on where the answer begins. */
  protected override update(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot
    const held = root.activeElement
    super.update(changed)
    if (held && !root.activeElement) this.beginning?.focus({ preventScroll: true })
  }

  protected get beginning(): HTMLElement | null {
    return this.renderRoot.querySelector('[tabindex="-1"]')
  }

  /**
   * @param path ends with a stroke where the page does not say whom it means
   * @param key what an answer of the network holds; a stranger's on its way, as hotels have them, does not
   * @returns null when a newer question has taken its place, or it failed
   */
  protected async ask<Answer>(path: string, key: keyof Answer, params: Params = {}): Promise<Answer | null> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    this.busy = true
    try {
      if (path.endsWith('/')) throw new ApiProblem(404)
      const answer = await this.client.get<Answer | null>(path, params, asking.signal)
      if (!answer?.[key]) throw new ApiProblem(0)
      this.trouble = null
      this.fallback = false
      return answer
    } catch (error) {
      if (this.#asking === asking) this.failed(error as ApiProblem)
      return null
    } finally {
      if (this.#asking === asking) {
        this.settled = true
        this.busy = false
      }
    }
  }

  /** The page hears of it first; where it does not take the telling upon itself, the element does. */
  protected failed(problem: ApiProblem): void {
    if (!emit(this, 'mokor-error', { status: problem.status, problem: problem.problem })) return
    // Only too many ask at once: that is said, and asked again when the network wants it.
    const wait = problem.status === 503 && problem.retryAfter
    this.trouble = problem
    // Only where the page put something to show instead.
    this.fallback = problem.unreachable && !wait && this.childElementCount > 0
    if (wait) setTimeout(() => this.isConnected && this.trouble === problem && this.again(), wait * 1000)
  }
}
