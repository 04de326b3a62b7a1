// Distances on the globe.

export interface Point {
  lat: number
  lng: number
}

export interface Box {
  minLat: number
  maxLat: number
  minLng: number
  maxLng: number
}

const earthRadiusKm = 6371
const kmPerDegree = (Math.PI / 180) * earthRadiusKm
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance, not rounded. */
export function distanceKm(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The box that holds every point within `km`: a cheap first filter before `distanceKm`. */
export function boundingBox(lat: number, lng: number, km: number): Box {
  const height = km / kmPerDegree
  const northmost = Math.min(89, Math.abs(lat) + height)
  const width = height / Math.cos(radians(northmost))
  return { minLat: lat - height, maxLat: lat + height, minLng: lng - width, maxLng: lng + width }
}
