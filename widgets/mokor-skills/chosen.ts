// The chosen skills, to be taken away, and what is asked about each. Comes with the first choice.
import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit'
import type { SkillValue } from '../../plugin/contract/form/values.js'
import type { Vocabulary } from '../core/element.js'
import { chosenStyles } from './chosen.styles.js'

const vocabulary: Vocabulary<Readonly<Record<string, string>>> = {
  it: () => import('../../plugin/contract/form/skill-words.it.js'),
  en: () => import('../../plugin/contract/form/skill-words.en.js'),
}

const origins = ['practised', 'aptitude', 'passion']
const answers = ['yes', 'no', 'unknown']

/** The field, as far as its chosen skills are concerned. */
interface SkillsField extends LitElement {
  readonly language: string
  readonly name: string
  readonly text: string
  readonly error: string | undefined
  readonly max: number
  readonly details: boolean
  readonly problems: ReadonlyMap<string, string> | undefined
  value: readonly SkillValue[]
  told: unknown
  drawn: (() => unknown) | undefined
  changed(): void
}

/** Gives a field what draws its chosen skills, in its language. */
export async function chosenIn(field: SkillsField): Promise<void> {
  const words = (await vocabulary[field.language]?.())?.words ?? {}
  const { elementStyles } = field.constructor as typeof LitElement
  adoptStyles(field.renderRoot as ShadowRoot, [...elementStyles, chosenStyles])

  const changeTo = (value: readonly SkillValue[]): void => {
    field.value = value
    field.changed()
  }
  const remove = (at: number): void => {
    const { value } = field
    field.told = `${words.removed} ${value[at]?.name}`
    changeTo(value.filter((_, i) => i !== at))
    field.focus()
  }
  const set = (at: number, change: Partial<SkillValue>): void =>
    changeTo(field.value.map((skill, i) => (i === at ? { ...skill, ...change } : skill)))

  const wrong = (key: string): string | undefined => field.problems?.get(`${field.name}/${key}`)
  const problem = (key: string): unknown =>
    wrong(key) ? html`<p class="error" id="${key}-e">${wrong(key)}</p>` : nothing
  const choice = (skill: SkillValue, at: number, part: 'origin' | 'qualified', options: string[]): TemplateResult => {
    const key = `${at}/${part}`
    const help = words[`${part}?`]
    return html`<fieldset class="field" role="radiogroup" aria-required="true" aria-describedby="${key}-e ${key}-h"><legend>${words[part]}</legend>
      <div class="row">${options.map(
        (option, i) => html`<label class="option"><input type="radio" id=${i ? `${key}${i}` : key} name=${key}
          .checked=${skill[part] === option} @change=${() => set(at, { [part]: option })}><span>${words[option]}</span></label>`,
      )}</div>${problem(key)}
      ${help ? html`<p class="muted small" id="${key}-h">${help}</p>` : nothing}</fieldset>`
  }
  const details = (skill: SkillValue, at: number): TemplateResult => html`${choice(skill, at, 'origin', origins)}
    <div class="field"><label for="${at}/years">${words.years} <span class="muted small">${words.optional}</span></label>
      <input class="input years" id="${at}/years" aria-invalid=${!!wrong(`${at}/years`)} aria-describedby="${at}/years-e" inputmode="numeric" maxlength="2" autocomplete="off" .value=${skill.years ?? ''}
        @input=${(event: Event) => set(at, { years: (event.target as HTMLInputElement).value.replace(/\D/g, '') })}>
      ${problem(`${at}/years`)}</div>
    ${skill.regulated ? choice(skill, at, 'qualified', answers) : nothing}`

  field.drawn = () =>
    html`<p class="error" role="status">${field.value[field.max - 1] && field.text && !field.error ? words.full?.replace('{n}', `${field.max}`) : ''}</p>
    <ul class="chosen" part="chosen">${field.value.map((skill, at) => {
      const head = html`<div class="head"><strong>${skill.name}</strong>
      <button type="button" class="plain" aria-label="${words.remove} ${skill.name}" @click=${() => remove(at)}>${words.remove}</button></div>`
      return field.details ? html`<li class="notice">${head}${details(skill, at)}</li>` : html`<li>${head}</li>`
    })}</ul>`
}
