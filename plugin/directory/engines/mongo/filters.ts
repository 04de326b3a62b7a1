// What MongoDB is asked: a question of the directory as filters, and the indexes that answer it.
import type { Filter, IndexKeys } from '../../../database/mongo.js'
import { type BeyondTown, type Circle, travelRadii } from '../../near.js'
import type { DirectoryQuery, FacetName } from '../../query.js'

/** Equality, then order: each serves one way of asking. No index can hold two lists. */
export const indexes = {
  turn: { turn: 1 },
  provinceTurn: { province: 1, turn: 1 },
  skillsTurn: { skills: 1, turn: 1 },
  provinceSkillsTurn: { province: 1, skills: 1, turn: 1 },
  kindTurn: { kind: 1, turn: 1 },
  municipalityTurn: { municipality: 1, turn: 1 },
  radiusMunicipalityTurn: { radiusKm: 1, municipality: 1, turn: 1 },
  strongTurn: { strong: 1, turn: 1 },
  tokensTurn: { tokens: 1, turn: 1 },
} satisfies Record<string, IndexKeys>

/** Of the towns where somebody stands those inside, and those that are not. */
export interface InhabitedCircle extends Circle {
  elsewhere: string[]
}

const oneOf = (values: string[]): unknown => (values.length === 1 ? values[0] : { $in: values })

/** All of them; flat where their keys differ, which the planner reads best. */
export function all(...filters: Filter[]): Filter {
  const keys = filters.flatMap((filter) => Object.keys(filter))
  if (new Set(keys).size === keys.length) return Object.assign({}, ...filters)
  return { $and: filters.filter((filter) => Object.keys(filter).length > 0) }
}

/** Filters of a question without its words and place, and without the facet that is to be ignored. */
export function filterOf(query: DirectoryQuery, ignored: FacetName | null = null): Filter {
  const chosen = (name: FacetName, field: string): Filter =>
    query[name].length > 0 && name !== ignored ? { [field]: oneOf(query[name]) } : {}
  return all(
    chosen('province', 'province'),
    chosen('skill', 'skills'),
    chosen('kind', 'kind'),
    chosen('mode', 'modes'),
    query.speaks.length > 0 ? { languages: oneOf(query.speaks) } : {},
    query.available ? availableOn(query.day) : {},
    query.travels === 'italy' ? allOverItaly : {},
  )
}

export const onSite: Filter = { modes: 'onsite' }
export const allOverItaly: Filter = { ...onSite, radiusKm: null }

/** From these towns, whoever travels far enough from each. */
export function comingFrom(towns: BeyondTown[]): Filter {
  const branches = travelRadii.flatMap((least) => {
    const there = towns.filter(({ leastRadius }) => leastRadius === least).map(({ code }) => code)
    if (there.length === 0) return []
    return [{ radiusKm: { $in: travelRadii.filter((radius) => radius >= least) }, municipality: { $in: there } }]
  })
  return all(onSite, branches.length === 1 ? (branches[0] as Filter) : { $or: branches })
}

const availableOn = (day: string): Filter => ({
  $or: [
    { 'availability.state': { $in: ['now', 'sometimes'] } },
    { 'availability.state': 'from', 'availability.from': { $lte: day } },
    { 'availability.state': 'from', 'availability.from': null },
  ],
})

/** By the shorter of two lists: each town that is named costs. */
export function nearFilter(circle: InhabitedCircle | null): Filter {
  if (!circle) return {}
  const { kmOf, elsewhere, provinces } = circle
  const municipality = kmOf.size <= elsewhere.length ? { $in: [...kmOf.keys()] } : { $nin: [...elsewhere, null] }
  return { $or: [{ municipality }, { lat: null, province: { $in: provinces } }] }
}

const holding = (field: 'strong' | 'tokens', terms: string[][]): Filter[] =>
  terms.map((any) => ({ [field]: oneOf(any) }))

export const everyWord = (field: 'strong' | 'tokens', terms: string[][]): Filter => all(...holding(field, terms))

/** Band 0: every word is strong. Band 1: every word is there, not all of them strong. */
export function bandFilter(terms: string[][], band: 0 | 1): Filter {
  if (terms.length === 0) return {}
  if (band === 0) return everyWord('strong', terms)
  return all(everyWord('tokens', terms), { $nor: [everyWord('strong', terms)] })
}

export function hintOf(query: DirectoryQuery, band: 0 | 1): IndexKeys {
  if (query.words.length > 0) return band === 0 ? indexes.strongTurn : indexes.tokensTurn
  if (query.province.length > 0 && query.skill.length > 0) return indexes.provinceSkillsTurn
  if (query.skill.length > 0) return indexes.skillsTurn
  if (query.province.length > 0) return indexes.provinceTurn
  if (query.kind.length > 0) return indexes.kindTurn
  return indexes.turn
}
