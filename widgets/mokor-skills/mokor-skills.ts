// Trades and capabilities, suggested while one types or said in one's own words.
import { html, nothing, type TemplateResult } from 'lit'
import type { SkillSuggestionsDto } from '../../plugin/api/dto.js'
import type { SkillValue } from '../core/form/field.js'
import { SuggestingField, type Suggestion } from '../core/form/suggesting.js'
import { skillsStyles } from './mokor-skills.styles.js'

interface SkillSuggestion extends Suggestion {
  slug?: string
  regulated?: boolean
}

type Words = typeof import('../locales/it/skills.js').words

const origins = ['practised', 'aptitude', 'passion'] as const
const answers = ['yes', 'no', 'unknown'] as const

/**
 * A field for several skills, from the network's list or in own words. Its form value is one entry a skill.
 *
 * @tagname mokor-skills
 * @event input - Something was typed, chosen or taken away; `value` lists `{slug?, name, origin?, years?, qualified?}`.
 * @csspart field - Label, input, help.
 * @csspart input - The input.
 * @csspart list - The list of suggestions.
 * @csspart chosen - The chosen skills.
 */
export class MokorSkills extends SuggestingField<SkillSuggestion, Words> {
  static override properties = {
    ...SuggestingField.properties,
    details: { type: Boolean },
    max: { type: Number },
    problems: { attribute: false },
  }

  static override styles = [...SuggestingField.styles, skillsStyles]

  static override vocabulary = {
    it: () => import('../locales/it/skills.js'),
    en: () => import('../locales/en/skills.js'),
  }

  declare value: readonly SkillValue[]
  /** Asks of each skill where it comes from, for how long, and the qualification where the law wants one. */
  declare details: boolean
  /** How many can be chosen. */
  declare max: number
  /** What is wrong with a part, by `name/index/part`. */
  declare problems: ReadonlyMap<string, string>

  constructor() {
    super()
    this.value = []
    this.details = false
    this.max = 20
    this.problems = new Map()
  }

  /** @param part e.g. `0/origin` */
  focusPart(part: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[id="${part}"]`)?.focus()
  }

  protected get formValue(): FormData | null {
    if (!this.value.length || !this.name) return null
    const data = new FormData()
    for (const { slug, name } of this.value) data.append(this.name, slug ?? name)
    return data
  }

  protected get unsettled(): boolean {
    return Boolean(this.text.trim())
  }

  protected async search(q: string, signal: AbortSignal): Promise<SkillSuggestion[]> {
    const { skills } = await this.client.get<SkillSuggestionsDto>('/skills', { q }, signal)
    const chosen = new Set(this.value.map(({ slug }) => slug))
    const known = skills
      .filter(({ slug }) => !chosen.has(slug))
      .map(({ sector: hint, ...skill }) => ({ ...skill, hint }))
    const exact = known.some(({ name }) => name.toLowerCase() === q.toLowerCase())
    return exact ? known : [...known, { name: q, hint: this.words.own }]
  }

  protected choose({ slug, name, regulated }: SkillSuggestion): void {
    const full = this.value.length >= this.max
    const twice = this.value.some((skill) => skill.name.toLowerCase() === name.toLowerCase())
    this.text = ''
    if (!full && !twice) {
      this.value = [...this.value, { ...(slug && { slug, regulated: Boolean(regulated) }), name }]
      this.told = `${this.words.added} ${name}`
    }
    this.changed()
  }

  protected settle(exact: SkillSuggestion | undefined): void {
    this.choose(exact ?? { name: this.text.trim().slice(0, 80) })
  }

  protected override drawChosen(): unknown {
    if (!this.value.length) return nothing
    return html`<ul class="chosen" part="chosen">${this.value.map((skill, i) => {
      const remove = html`<button type="button" class="plain" aria-label="${this.words.remove} ${skill.name}" @click=${() => this.#remove(i)}>${this.words.remove}</button>`
      return this.details
        ? html`<li class="notice"><div class="head"><strong>${skill.name}</strong>${remove}</div>${this.#drawDetails(skill, i)}</li>`
        : html`<li class="head"><strong>${skill.name}</strong>${remove}</li>`
    })}</ul>`
  }

  #drawDetails(skill: SkillValue, i: number): TemplateResult {
    const { words } = this
    return html`${this.#drawChoice(skill, i, 'origin', origins)}
      <div class="field"><label for="${i}/years">${words.years} <span class="muted small">${words.optional}</span></label>
        <input class="input years" id="${i}/years" inputmode="numeric" maxlength="2" autocomplete="off" .value=${skill.years ?? ''}
          @input=${(event: Event) => this.#set(i, { years: (event.target as HTMLInputElement).value.replace(/\D/g, '') })}>
        ${this.#drawProblem(`${i}/years`)}</div>
      ${skill.regulated ? this.#drawChoice(skill, i, 'qualified', answers) : nothing}`
  }

  #drawChoice(skill: SkillValue, i: number, part: 'origin' | 'qualified', options: readonly string[]): TemplateResult {
    const words: Readonly<Record<string, string>> = this.words
    const key = `${i}/${part}`
    const help = words[`${part}?`]
    return html`<fieldset class="field" aria-describedby="${key}-e ${key}-h"><legend>${words[part]}</legend>
      <div class="row">${options.map(
        (
          option,
          at,
        ) => html`<label class="option"><input type="radio" id=${at ? `${key}${at}` : key} name=${key} .checked=${skill[part] === option}
          required @change=${() => this.#set(i, { [part]: option })}><span>${words[option]}</span></label>`,
      )}</div>${this.#drawProblem(key)}
      ${help ? html`<p class="muted small" id="${key}-h">${help}</p>` : nothing}</fieldset>`
  }

  #drawProblem(key: string): unknown {
    const problem = this.problems.get(`${this.name}/${key}`)
    return problem ? html`<p class="error" id="${key}-e">${problem}</p>` : nothing
  }

  #set(at: number, change: Partial<SkillValue>): void {
    this.value = this.value.map((skill, i) => (i === at ? { ...skill, ...change } : skill))
    this.changed()
  }

  #remove(at: number): void {
    this.told = `${this.words.removed} ${this.value[at]?.name}`
    this.value = this.value.filter((_, i) => i !== at)
    this.changed()
    this.focus()
  }
}
