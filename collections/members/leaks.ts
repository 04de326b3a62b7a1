// Stops a private value from going out inside a public text: pure, by comparing one with the other.
import { digitRuns } from '../../plugin/contacts.js'
import type { Member } from './member.js'

export interface Leak {
  /** Path of the public field that holds it, e.g. `skills.0.note`. */
  path: string
  /** Private field whose value it is. */
  of: 'email' | 'phone' | 'lastName' | 'firstName' | 'companyName' | 'helper.name' | 'helper.email' | 'notes'
}

interface PublicText {
  path: string
  text: string
  /** Addresses hold names by their nature; only contacts are looked for there. */
  address: boolean
}

/** Every text of a member that the public would read. */
export function publicTexts(member: Partial<Member>): PublicText[] {
  const texts: PublicText[] = [
    { path: 'headline', text: member.headline ?? '', address: false },
    { path: 'experience', text: member.experience ?? '', address: false },
    ...(member.skills ?? []).flatMap((skill, index) => [
      { path: `skills.${index}.own`, text: skill.own ?? '', address: false },
      { path: `skills.${index}.note`, text: skill.note ?? '', address: false },
    ]),
    ...(member.links ?? []).flatMap((link, index) => [
      { path: `links.${index}.label`, text: link.label ?? '', address: false },
      { path: `links.${index}.url`, text: decoded(link.url ?? ''), address: true },
    ]),
  ]
  return texts.filter(({ text }) => text !== '')
}

/** Private values found inside public texts; empty when the profile may go out. */
export function leaksIn(member: Partial<Member>): Leak[] {
  const checks = [...contactChecks(member), ...wordChecks(member)]
  return publicTexts(member).flatMap((one) =>
    checks
      .filter((check) => (check.inAddresses || !one.address) && check.found(one.text))
      .map(({ of }) => ({ path: one.path, of })),
  )
}

interface Check {
  of: Leak['of']
  inAddresses: boolean
  found(text: string): boolean
}

function contactChecks(member: Partial<Member>): Check[] {
  const address = (of: Leak['of'], value: string | null | undefined): Check[] => {
    const wanted = value?.trim().toLowerCase()
    return wanted ? [{ of, inAddresses: true, found: (text) => text.toLowerCase().includes(wanted) }] : []
  }
  const digits = nationalDigits(member.phone)
  const phone: Check[] =
    digits.length >= 6 && !member.phonePublic
      ? [{ of: 'phone', inAddresses: true, found: (text) => digitRuns(text).some((run) => run.includes(digits)) }]
      : []
  return [...address('email', member.email), ...address('helper.email', member.helper?.email), ...phone]
}

function wordChecks(member: Partial<Member>): Check[] {
  const shown = member.displayAs ?? 'initial'
  const checks: Check[] = []
  const words = (of: Leak['of'], value: string | null | undefined, hidden: boolean) => {
    const wanted = value?.trim()
    if (hidden && wanted && Array.from(wanted).length >= 3)
      checks.push({ of, inAddresses: false, found: (text) => holdsName(text, wanted) })
  }
  words('lastName', member.lastName, shown !== 'full')
  words('firstName', member.firstName, shown === 'company')
  words('companyName', member.companyName, shown !== 'company')
  words('helper.name', member.helper?.name, true)
  const notes = member.notes?.trim().toLowerCase() ?? ''
  if (notes.length >= 12)
    checks.push({ of: 'notes', inAddresses: false, found: (text) => text.toLowerCase().includes(notes) })
  return checks
}

/**
 * A name stands in a text when it is there as whole words. Names of one word are common words in Italian, so a capital letter
 * must tell them apart: "Rossi" and "ROSSI", but not the "rossi" of "tetti rossi".
 */
function holdsName(text: string, name: string): boolean {
  if (/\s/.test(name)) return asWords(name, 'iu').test(text)
  const asName = name.replace(
    /(^|['’-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
  return [asName, name.toUpperCase()].some((form) => asWords(form, 'u').test(text))
}

const asWords = (name: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`, flags)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Digits of a phone number without the Italian prefix. */
export const nationalDigits = (phone: string | null | undefined): string =>
  (phone ?? '').replace(/\D/g, '').replace(/^(00)?39(?=\d{6,})/, '')

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
