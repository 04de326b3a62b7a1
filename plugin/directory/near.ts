// A circle on the map as rows know it: towns by distance, and provinces it touches.
import { boundingBox, distanceKm, municipalities, province } from '../geo/index.js'

export interface Circle {
  /** Towns inside the circle, nearest first, those of the same whole kilometre together. */
  rings: { km: number; towns: string[] }[]
  /** Whole kilometres of each town inside. */
  kmOf: ReadonlyMap<string, number>
  /** Provinces the circle touches: rows known only by province join, last. */
  provinces: string[]
}

/**
 * Rows stand where their municipality stands, so a circle is a list of towns: no row is measured, and indexes by municipality serve.
 * The circle touches a province when it holds its centre or any of its towns.
 */
export function circleOf(place: { lat: number; lng: number; radiusKm: number }): Circle {
  const key = `${place.lat} ${place.lng} ${place.radiusKm}`
  const known = circles.get(key)
  if (known) return known
  const circle = drawnAround(place)
  circles.set(key, circle)
  if (circles.size > rememberedCircles) circles.delete(circles.keys().next().value as string)
  return circle
}

/** One question looks at its circle several times, and measuring Italy's towns takes milliseconds that nobody else gets. */
const circles = new Map<string, Circle>()
const rememberedCircles = 100

function drawnAround({ lat, lng, radiusKm }: { lat: number; lng: number; radiusKm: number }): Circle {
  const box = boundingBox(lat, lng, radiusKm)
  const inBox = (point: { lat: number; lng: number }) =>
    point.lat >= box.minLat && point.lat <= box.maxLat && point.lng >= box.minLng && point.lng <= box.maxLng
  const rings = new Map<number, string[]>()
  const kmOf = new Map<string, number>()
  const touched = new Set<string>()
  for (const town of municipalities()) {
    if (!inBox(town)) continue
    const distance = distanceKm({ lat, lng }, town)
    if (distance > radiusKm) continue
    touched.add(town.province)
    if (!town.ownCentre) continue
    const km = Math.round(distance)
    // Rows published before a merger or a new province bear the code of then.
    const codes = [town.code, ...town.formerCodes]
    for (const code of codes) kmOf.set(code, km)
    const ring = rings.get(km)
    if (ring) ring.push(...codes)
    else rings.set(km, codes)
  }
  return {
    rings: [...rings].sort(([a], [b]) => a - b).map(([km, towns]) => ({ km, towns: towns.sort() })),
    kmOf,
    provinces: [...touched].filter((sigla) => province(sigla) !== null).sort(),
  }
}
