// Turns a circle on the map into municipalities by distance and provinces it touches.
import { radii } from '../contract/dto.js'
import { boundingBox, distanceKm, municipalities, province } from '../geo/index.js'
import type { DirectoryRow } from './row.js'

export interface Circle {
  /** Towns inside the circle, nearest first, those of the same whole kilometre together. */
  rings: { km: number; towns: string[] }[]
  /** Whole kilometres of each town inside. */
  kmOf: ReadonlyMap<string, number>
  /** Provinces the circle touches: rows known only by province join, last. */
  provinces: string[]
  /** Towns outside from which somebody may come, by distance too. */
  beyond: { km: number; towns: BeyondTown[] }[]
  beyondOf: ReadonlyMap<string, BeyondTown>
}

export interface BeyondTown {
  code: string
  /** Whole kilometres to the place. */
  km: number
  /** Whoever travels less does not reach the place from here. */
  leastRadius: number
}

/** How far people say they travel, all of Italy left out: those are found by `travels`. */
export const travelRadii: readonly number[] = radii.filter((km) => km > 0)
const longestTravel = Math.max(...travelRadii)

/**
 * Rows stand where their municipality stands, so a circle is a list of towns: no row is measured, and indexes by municipality serve.
 * The circle touches a province when it holds its centre or any of its towns.
 */
export function circleOf(place: { lat: number; lng: number; radiusKm: number }): Circle {
  const key = `${place.lat} ${place.lng} ${place.radiusKm}`
  const known = circles.get(key)
  if (known) return known
  const circle = drawnAround(place, () => true)
  circles.set(key, circle)
  if (circles.size > rememberedCircles) circles.delete(circles.keys().next().value as string)
  return circle
}

/** One question looks at its circle several times, and measuring Italy's towns takes milliseconds that nobody else gets. */
const circles = new Map<string, Circle>()
const rememberedCircles = 100

/**
 * The same of some towns alone, e.g. of those where anybody stands: of a wide circle they are few, and each town that is named
 * to a database costs.
 */
export const circleOfTowns = (
  place: { lat: number; lng: number; radiusKm: number },
  towns: ReadonlySet<string>,
): Circle => drawnAround(place, (code) => towns.has(code))

function drawnAround(
  { lat, lng, radiusKm }: { lat: number; lng: number; radiusKm: number },
  isWanted: (code: string) => boolean,
): Circle {
  const box = boundingBox(lat, lng, Math.max(radiusKm, longestTravel))
  const inBox = (point: { lat: number; lng: number }) =>
    point.lat >= box.minLat && point.lat <= box.maxLat && point.lng >= box.minLng && point.lng <= box.maxLng
  const inside: { km: number; town: string }[] = []
  const outside: { km: number; town: BeyondTown }[] = []
  const touched = new Set<string>()
  for (const town of municipalities()) {
    if (!inBox(town)) continue
    const distance = distanceKm({ lat, lng }, town)
    const isInside = distance <= radiusKm
    if (isInside) touched.add(town.province)
    if (!town.ownCentre) continue
    const km = Math.round(distance)
    const leastRadius = travelRadii.find((radius) => radius >= distance)
    // Rows published before a merger or a new province bear the code of then.
    for (const code of [town.code, ...town.formerCodes])
      if (!isWanted(code)) continue
      else if (isInside) inside.push({ km, town: code })
      else if (leastRadius !== undefined) outside.push({ km, town: { code, km, leastRadius } })
  }
  return {
    rings: ringsOf(inside, (town) => town),
    kmOf: new Map(inside.map(({ km, town }) => [town, km])),
    provinces: [...touched].filter((sigla) => province(sigla) !== null).sort(),
    beyond: ringsOf(outside, (town) => town.code),
    beyondOf: new Map(outside.map(({ town }) => [town.code, town])),
  }
}

function ringsOf<T>(towns: { km: number; town: T }[], codeOf: (town: T) => string): { km: number; towns: T[] }[] {
  const rings = new Map<number, T[]>()
  for (const { km, town } of towns) {
    const ring = rings.get(km)
    if (ring) ring.push(town)
    else rings.set(km, [town])
  }
  return [...rings]
    .sort(([a], [b]) => a - b)
    .map(([km, there]) => ({ km, towns: there.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1)) }))
}

/** Whole kilometres that somebody comes from outside the circle to the place in its middle; null for who does not. */
export function kmComing(
  { modes, municipality, radiusKm, lat }: Pick<DirectoryRow, 'modes' | 'municipality' | 'radiusKm' | 'lat'>,
  { beyondOf }: Circle,
): number | null {
  if (lat === null || radiusKm === null || !travelRadii.includes(radiusKm) || !modes.includes('onsite')) return null
  const town = beyondOf.get(municipality ?? '')
  return town && radiusKm >= town.leastRadius ? town.km : null
}
