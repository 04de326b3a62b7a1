// Parses the `near` parameter: an ISTAT code, `lat,lng`, or a name that only one municipality bears.

import { Problem } from '../../../plugin/api/problem.js'
import { municipalitiesNamed, municipality, type Point } from '../../../plugin/geo/index.js'
import { nearestMunicipality } from '../../../plugin/geo/nearest.js'

const point = /^(-?\d{1,3}(?:\.\d{1,8})?),\s*(-?\d{1,3}(?:\.\d{1,8})?)$/

/** A position is taken for the municipality it lies in or by: there are fewer of those than there are positions to ask for. */
const roundedWithinKm = 30

/** Where no position of Italy is and nobody lives: what is asked far from every municipality is asked here. */
const nowhere: Point = { lat: 0, lng: 0 }

/** @throws Problem 400 naming `near`; with the choices where several municipalities bear the name */
export function placeNear(near: string): Point {
  const asked = near.trim()
  const [, lat, lng] = asked.match(point) ?? []
  if (lat !== undefined && lng !== undefined) return rounded({ lat: Number(lat), lng: Number(lng) })
  const byCode = municipality(asked)
  const named = byCode ? [byCode] : municipalitiesNamed(asked)
  const [town] = named
  if (!town) throw new Problem('bad-request', [{ parameter: 'near', code: 'place.unknown' }])
  if (named.length > 1)
    throw new Problem('bad-request', [
      {
        parameter: 'near',
        code: 'place.ambiguous',
        choices: named
          .map(({ code, name, province }) => ({ value: code, label: `${name} (${province})` }))
          .sort((a, b) => (a.value < b.value ? -1 : 1)),
      },
    ])
  return { lat: town.lat, lng: town.lng }
}

function rounded(position: Point): Point {
  if (Math.abs(position.lat) > 90 || Math.abs(position.lng) > 180)
    throw new Problem('bad-request', [{ parameter: 'near', code: 'range' }])
  const { lat, lng } = nearestMunicipality(position, roundedWithinKm) ?? nowhere
  return { lat, lng }
}
