// The centre of a comune: the settlement of GeoNames that bears its name, in its province.
import { centres } from './centres.mjs'

export const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** @param comuni all of them, by the names and provinces that `centreOf` is asked with: each keeps its own settlement */
export function centreFinder(settlements, comuni) {
  const byProvince = new Map()
  for (const one of settlements) byProvince.set(one.admin2, [...(byProvince.get(one.admin2) ?? []), one])
  const namesTaken = new Set(comuni.map((one) => `${one.province}|${fold(one.name)}`))

  /** A settlement whose name says that it belongs to the comune; null when nothing or too much does. */
  function settlementOf({ name, province }) {
    const wanted = fold(name)
    const there = byProvince.get(province) ?? []
    const exact = there.find((one) => fold(one.name) === wanted)
    if (exact) return exact
    const free = there.filter((one) => !namesTaken.has(`${province}|${fold(one.name)}`))
    const bilingual = free.find((one) => one.name.split(/\s*-\s*/).some((part) => fold(part) === wanted))
    if (bilingual) return bilingual
    const merged = name.split(/\s*-\s*|\s+(?:e|ed|con)\s+/i)
    for (const part of merged.length > 1 ? merged : []) {
      const hit = free.find((one) => fold(one.name) === fold(part))
      if (hit) return hit
    }
    const starts = free.filter((one) => touches(fold(one.name), wanted, 'startsWith', (a) => `${a} `))
    if (starts.length > 0) return starts[0]
    const ends = free.filter((one) => touches(fold(one.name), wanted, 'endsWith', (a) => ` ${a}`))
    return ends.length === 1 ? ends[0] : null
  }
  const touches = (a, b, how, edge) => a[how](edge(b)) || b[how](edge(a))

  return function centreOf(comune) {
    const given = centres[comune.name]
    if (Array.isArray(given)) return { lat: given[0], lng: given[1] }
    if (!given) return settlementOf(comune)
    const found = byProvince.get(comune.province).find((one) => one.name === given)
    if (!found) throw new Error(`${comune.name}: no settlement ${given} in ${comune.province}`)
    return found
  }
}
