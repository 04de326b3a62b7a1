// Turns a published row into the DTOs of list and profile.

import type { PlaceDto } from '../contract/dto.js'
import { municipality, province } from '../geo/index.js'
import type { ResolvedOptions } from '../options/index.js'
import { apiBase } from '../runtime.js'
import type { MemberCardDto, MemberProfileDto } from './dto.js'
import type { ListedRow, WholeRow } from './engines/engine.js'
import { type SkillNames, skillName } from './labels.js'
import { readAvailability } from './query.js'
import type { RowSkill } from './row.js'

export interface Reading {
  options: ResolvedOptions
  lang: string
  skills: SkillNames
  /** `YYYY-MM-DD` in Italy. */
  day: string
}

/** Skills that a card in a list shows. */
const listedSkills = 3

/** Address of a team's page among ours; null where there is none. */
export const teamPageOf = ({ features, ...options }: ResolvedOptions, slug: string): string | null =>
  features.pages && features.directory && features.teams ? `${apiBase(options)}/pages/teams/${slug}` : null

/** Address of a profile's page, on the site itself or among ours; null where there is none. */
export function pageOf({ directory, features, ...options }: ResolvedOptions, slug: string): string | null {
  if (directory.memberUrl !== null) return directory.memberUrl.replaceAll('{slug}', slug)
  return features.pages && features.directory ? `${apiBase(options)}/pages/members/${slug}` : null
}

function memberCard(row: ListedRow, km: number | null, reading: Reading): MemberCardDto {
  const { options, day } = reading
  const { state, from } = readAvailability(row.availability, day)
  return {
    type: row.type,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    headline: row.headline,
    lang: row.lang,
    place: placeDto(row),
    distanceKm: km,
    skills: row.skillDetails.slice(0, listedSkills).map((skill) => skillDto(skill, reading)),
    skillsTotal: row.skillDetails.length,
    modes: row.modes,
    languages: row.languages,
    availability: from === null ? { state } : { state, from },
    picture: pictureDto(row, 320, options),
    page: row.type === 'team' ? teamPageOf(options, row.slug) : pageOf(options, row.slug),
  }
}

interface CardText {
  skills: SkillNames
  day: string
  /** Up to the distance, and from behind it to the last value: both belong to the question. */
  halves: [string, string]
}

/** Cards as they were said last, by row and language: the same rows stand in one page after the other. */
const said = new WeakMap<ListedRow, Map<string, CardText>>()

/** A card of a list as JSON. */
export function listedCard(row: ListedRow, km: number | null, comes: boolean, reading: Reading): string {
  const [before, after] = halvesOf(row, reading)
  return `${before}${km}${after}${comes}}`
}

function halvesOf(row: ListedRow, reading: Reading): [string, string] {
  const { lang, skills, day } = reading
  const texts = said.get(row) ?? new Map<string, CardText>()
  const known = texts.get(lang)
  if (known?.skills === skills && known.day === day) return known.halves
  const text = JSON.stringify({ ...memberCard(row, null, reading), comes: false })
  // No value of a row holds these names: its quotes are escaped.
  const cut = text.indexOf(distance) + distance.length
  const halves: [string, string] = [text.slice(0, cut), text.slice(cut + 'null'.length, -'false}'.length)]
  texts.set(lang, { skills, day, halves })
  said.set(row, texts)
  return halves
}

const distance = '"distanceKm":'

export function memberProfile(row: WholeRow, reading: Reading): MemberProfileDto {
  return {
    ...memberCard(row, null, reading),
    // A team has a page of its own, and no profile.
    kind: row.kind as MemberProfileDto['kind'],
    skills: row.skillDetails.map((skill) => ({ ...skillDto(skill, reading), note: skill.note })),
    picture: pictureDto(row, 640, reading.options),
    experience: row.experience,
    radiusKm: row.radiusKm,
    links: row.links,
    phone: row.phone,
    contactable: reading.options.features.relay && readAvailability(row.availability, reading.day).state !== 'not-now',
  }
}

function placeDto(row: ListedRow): PlaceDto {
  const town = row.municipality === null ? null : municipality(row.municipality)
  return {
    municipality: town && { code: town.code, name: town.name },
    province: { code: row.province, name: province(row.province)?.name ?? row.province },
    region: row.region,
  }
}

const skillDto = (
  { slug, own, origin, years }: RowSkill,
  { lang, skills }: Reading,
): MemberCardDto['skills'][number] => ({
  slug,
  name: slug === null ? (own ?? '') : skillName(slug, lang, skills),
  origin,
  years,
})

/** The digest in the address makes a new picture a new address, so that an old one is never shown in its place. */
function pictureDto(row: ListedRow, width: 320 | 640, options: ResolvedOptions): MemberCardDto['picture'] {
  if (row.picture === null || !options.features.pictures || !options.features.directory) return null
  const size = width === 640 ? '&size=640' : ''
  const url = `${apiBase(options)}/members/${row.slug}/picture?v=${row.picture.digest.slice(0, 12)}${size}`
  return { url, width, height: width }
}
