// Trades and capabilities, suggested while one types or said in one's own words.
import { html } from 'lit'
import type { SkillSuggestionsDto } from '../../collections/skills/dto.js'
import type { SkillValue } from '../../plugin/contract/form/values.js'
import { isSame, SuggestingField, type Suggestion } from '../core/form/suggesting.js'

interface SkillSuggestion extends Suggestion {
  slug?: string
  regulated?: boolean
}

type Words = typeof import('../locales/it/skills.js').words

/**
 * A field for several skills, from the network's list or in own words. Its form value is one entry a skill.
 *
 * @tagname mokor-skills
 * @event input - Something was typed, chosen or taken away; `value` lists `{slug?, name, origin?, years?, qualified?}`.
 * @csspart field - Label, input, help.
 * @csspart input - The input.
 * @csspart list - The list of suggestions.
 * @csspart chosen - The chosen skills.
 * @cssproperty [--mokor-accent=#0b6b68] - Choices; mixed with the page's text colour for links, focus and what is marked in the list.
 * @cssproperty [--mokor-radius=10px] - Corners.
 * @cssproperty [--mokor-space=4px] - Grid of all distances.
 * @cssproperty --mokor-line - Hairlines around chosen skills; the text colour at 16 % by default.
 * @cssproperty --mokor-surface - Calm tint of chosen skills and of what the pointer is on.
 * @cssproperty --mokor-muted - Text of second rank.
 * @cssproperty [--mokor-panel=Canvas] - Ground of the list.
 * @cssproperty [--mokor-panel-text=CanvasText] - Text of the list.
 * @cssproperty [--mokor-room=20rem] - Height kept until the field is there.
 */
export class MokorSkills extends SuggestingField<SkillSuggestion, Words> {
  static override properties = {
    ...SuggestingField.properties,
    details: { type: Boolean },
    max: { type: Number },
    problems: { attribute: false },
    drawn: { attribute: false },
  }

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
  declare problems: ReadonlyMap<string, string> | undefined

  /** @internal Draws the chosen skills; comes with the first one. */
  declare drawn: (() => unknown) | undefined
  /** Language that it speaks. */
  #spoken = ''

  constructor() {
    super()
    this.value = []
    this.max = 20
  }

  protected async search(q: string): Promise<SkillSuggestion[]> {
    const { skills } = await this.client.get<SkillSuggestionsDto>('/skills', { q })
    const known = skills.map(({ sector: hint, ...skill }) => ({ ...skill, hint }))
    const all = known.some(({ name }) => isSame(name, q)) ? known : [...known, { name: q, hint: this.words.own }]
    return all.filter(({ name }) => !this.#has(name))
  }

  protected choose({ hint: _, ...skill }: SkillSuggestion): void {
    // Where there is no more room the words stay, and `chosen` says why.
    if (!this.value[this.max - 1]) {
      this.text = ''
      if (!this.#has(skill.name)) {
        this.value = [...this.value, skill]
        this.told = `${this.words.added} ${skill.name}`
      }
    }
    this.changed()
  }

  protected take(exact: SkillSuggestion | undefined): void {
    this.choose(exact ?? { name: this.text.trim() })
  }

  #has(name: string): boolean {
    return this.value.some((skill) => isSame(skill.name, name))
  }

  protected override renderChosen(): unknown {
    const { value, language } = this
    if (!value[0]) return ''
    if (this.#spoken !== language) {
      this.#spoken = language
      import('./chosen.js')
        .then(({ chosenIn }) => chosenIn(this))
        // Asked again at the next change.
        .catch(() => {
          this.#spoken = ''
        })
    }
    return this.drawn?.() ?? value.map(({ name }) => html`<p>${name}</p>`)
  }
}
