// What each kind of field is: its control, what it checks and sends, and what it calls its choices.

import { centsOf } from '../../values/money.js'
import type { Field, FieldKind } from './field.js'
import type { PlaceValue, SkillValue, Value } from './values.js'

type ByKind<Of> = Partial<Record<FieldKind, Of>>

export type ControlKind = 'text' | 'email' | 'tel' | 'date' | 'area' | 'one' | 'many' | 'select' | 'check'

/** Of the kinds that are not called by their control. */
const controls = {
  place: 'text',
  skills: 'text',
  euros: 'one',
  money: 'text',
  radius: 'select',
  languages: 'many',
  links: 'area',
  rules: 'check',
} as const satisfies Partial<Record<FieldKind, ControlKind>>

/** The native control that holds its value; a widget's place and skills suggest besides. */
export const controlOf = ({ kind }: Field): ControlKind =>
  kind in controls ? controls[kind as keyof typeof controls] : (kind as Exclude<FieldKind, keyof typeof controls>)

/** A text as the network reads it: signs as a keyboard writes them, none that nobody sees. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()

const matches =
  (format: RegExp) =>
  (value: Value): boolean =>
    format.test(plain(value as string))

const addressesIn = (text: Value): string[] =>
  (text as string)
    .split(/\s+/)
    .filter(Boolean)
    .map((address) => (/^https?:/i.test(address) ? address.replace(/^http:/i, 'https:') : `https://${address}`))

/** Whether a value that is not empty can be of its kind. */
export const isRight: ByKind<(value: Value, field: Field) => boolean> = {
  email: matches(/^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\"]{2,}$/),
  tel: matches(/^\(?\+?([\s()./−\p{Pd}]*\d){6,15}[\s()./−\p{Pd}]*$/u),
  // From the day of the visitor's own calendar on, written as dates are sent.
  date: (day) => /^\d{4}-\d\d-\d\d$/.test(day as string) && (day as string) >= new Date().toLocaleDateString('sv'),
  money(text, { range: [least, most] = [0, 0] }) {
    const cents = centsOf(text as string) ?? 0
    return cents >= least && cents <= most
  },
  links(text, { most = 0 }) {
    const addresses = addressesIn(text)
    return addresses.length <= most && addresses.every((address) => /^https:\/\/[^\s.]+\.\S+$/.test(address))
  },
}

/** What is wrong with the parts of a value, by their path in it: `0/origin`. */
export function* problemsOfParts({ details }: Field, value: Value): Iterable<[string, string]> {
  if (!details) return
  for (const [i, { origin, years, regulated, qualified }] of ((value ?? []) as readonly SkillValue[]).entries()) {
    if (!origin) yield [`${i}/origin`, 'origin!']
    if (Number(years) > 70) yield [`${i}/years`, 'years~']
    if (regulated && !qualified) yield [`${i}/qualified`, 'qualified!']
  }
}

/** What goes into the body for a value that is not empty; texts go as they are. Nothing for a choice that says nothing by itself. */
export const sent: ByKind<(value: Value) => unknown> = {
  place: (place) => (place as PlaceValue).code,
  skills: (skills) =>
    (skills as readonly SkillValue[]).map(({ slug, name, origin, years, qualified }) => ({
      ...(slug ? { skill: slug } : name && { own: name }),
      ...(origin && { origin }),
      ...(years && { years: Number(years) }),
      ...(qualified && { qualified }),
    })),
  euros: (euros) => (euros === 'other' ? undefined : Number(euros) * 100),
  // What is no amount is none that can be given.
  money: (text) => centsOf(text as string) ?? 0,
  radius: (km) => (km === 'all' ? null : Number(km)),
  links: (text) => addressesIn(text).map((url) => ({ url })),
}

/** @example languageName('de', 'it') // 'Tedesco' */
export function languageName(code: string, language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  return name.charAt(0).toUpperCase() + name.slice(1)
}
