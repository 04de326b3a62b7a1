// Finds private values of a member inside public texts. Pure.
import { containsContact, digitRuns } from '../../../plugin/values/contact-details.js'
import { fold } from '../../../plugin/values/fold.js'
import type { DisplayAs, Member } from '../member.js'

export interface Leak {
  /** Path of the public field that holds it, e.g. `skills.0.note`. */
  path: string
  /** Private field whose value it is; `contact` for anybody's in a name, where none belongs. */
  of:
    | 'email'
    | 'phone'
    | 'lastName'
    | 'firstName'
    | 'companyName'
    | 'helper.name'
    | 'helper.email'
    | 'notes'
    | 'contact'
}

/** What the public may read of a member's name: of who is not public at all, nothing. */
export type Shown = DisplayAs | 'nothing'

export interface PublicText {
  path: string
  text: string
  /** Whether names are looked for: addresses and names hold names by their nature. */
  names: boolean
  /** Whether anybody's contact is out of place, as in a name. */
  bare: boolean
}

/** The fields that the public name is made of. */
function nameParts({ displayAs, firstName, lastName, companyName }: Partial<Member>): [path: string, text: string][] {
  if (displayAs === 'company' && companyName?.trim()) return [['companyName', companyName]]
  const last: [string, string][] = displayAs === 'full' ? [['lastName', lastName ?? '']] : []
  return [['firstName', firstName ?? ''], ...last]
}

/** Every text of a member that the public would read. */
export function publicTexts(member: Partial<Member>): PublicText[] {
  const text = (path: string, value: string | null | undefined): PublicText => ({
    path,
    text: value ?? '',
    names: true,
    bare: false,
  })
  const texts: PublicText[] = [
    ...nameParts(member).map(([path, value]) => ({ ...text(path, value), names: false, bare: true })),
    text('headline', member.headline),
    text('experience', member.experience),
    ...(member.skills ?? []).flatMap((skill, index) => [
      text(`skills.${index}.own`, skill.own),
      text(`skills.${index}.note`, skill.note),
    ]),
    ...(member.links ?? []).flatMap((link, index) => [
      text(`links.${index}.label`, link.label),
      { ...text(`links.${index}.url`, decoded(link.url ?? '')), names: false },
    ]),
  ]
  return texts.filter(({ text }) => text !== '')
}

/** Private values found inside public texts, the member's own or others' that speak of the member; empty when they may go out. */
export function privateValuesIn(
  member: Partial<Member>,
  texts: readonly PublicText[] = publicTexts(member),
  shown: Shown = member.displayAs ?? 'initial',
): Leak[] {
  const checks = [...contactChecks(member, shown), ...wordChecks(member, shown)]
  return texts.flatMap((one): Leak[] => {
    const found = checks.filter((check) => (one.names || !check.name) && check.found(one.text))
    if (found.length > 0) return found.map(({ of }) => ({ path: one.path, of }))
    return one.bare && containsContact(one.text) ? [{ path: one.path, of: 'contact' }] : []
  })
}

/**
 * Hidden names that may stand in a public text written otherwise: small letters, no accents. Many are common words too, so this
 * is for an editor to judge. Names of two letters need their capital.
 */
export function namesPerhapsIn(member: Partial<Member>): Leak[] {
  const sure = new Set(privateValuesIn(member).map(({ path, of }) => `${path} ${of}`))
  const perhaps = (text: string, name: string): boolean =>
    name.length < 3 ? holdsName(text, name) : ` ${fold(text)} `.includes(` ${fold(name)} `)
  return publicTexts(member)
    .filter(({ names }) => names)
    .flatMap(({ path, text }) =>
      hiddenNames(member, member.displayAs ?? 'initial').flatMap(({ of, name }) =>
        perhaps(text, name) && !sure.has(`${path} ${of}`) ? [{ path, of }] : [],
      ),
    )
}

interface Check {
  of: Leak['of']
  /** Looks for a name or a note, not for a contact. */
  name: boolean
  found(text: string): boolean
}

function contactChecks(member: Partial<Member>, shown: Shown): Check[] {
  const address = (of: Leak['of'], value: string | null | undefined): Check[] => {
    const wanted = value?.trim().toLowerCase()
    return wanted ? [{ of, name: false, found: (text) => text.toLowerCase().includes(wanted) }] : []
  }
  const digits = nationalDigits(member.phone)
  const hidden = shown === 'nothing' || !member.phonePublic
  const phone: Check[] =
    digits.length >= 6 && hidden
      ? [{ of: 'phone', name: false, found: (text) => digitRuns(text).some((run) => run.includes(digits)) }]
      : []
  return [...address('email', member.email), ...address('helper.email', member.helper?.email), ...phone]
}

/** Names that the public is not to read, of two letters at least. */
export function hiddenNames(member: Partial<Member>, shown: Shown): { of: Leak['of']; name: string }[] {
  const names: [of: Leak['of'], name: string | null | undefined, hidden: boolean][] = [
    ['lastName', member.lastName, shown !== 'full'],
    ['firstName', member.firstName, shown === 'company' || shown === 'nothing'],
    ['companyName', member.companyName, shown !== 'company'],
    ['helper.name', member.helper?.name, true],
  ]
  return names.flatMap(([of, value, hidden]) => {
    const name = value?.trim() ?? ''
    return hidden && Array.from(name).length >= 2 ? [{ of, name }] : []
  })
}

function wordChecks(member: Partial<Member>, shown: Shown): Check[] {
  const names = hiddenNames(member, shown)
    .filter(({ name }) => Array.from(name).length >= 3)
    .map(({ of, name }): Check => ({ of, name: true, found: (text) => holdsName(text, name) }))
  const notes = [member.notes, ...(member.deskNotes ?? []).map(({ text }) => text)].flatMap((note): Check[] => {
    const said = note?.trim().toLowerCase() ?? ''
    return said.length < 12 ? [] : [{ of: 'notes', name: true, found: (text) => text.toLowerCase().includes(said) }]
  })
  return [...names, ...notes]
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

/** Digits of a phone number without the Italian prefix; mobile numbers that begin with 39 keep theirs. */
export function nationalDigits(phone: string | null | undefined): string {
  const written = (phone ?? '').replace(/[^+\d]/g, '')
  const bare = /^(?:\+|00)39/.test(written) ? written.replace(/^(?:\+|00)39/, '') : written.replace(/^39(?=\d{9,})/, '')
  return bare.replace(/\D/g, '')
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
