// The municipality nearest to a position, found through a grid of cells rather than by measuring all of Italy.
import { boundingBox, distanceKm, type Municipality, municipalities, type Point } from './index.js'

/** Side of a cell, in degrees. */
const side = 0.25
const cellOf = (degrees: number): number => Math.floor(degrees / side)
const keyOf = (row: number, column: number): string => `${row}:${column}`

let cells: Map<string, Municipality[]> | undefined

function grid(): Map<string, Municipality[]> {
  if (cells) return cells
  cells = new Map()
  for (const town of municipalities()) {
    const key = keyOf(cellOf(town.lat), cellOf(town.lng))
    const there = cells.get(key)
    if (there) there.push(town)
    else cells.set(key, [town])
  }
  return cells
}

/** Null where no municipality's centre lies within `km`. Towns that share a centre: the one with more people. */
export function nearestMunicipality(point: Point, km: number): Municipality | null {
  const box = boundingBox(point.lat, point.lng, km)
  let nearest: { town: Municipality; km: number } | null = null
  for (let row = cellOf(box.minLat); row <= cellOf(box.maxLat); row++)
    for (let column = cellOf(box.minLng); column <= cellOf(box.maxLng); column++)
      for (const town of grid().get(keyOf(row, column)) ?? []) {
        const away = distanceKm(point, town)
        if (away > km || (nearest && away > nearest.km)) continue
        if (nearest && away === nearest.km && town.population <= nearest.town.population) continue
        nearest = { town, km: away }
      }
  return nearest?.town ?? null
}
