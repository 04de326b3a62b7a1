// What `near` may say: an ISTAT code, `lat,lng`, or a name that only one municipality bears.
import { municipalitiesNamed, municipality, type Point } from '../../geo/index.js'
import { Problem } from '../problem.js'

const point = /^(-?\d{1,3}(?:\.\d{1,8})?),\s*(-?\d{1,3}(?:\.\d{1,8})?)$/

/** @throws Problem 400 naming `near`; with the choices where several municipalities bear the name */
export function placeNear(near: string): Point {
  const asked = near.trim()
  const [, lat, lng] = asked.match(point) ?? []
  if (lat !== undefined && lng !== undefined) return onEarth({ lat: Number(lat), lng: Number(lng) })
  const named = /^\d+$/.test(asked) ? [municipality(asked)].flatMap((town) => town ?? []) : municipalitiesNamed(asked)
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

function onEarth({ lat, lng }: Point): Point {
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180)
    throw new Problem('bad-request', [{ parameter: 'near', code: 'range' }])
  return { lat, lng }
}
