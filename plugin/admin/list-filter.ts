// The short filters above a list, as a condition of its address: what is to be done, a town, a province; whatever else is asked stays.
import type { Where } from 'payload'

export interface ListFilter {
  /** Only what waits for the desk. */
  todo: boolean
  town: string
  /** Its letters, e.g. `MB`. */
  province: string
  /** What the big filter asks for. */
  rest: Where[]
}

const townField = 'place.municipality'
const provinceField = 'place.province'

/** A name with its letters is one town; a part of a name any that holds it. */
const townCondition = (town: string): Where => ({
  [townField]: /\([A-Z]{2}\)\s*$/.test(town) ? { equals: town } : { like: town },
})

const sameStatuses = (given: unknown, statuses: readonly string[]): boolean =>
  Array.isArray(given) && given.length === statuses.length && statuses.every((one) => given.includes(one))

/**
 * As a plain `and` the big filter below stays folded, and can still be opened on it.
 * @returns null where nothing is asked
 */
export function whereOf({ todo, town, province, rest }: ListFilter, statuses: readonly string[]): Where | null {
  const own: Where[] = [
    ...(todo ? [{ status: { in: [...statuses] } }] : []),
    ...(town.trim() ? [townCondition(town.trim())] : []),
    ...(province ? [{ [provinceField]: { equals: province } }] : []),
  ]
  if (own.length === 0) return rest.length > 1 ? { and: rest } : (rest[0] ?? null)
  return { and: [...own, ...rest] }
}

export function filterOf(where: Where | undefined, statuses: readonly string[]): ListFilter {
  const filter: ListFilter = { todo: false, town: '', province: '', rest: [] }
  if (!where || Object.keys(where).length === 0) return filter
  for (const one of where.and ?? opened(where) ?? [where]) {
    const [[field, asked] = ['', null], ...more] = Object.entries(one)
    const { equals, like, in: among } = (asked ?? {}) as { equals?: unknown; like?: unknown; in?: unknown }
    const text = typeof equals === 'string' ? equals : typeof like === 'string' ? like : null
    if (more.length === 0 && field === 'status' && sameStatuses(among, statuses)) filter.todo = true
    else if (more.length === 0 && field === townField && text !== null && !filter.town) filter.town = text
    else if (more.length === 0 && field === provinceField && typeof equals === 'string' && !filter.province)
      filter.province = equals
    else filter.rest.push(one)
  }
  return filter
}

/** As the big filter writes conditions that must all hold. */
const opened = ({ or }: Where): Where[] | null => (or?.length === 1 ? (or[0]?.and ?? null) : null)
