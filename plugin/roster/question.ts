// Whom the roster is asked for, and whether a row answers: one rule for both engines.
import { boundingBox, distanceKm } from '../geo/index.js'
import { allItalyKm, type RosterRow } from './row.js'

export interface RosterQuestion {
  /** Slugs: whoever has one of them. */
  skills: readonly string[]
  /** Where the work is; without a centre the province alone is known. Null where nobody said. */
  place: { lat: number | null; lng: number | null; province: string } | null
  work: 'onsite' | 'remote' | 'either'
  /** Kilometres within which people are found too whose own radius does not reach the place; 0 for none. */
  beyondKm: number
  /** Only so many: the nearest, and between equals by their turn. Null for all. */
  nearest: number | null
}

/** How somebody gets to the work. */
export type Way = 'reaches' | 'everywhere' | 'province' | 'beyond' | 'remote'

export interface RosterCandidate {
  row: RosterRow
  way: Way
  /** Kilometres between the two towns' centres; null where one of them has none, and for remote work. */
  km: number | null
}

/** Null for who does not come into question. */
export function candidateOf(row: RosterRow, question: RosterQuestion): RosterCandidate | null {
  if (!row.skills.some((skill) => question.skills.includes(skill))) return null
  const there = question.work === 'remote' ? null : wayTo(row, question)
  if (there) return { row, ...there }
  return question.work !== 'onsite' && row.remote ? { row, way: 'remote', km: null } : null
}

function wayTo(
  { radiusKm, lat, lng, province }: RosterRow,
  { place, beyondKm }: RosterQuestion,
): Omit<RosterCandidate, 'row'> | null {
  if (radiusKm === null || place === null) return null
  const here = place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : null
  const km = here && lat !== null && lng !== null ? distanceKm(here, { lat, lng }) : null
  if (radiusKm === allItalyKm) return { way: 'everywhere', km }
  if (km === null) return province === place.province ? { way: 'province', km } : null
  if (km <= radiusKm) return { way: 'reaches', km }
  return km <= beyondKm ? { way: 'beyond', km } : null
}

export const byDistance = (a: RosterCandidate, b: RosterCandidate): number =>
  (a.km ?? Number.MAX_SAFE_INTEGER) - (b.km ?? Number.MAX_SAFE_INTEGER) ||
  a.row.turn - b.row.turn ||
  (a.row.id < b.row.id ? -1 : 1)

/** A square around the place that holds its circle, as a condition on two fields. */
export function boxAround(place: { lat: number; lng: number }, km: number) {
  const { minLat, maxLat, minLng, maxLng } = boundingBox(place.lat, place.lng, km)
  return { lat: { $gte: minLat, $lte: maxLat }, lng: { $gte: minLng, $lte: maxLng } }
}
