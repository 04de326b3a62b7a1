// Builds a published row from a public profile: search words, rotation, coordinates, digest.
import { createHash } from 'node:crypto'
import { municipality, province, provinceNames } from '../geo/index.js'
import { cleanTexts } from '../values/clean-text.js'
import { rotationOf } from './rotation.js'
import type { DirectoryRow, PublicProfile, SkillWords } from './row.js'
import { termsOfTexts } from './words.js'

/**
 * Pure: the same profile and words give the same row, byte by byte.
 * @param words names and synonyms of the profile's known skills; others are not looked at
 */
export function rowOf(given: PublicProfile, words: ReadonlyMap<string, SkillWords>): DirectoryRow {
  // Files that were saved before texts came in clean.
  const profile = cleanTexts(given) as PublicProfile
  const town = profile.municipality === null ? null : municipality(profile.municipality)
  const area = province(town?.province ?? profile.province)
  const located = town?.ownCentre ? town : null
  const skillTexts = profile.skills.flatMap((skill) =>
    skill.slug === null ? [skill.own] : (words.get(skill.slug)?.words ?? []),
  )
  // A company's name says what it does, and so does a team's: it is read as a text too.
  const short = [
    profile.headline,
    ...skillTexts,
    ...(profile.kind === 'company' || profile.kind === 'team' ? [profile.name] : []),
  ]
  const long = [
    profile.experience,
    ...profile.skills.map((skill) => skill.note),
    ...profile.links.map((link) => link.label),
  ]
  const places = [
    ...(town ? [town.name, ...town.otherNames, ...town.formerNames] : []),
    ...provinceNames(area?.sigla ?? ''),
    area?.region ?? null,
  ]
  const row: Omit<DirectoryRow, 'id' | 'digest'> = {
    type: profile.type,
    slug: profile.slug,
    turn: rotationOf(profile.slug),
    name: profile.name,
    headline: profile.headline,
    experience: profile.experience,
    lang: profile.lang,
    kind: profile.kind,
    skills: [...new Set(profile.skills.flatMap((skill) => (skill.slug === null ? [] : [skill.slug])))],
    skillDetails: profile.skills.map(({ slug, own, origin, years, note }) => ({ slug, own, origin, years, note })),
    modes: [...profile.modes],
    languages: [...profile.languages],
    availability: { state: profile.availability.state, from: profile.availability.from },
    municipality: town?.code ?? profile.municipality,
    province: area?.sigla ?? profile.province,
    region: area?.region ?? '',
    lat: located?.lat ?? null,
    lng: located?.lng ?? null,
    radiusKm: profile.radiusKm,
    links: profile.links.map(({ label, url }) => ({ label, url })),
    picture: profile.picture && { id: profile.picture.id, digest: profile.picture.digest },
    phone: profile.phone,
    strong: termsOfTexts({ names: [profile.name], short }),
    tokens: termsOfTexts({ names: [profile.name, ...places], short, long }),
  }
  return { id: profile.id, ...row, digest: digestOf(row) }
}

function digestOf(row: Omit<DirectoryRow, 'id' | 'digest'>): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22)
}
