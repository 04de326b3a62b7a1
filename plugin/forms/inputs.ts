// The inputs of a form without script, made from its table: each with its words, and the place in the body that it fills.
import { isEmpty, isShown } from '../contract/form/condition.js'
import type { Field, FormWords } from '../contract/form/field.js'
import { type ControlKind, controlOf, languageName } from '../contract/form/kinds.js'
import { words as skillEn } from '../contract/form/skill-words.en.js'
import { words as skillIt } from '../contract/form/skill-words.it.js'
import type { Values } from '../contract/form/values.js'
import { fallbackLanguage, pick } from '../i18n/localized.js'
import type { ResolvedOptions } from '../options/index.js'
import { filled, type HtmlForm } from './html-form.js'

export interface Input {
  name: string
  /** JSON pointer by which problems find it. */
  at: string
  kind: ControlKind
  label: string
  /** What the summary of problems calls it, where several bear one label. */
  called?: string
  hint?: string | undefined
  /** A page to read first, after the hint; it opens beside the form, so that nothing typed is lost. */
  link?: { href: string; label: string } | undefined
  /** Said when it is missing; the code's own sentence otherwise. */
  missing?: string | undefined
  optional?: boolean
  options?: { value: string; label: string }[]
  /** Value before anybody chose. */
  initial?: string | undefined
  max?: number | undefined
  inputMode?: 'decimal' | 'numeric' | undefined
  autocomplete?: string | undefined
  /** Of several that fill one place, those that these answers ask for. */
  isAsked: boolean
}

export interface InputGroup {
  title: string | null
  folded: boolean
  inputs: Input[]
}

/** Skills that can be written without script; an editor adds more. */
export const skillRows = [0, 1, 2, 3, 4, 5]

/** What the inputs are made of besides the table. */
interface Making {
  words: FormWords
  lang: string
  organisation: ResolvedOptions['organisation']
  values: Values
}

export function groupsOf(
  { fields, groups, words }: HtmlForm,
  lang: string,
  { organisation }: ResolvedOptions,
  values: Values,
): InputGroup[] {
  const making = { words: pick(lang, words), lang, organisation, values }
  const inputs = (some: readonly Field[]): Input[] => some.flatMap((field) => inputsOf(field, making))
  if (!groups) return [{ title: null, folded: false, inputs: inputs(fields) }]
  return groups.map(({ title, folded = false, fields: names }) => ({
    title: making.words[title] ?? title,
    folded,
    inputs: inputs(names.flatMap((name) => fields.find((field) => field.name === name) ?? [])),
  }))
}

function inputsOf(field: Field, making: Making): Input[] {
  const { words, organisation, lang, values } = making
  const { name, kind, at, consent, initial, autocomplete } = field
  if (kind === 'skills' && field.details) return skillRows.flatMap((row) => skillInputs(field, row, making))
  const options = [...(field.options ?? []), ...Object.keys(field.moreOptions ?? {})]
  const control = controlOf(field)
  return [
    {
      name: kind === 'skills' ? 'skill' : name,
      at: at ?? `/consents/${consent}`,
      kind: control,
      label: words[name] ?? name,
      hint:
        [words[`${name}+`], kind === 'rules' ? undefined : words[`${name}?`]].filter(Boolean).join(' ') || undefined,
      link:
        kind === 'rules' && organisation.rulesUrl
          ? { href: organisation.rulesUrl, label: words[`${name}?`] ?? '' }
          : undefined,
      missing: words[`${name}!`],
      optional: isOptional(field, words),
      options: options.map((value) => ({ value, label: optionName(field, value, words, lang) })),
      initial,
      // Of a text of several lines too much is said, rather than cut off where it is pasted.
      max: control === 'area' ? undefined : kind === 'place' || kind === 'skills' ? 80 : field.max,
      inputMode: kind === 'money' ? 'decimal' : undefined,
      autocomplete,
      isAsked: isShown(field, values) || !isEmpty(values[name]),
    },
  ]
}

/** Marked unless it is always needed, begins with an answer, or says by itself when it is. */
const isOptional = ({ name, needed, shown, initial }: Field, words: FormWords): boolean =>
  !(needed === true && !shown) && !initial && !words[`${name}+`]

function optionName({ name, kind }: Field, option: string, words: FormWords, lang: string): string {
  if (kind === 'languages') return languageName(option, fallbackLanguage(lang))
  return words[`${name}.${option}`] ?? words[`${name}.*`]?.replace('{}', option) ?? option
}

/** A skill in own words, and what is asked about it. */
function skillInputs({ name, at }: Field, row: number, { words, lang }: Making): Input[] {
  const asked = pick(lang, { it: skillIt, en: skillEn })
  const called = filled(words[`${name}.row`] ?? '', { n: row + 1 })
  const place = `${at}/${row}`
  return [
    {
      name: `skill${row}`,
      at: `${place}/own`,
      kind: 'text',
      max: 80,
      label: called,
      hint: row === 0 ? words[`${name}?`] : undefined,
      missing: words[`${name}!`],
      optional: row > 0,
      isAsked: true,
    },
    {
      name: `origin${row}`,
      at: `${place}/origin`,
      kind: 'select',
      label: asked.origin,
      called,
      missing: words['origin!'],
      options: (['practised', 'aptitude', 'passion'] as const).map((value) => ({ value, label: asked[value] })),
      optional: row > 0,
      isAsked: true,
    },
    {
      name: `years${row}`,
      at: `${place}/years`,
      kind: 'text',
      inputMode: 'numeric',
      max: 2,
      label: asked.years,
      called: `${called}. ${asked.years}`,
      optional: true,
      isAsked: true,
    },
  ]
}
