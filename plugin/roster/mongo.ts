// The roster on MongoDB: squares around the place along an index, one for each radius that people travel.
import type { Payload } from 'payload'
import { radii } from '../contract/dto.js'
import { boundedCollectionOf, type Filter, type IndexKeys } from '../database/mongo.js'
import { slugOf } from '../runtime.js'
import { boxAround, byDistance, candidateOf, type RosterCandidate, type RosterQuestion } from './question.js'
import type { Roster } from './roster.js'
import { allItalyKm, type RosterRow } from './row.js'

const indexes: IndexKeys[] = [
  { skills: 1, radiusKm: 1, lat: 1, lng: 1 },
  { skills: 1, remote: 1, turn: 1 },
]

/** Squares that grow until they hold enough. */
const widening = [5, 10, 25, 50, 100]

/** @param mostKm nobody further away is wanted */
export const onsiteFilter = (question: RosterQuestion, mostKm: number): Filter | null => {
  const { place, work, beyondKm } = question
  if (work === 'remote' || place === null) return null
  const skills = { $in: [...question.skills] }
  const centre = place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : null
  const squares = centre
    ? radii.map((radiusKm) => ({
        skills,
        radiusKm,
        ...boxAround(centre, Math.min(mostKm, Math.max(radiusKm, beyondKm, 1))),
      }))
    : []
  const everywhere = {
    skills,
    radiusKm: allItalyKm,
    ...(centre && mostKm < allItalyKm ? boxAround(centre, mostKm) : {}),
  }
  const byProvince = {
    skills,
    radiusKm: { $in: [...radii] },
    province: place.province,
    ...(centre ? { lat: null } : {}),
  }
  return { $or: mostKm < allItalyKm ? [...squares, everywhere] : [...squares, everywhere, byProvince] }
}
const remoteFilter = ({ skills, work }: RosterQuestion): Filter | null =>
  work === 'onsite' ? null : { skills: { $in: [...skills] }, remote: true }

type Stored = Omit<RosterRow, 'id'> & { _id: string }

export function mongoRoster(payload: Payload): Roster {
  const rows = () => boundedCollectionOf(payload, slugOf(payload, 'roster'))
  const read = async (filter: Filter, options: object = {}): Promise<RosterRow[]> => {
    const found = await rows()
      .find<Stored>(filter, { projection: { digest: 0 }, ...options })
      .toArray()
    return found.map((row) => Object.assign(row, { id: row._id, digest: '' }))
  }

  const matching = (found: readonly RosterRow[], question: RosterQuestion): RosterCandidate[] => {
    // A row that answers two of the conditions comes twice.
    const each = new Map(found.map((row) => [row.id, row]))
    return [...each.values()].flatMap((row) => candidateOf(row, question) ?? [])
  }

  async function all(question: RosterQuestion): Promise<RosterCandidate[]> {
    const filters = [onsiteFilter(question, allItalyKm), remoteFilter(question)].filter((filter) => filter !== null)
    return matching((await Promise.all(filters.map((filter) => read(filter)))).flat(), question)
  }

  /** Square by square until there are enough whose place is known; only then those further away, or of whom the province is known. */
  async function nearest(question: RosterQuestion, most: number): Promise<RosterCandidate[]> {
    const remote = remoteFilter(question)
    const others = remote ? await read(remote, { sort: { turn: 1 }, limit: most }) : []
    const steps = question.place === null || question.place.lat === null ? [] : widening
    for (const km of [...steps, allItalyKm]) {
      const filter = onsiteFilter(question, km)
      const found = matching([...(filter ? await read(filter) : []), ...others], question)
      const near = found.filter((one) => one.km !== null && one.km <= km)
      if (filter === null || km === allItalyKm || near.length >= most) return found.toSorted(byDistance).slice(0, most)
    }
    return []
  }

  return {
    async prepare() {
      const named = indexes.map((key) => ({ key, name: Object.keys(key).join('_') }))
      await rows().createIndexes(named)
    },
    candidates: async (question) => {
      if (question.skills.length === 0) return []
      return question.nearest === null
        ? (await all(question)).toSorted(byDistance)
        : nearest(question, question.nearest)
    },
    rows: async (ids) => (ids.length === 0 ? [] : read({ _id: { $in: [...ids] } })),
  }
}
