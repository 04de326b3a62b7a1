// The controller of a form, loaded at the first input: validation, proof of work, sending, outcome.

import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit'
import { bodyOf, keyOf, withOwnWords } from '../../../plugin/contract/form/body.js'
import { offered, problemsLeft, problemsOf } from '../../../plugin/contract/form/check.js'
import { decided, isShown } from '../../../plugin/contract/form/condition.js'
import { type Field, type FieldKind, type FormWords, fresh } from '../../../plugin/contract/form/field.js'
import type { SkillValue } from '../../../plugin/contract/form/values.js'
import { type Api, type ApiProblem, apiAt } from '../api.js'
import { emit } from '../events.js'
import { loadElement } from '../lazy-element.js'
import { Challenge } from './challenge.js'
import { controllerStyles } from './controller.styles.js'
import { keepDraft, readDraft } from './draft.js'
import type { FormHost, FormRest } from './form-host.js'
import { type Control, readControl } from './read-control.js'
import { renderAny } from './render-any.js'
import type { PowChallenge } from './solver.js'

/** Milliseconds that suggestions may keep somebody who goes on. */
const patience = 2000

/** Fetches the element that draws a kind of field, once somebody is in the form. */
const loaders: Partial<Record<FieldKind, () => Promise<unknown>>> = {
  place: () => import('../../mokor-place.js'),
  skills: () => import('../../mokor-skills.js'),
}

/** Nothing said is the same however it is written. */
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a || '') === JSON.stringify(b || '')

const isForbidden = (error: unknown): boolean => (error as Partial<ApiProblem>).status === 403

/** Where the form stands; of an address too long to be taken, the site alone. */
const pageAtHand = (): string => {
  const { origin, pathname } = location
  return origin + (pathname[400] ? '/' : pathname)
}

/** @example inTime(300, 'it') // 'tra 5 minuti' */
const inTime = (seconds: number, language: string): string =>
  new Intl.RelativeTimeFormat(language).format(
    Math.ceil(seconds < 60 ? seconds : seconds / 60),
    seconds < 60 ? 'second' : 'minute',
  )

/** Fetches what a form says and asks later, and takes the form in hand. */
export async function controllerOf(form: FormHost & { controller: FormController | null }): Promise<FormController> {
  const rest = await form.rest()
  const { language } = form
  const later = await rest.words[language]?.()
  form.controller ??= new FormController(form, rest, language, later?.words)
  return form.controller
}

export class FormController {
  readonly #challenge: Challenge

  readonly #root: ShadowRoot
  /** Kinds of suggesting field that are asked for, and those that can be shown. */
  readonly #coming = new Set<string>()
  readonly #ready = new Set<string>()
  /** Id of the field that had focus last. */
  #focusedId: string
  /** One sending at a time. */
  #submitting = false
  /** This page's site is not admitted, and the page has heard of it. */
  #blocked = false

  constructor(
    private readonly form: FormHost,
    private readonly rest: FormRest,
    /** Language of `later`. */
    private spoken: string,
    /** Words that the form began without. */
    private later?: FormWords,
  ) {
    this.#root = form.renderRoot as ShadowRoot
    this.#focusedId = this.#root.activeElement?.id ?? ''
    this.#challenge = new Challenge(() => this.#api.get<PowChallenge>('/challenge'))
    adoptStyles(this.#root, [...(form.constructor as typeof LitElement).elementStyles, controllerStyles])
    const { step = 0, answer } = readDraft(form.draftKey) ?? {}
    this.#readAll()
    const { values } = form.state
    form.set({ step, answer, values: offered(this.#fields, values) })
    this.#suggest()
  }

  /** The whole table. */
  get #fields(): readonly Field[] {
    return [...this.form.fields, ...(this.rest.laterFields ?? [])]
  }

  get #api(): Api {
    return apiAt(this.form.apiAddress, this.form.language)
  }

  get words(): FormWords {
    return { ...this.form.words, ...this.later }
  }

  /** A page that changes its language changes ours; what was said of mistakes is said again in the new one. */
  #follow(): void {
    const { form, rest } = this
    const { language } = form
    if (language === this.spoken) return
    const before = this.spoken
    this.spoken = language
    rest.words[language]?.().then(
      ({ words }) => {
        if (form.language !== language) return
        this.later = words
        form.set({ problems: new Map(), trouble: '' })
      },
      () => {
        this.spoken = before
      },
    )
  }

  /** Whatever happens in the form. */
  async onEvent(type: string, target: Control): Promise<void> {
    this.#focusedId = target.id || this.#focusedId
    if (type === 'submit') return this.#submit(target as unknown as HTMLFormElement)
    if (/input|change/.test(type)) {
      this.#read(target)
      this.#solveAhead()
    }
    this.#suggest()
  }

  /** Takes over what stands in a control, if it is new. */
  #read(control: Control): void {
    const { form } = this
    const { state } = form
    const { name } = control
    const now = readControl(this.#fields, state, control)
    if (!now) return
    const { pending } = now
    const values = offered(this.#fields, now.values)
    if (isEqual(values[name], state.values[name]) && isEqual(pending[name], state.pending[name])) return
    keepDraft(form.draftKey, { values, pending, step: state.step })
    const problems = problemsLeft(state.problems, this.#fields, { values, pending }, name)
    form.set({ values, pending, problems, emptied: undefined })
  }

  /** By the time the visitor is done, the challenge is long solved; what else goes wrong is said when it is sent. */
  #solveAhead(): void {
    if (!this.form.state.blocked && !this.#blocked)
      this.#challenge.ahead().catch((error) => isForbidden(error) && !this.#blocked && this.#reportError(error))
  }

  /** Browsers that fill in fields by themselves do not always say so. */
  #readAll(): void {
    for (const control of this.#root.querySelectorAll<Control>('form [name]')) this.#read(control)
  }

  get #asked(): Field[] {
    const { state } = this.form
    return this.#fields.filter((field) => (field.step ?? 0) === state.step && isShown(field, state.values))
  }

  /** Fetches the suggesting fields that are in sight. */
  #suggest(): void {
    for (const { kind } of this.#asked) {
      const load = loaders[kind]
      if (!load || this.#coming.has(kind)) continue
      this.#coming.add(kind)
      this.#bring(kind, load).catch(() => this.#coming.delete(kind))
    }
  }

  /** Puts a suggesting field in the plain input's place once it can be typed into, words and all: no key is lost between. */
  async #bring(kind: string, load: () => Promise<unknown>): Promise<void> {
    await loadElement(kind, load, this.#root)
    this.#ready.add(kind)
    await this.form.set({})
    const control = this.#root.getElementById(this.#focusedId) as Control | null
    await control?.updateComplete
    // Only focus that fell with the old field is given back: whoever moved on meanwhile stays there.
    if (!this.#root.activeElement) control?.focus()
  }

  renderFields(): unknown {
    const { words, form } = this
    const { state, language, api } = form
    return this.#asked.map((field) =>
      renderAny(decided(field, state.values), { state, language, api, words }, this.#ready),
    )
  }

  renderTrouble(): unknown {
    this.#follow()
    const { words, form } = this
    const { problems, trouble, stuck, blocked: barred } = form.state
    return [
      problems.size || trouble
        ? html`<div class="notice wrong" id="summary" part="summary" role="alert" tabindex="-1">
            <p><strong>${trouble || words.wrong}</strong></p>
            <ul>${[...problems].map(([key, problem]) => html`<li>${this.#renderProblem(key, problem)}</li>`)}</ul>${stuck ? form.renderElsewhere() : nothing}
          </div>`
        : nothing,
      barred ? html`<div class="notice" role="alert"><p>${words[barred]}</p>${form.renderElsewhere()}</div>` : nothing,
    ]
  }

  /** One line of the summary; a link where there is a field to lead to. */
  #renderProblem(key: string, problem: string): unknown {
    const field = this.#fields.find(({ name }) => name === key.split('/')[0])
    return field && isShown(field, this.form.state.values)
      ? html`<a href="#${key}" @click=${(event: Event) => this.#goToField(event, key)}>${this.#partOf(key)}${problem}</a>`
      : problem
  }

  renderBack(): unknown {
    const { step } = this.form.state
    return step
      ? html`<button type="button" class="button" @click=${() => this.#go(step - 1)}>${this.words.back}</button>`
      : nothing
  }

  /** "Svuota", which can be taken back; what is only heard; and a field that only robots fill in. */
  renderRest(): unknown {
    const { words, form } = this
    const { busy, emptied } = form.state
    return html`<button type="button" class="plain" @click=${emptied ? this.#restore : this.#empty}>${
      emptied ? words.restore : words.empty
    }</button><span class="aloud" role="status">${busy ? words.busy : emptied ? words.emptied : ''}</span>
      <div hidden><input name="website" tabindex="-1" autocomplete="off"></div>`
  }

  renderDone(answer: unknown): TemplateResult {
    this.#follow()
    return html`<div class="done" part="done">${this.rest.renderDone(answer, this.words)}
      <p><button class="plain" @click=${this.#another}>${this.words.another}</button></p></div>`
  }

  async #submit(sent: HTMLFormElement): Promise<void> {
    if (this.#submitting) return
    this.#submitting = true
    try {
      await this.#settle()
      await this.#proceed(sent)
    } finally {
      this.#submitting = false
    }
  }

  /** What was typed into suggesting fields counts before anything is checked, also where nobody chose it. */
  async #settle(): Promise<void> {
    const { form } = this
    const controls = [...this.#root.querySelectorAll<Control>('form [name]')].filter(({ settle }) => settle)
    await Promise.race([
      Promise.all(controls.map((control) => control.settle?.())),
      new Promise((resolve) => setTimeout(resolve, patience)),
    ])
    this.#readAll()
    form.set(withOwnWords(this.#fields, form.state))
  }

  async #proceed(sent: HTMLFormElement): Promise<void> {
    const { form, words } = this
    const { state } = form
    const { step, values, pending } = state
    const fields = this.#fields
    const last = step === (form.lastStep ?? 0)
    const scope = last ? fields : fields.filter((field) => (field.step ?? 0) === step)
    const found = [...problemsOf(scope, values, pending)]
    form.set({
      trouble: '',
      stuck: false,
      problems: new Map(found.map(([key, word]) => [key, words[word] ?? words.missing ?? word])),
    })
    if (found.length) return this.#focus('#summary')
    if (!last) return this.#go(step + 1)
    if (state.blocked) return this.#focus('#elsewhere')
    const website = new FormData(sent).get('website')
    const body = {
      ...bodyOf(fields, values, state.network?.consentVersion ?? ''),
      ...this.rest.given,
      lang: form.language,
      ...(location.protocol.startsWith('http') && { page: pageAtHand() }),
      ...(website && { website }),
    }
    if (!emit(form, 'mokor-submit', { body })) return
    form.set({ busy: true })
    try {
      await this.rest.prepare?.()
      const answer = await this.#send(body)
      this.#restart()
      if (!emit(form, 'mokor-success', { answer })) return
      form.set({ answer })
      if (this.rest.keeps) keepDraft(form.draftKey, { values: {}, pending: {}, step: 0, answer })
      await this.#focus('.done [tabindex="-1"]')
    } catch (error) {
      await this.#failed(error)
    } finally {
      form.set({ busy: false })
    }
  }

  /**
   * A challenge is kept until it was spent: where the answer was lost on its way, the same form is not taken twice. One that
   * another sending spent is renewed once, unseen.
   */
  async #send(body: object, again = true): Promise<unknown> {
    const challenge = await this.#challenge.answer()
    try {
      return await this.#api.post(this.rest.path, { ...body, challenge })
    } catch (error) {
      const { status, problem } = error as ApiProblem
      if (!again || status !== 409) throw error
      this.#challenge.forget()
      return problem?.answer ?? this.#send(body, false)
    }
  }

  async #failed(error: unknown): Promise<void> {
    const { form, words } = this
    if (!this.#reportError(error)) return
    if (isForbidden(error)) return this.#focus('#elsewhere')
    const { status, problem, retryAfter } = error as Partial<ApiProblem>
    const problems = new Map<string, string>()
    // What no field answers for is said all the same.
    for (const one of problem?.errors ?? [])
      problems.set(keyOf(this.#fields, one) ?? one.pointer ?? one.code, one.message)
    const trouble = [problem?.detail ?? words.unreachable]
    if (retryAfter) trouble.push(words.wait?.replace('{when}', inTime(retryAfter, form.language)))
    // Nobody answers, or a part did not come.
    const stuck = !status || status >= 500
    form.set({ problems, stuck, trouble: problems.size ? '' : trouble.join(' ') })
    await this.#focus('#summary')
  }

  /** @returns whether the visitor is to be told too: a page may do the telling itself */
  #reportError(error: unknown): boolean {
    const { form } = this
    const { status = 0, problem = null } = error as Partial<ApiProblem>
    const refused = isForbidden(error)
    this.#blocked ||= refused
    const told = emit(form, 'mokor-error', { status, problem })
    if (told && refused) form.set({ blocked: 'refused' })
    return told
  }

  #restart(): void {
    const { form } = this
    this.#challenge.forget()
    keepDraft(form.draftKey, null)
    form.set(fresh(this.#fields))
  }

  readonly #another = (): void => {
    this.#restart()
    void this.#focus('input, textarea')
  }

  readonly #empty = (): void => {
    const { values, pending, step } = this.form.state
    this.#restart()
    this.form.set({ emptied: { values, pending, step } })
  }

  readonly #restore = (): void => {
    const { form } = this
    keepDraft(form.draftKey, form.state.emptied ?? null)
    form.set({ ...form.state.emptied, emptied: undefined })
  }

  #go(step: number): void {
    const { form } = this
    const { values, pending } = form.state
    form.set({ step, problems: new Map() })
    keepDraft(form.draftKey, { values, pending, step })
    void this.#focus('[tabindex="-1"]')
  }

  /** After a change of view: focus goes to where it begins. */
  async #focus(selector: string): Promise<void> {
    await this.form.set({})
    this.#root.querySelector<HTMLElement>(selector)?.focus()
  }

  /** Names the skill whose part is wrong, where there may be several. */
  #partOf(key: string): string {
    const [name = '', at] = key.split('/')
    const value = this.form.state.values[name]
    const part = Array.isArray(value) && at ? (value as readonly (string | SkillValue)[])[Number(at)] : undefined
    return typeof part === 'object' ? `${part.name}: ` : ''
  }

  /** From the summary to the field, in whatever step it stands. */
  async #goToField(event: Event, key: string): Promise<void> {
    event.preventDefault()
    const { form } = this
    const [name = '', ...part] = key.split('/')
    await form.set({ step: this.#fields.find((field) => field.name === name)?.step ?? 0 })
    const control = this.#root.getElementById(name) as Control | null
    const inner = control?.shadowRoot?.getElementById(part.join('/'))
    ;(inner ?? control)?.focus()
  }
}
