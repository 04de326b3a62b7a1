// What the people of a team agree to, and when they have to be asked anew. Pure.
import { createHash } from 'node:crypto'
import { dayInItaly } from '../../plugin/values/dates.js'
import { fold } from '../../plugin/values/fold.js'
import type { Team, TeamPerson } from './types.js'

/** Parts of the work in percent, in the order of the people: as given, or equal where nobody's is. */
export function sharesOf(people: readonly Pick<TeamPerson, 'share'>[]): (number | null)[] {
  if (people.every(({ share }) => share === null || share === undefined)) return equalShares(people.length)
  return people.map(({ share }) => share ?? null)
}

/** Whole numbers that sum to 100; the first have one more where they cannot all be the same. */
export const equalShares = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(100 / count) + (at < 100 % count ? 1 : 0))

export const sharesAddUp = (people: readonly Pick<TeamPerson, 'share'>[]): boolean => {
  const shares = sharesOf(people)
  return shares.every((share) => share !== null) && shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) === 100
}

/** A name is no term: what people do, get and answer for is. */
const termsOf = ({ purpose, referent, issuer, from, until, members }: Partial<Team>) => ({
  purpose: purpose?.trim() || null,
  referent: idOf(referent),
  issuer: issuer ?? 'each',
  from: dayOf(from),
  until: dayOf(until),
  people: peopleTerms(members ?? []),
})

/** In whatever order they stand. */
function peopleTerms(people: readonly TeamPerson[]) {
  const shares = sharesOf(people)
  return people
    .map(({ member, role }, at) => ({ member: idOf(member), role: role?.trim() || null, share: shares[at] ?? null }))
    .toSorted((a, b) => ((a.member ?? '') < (b.member ?? '') ? -1 : 1))
}

const idOf = (id: unknown): string | null => (id === null || id === undefined ? null : String(id))

/** Databases and forms spell dates differently. */
const dayOf = (date: string | null | undefined): string | null => (date ? dayInItaly(new Date(date)) : null)

/** Tells the terms that somebody was asked about from any others. */
export const termsKey = (team: Partial<Team>): string =>
  createHash('sha256')
    .update(JSON.stringify(termsOf(team)))
    .digest('base64url')
    .slice(0, 16)

/** Whether what changed is something that people had agreed to, or were asked to. */
export const needsAgain = (before: Partial<Team>, after: Partial<Team>): boolean => termsKey(before) !== termsKey(after)

/** Whether everybody said yes to the terms as they are, and these are whole. */
export const isAgreed = ({ members }: Pick<Partial<Team>, 'members'>): boolean =>
  (members ?? []).length > 0 &&
  (members ?? []).every(({ accepted }) => accepted === 'yes') &&
  sharesAddUp(members ?? [])

/** Whether a name holds one of the words by which the network is known, however it is written. */
export function holdsMark(name: string, marks: readonly string[]): boolean {
  const written = ` ${fold(name)} `
  return marks.some((mark) => written.includes(` ${fold(mark)} `))
}
