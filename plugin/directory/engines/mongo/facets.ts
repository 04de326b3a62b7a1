// Totals and facets on MongoDB, by aggregation.
import type { Filter, IndexKeys, MongoCollection } from '../../../database/mongo.js'
import { type DirectoryQuery, type FacetName, facetNames } from '../../query.js'
import type { Counts } from '../engine.js'
import { all, everyWord, filterOf, type InhabitedCircle, indexes, nearFilter } from './filters.js'

/** Counts of each value of each facet. */
export async function countFacets(
  rows: MongoCollection,
  query: DirectoryQuery,
  terms: string[][],
  circle: InhabitedCircle | null,
): Promise<Omit<Counts, 'reach'>> {
  const matchOf = (facet: FacetName | null) =>
    all(filterOf(query, facet), nearFilter(circle), everyWord('tokens', terms))
  // Around a place it is finding the rows that costs: where all facets count the same ones they are found once.
  const once = circle !== null && facetNames.every((facet) => query[facet].length === 0)
  const groups = once ? await countTogether(rows, matchOf(null)) : await countApart(rows, matchOf)
  const facets = Object.fromEntries(
    facetNames.map((facet) => [facet, new Map(groups[facet].map(({ _id, n }) => [_id, n]))]),
  ) as Counts['facets']
  // Everybody has exactly one kind: the chosen kinds add up to the total.
  const kinds = query.kind.length > 0 ? query.kind : [...facets.kind.keys()]
  return { total: kinds.reduce((sum, kind) => sum + (facets.kind.get(kind) ?? 0), 0), facets }
}

type Groups = Record<FacetName, { _id: string; n: number }[]>

async function countTogether(rows: MongoCollection, match: Filter): Promise<Groups> {
  const counted = { kind: 1, province: 1, skills: 1, modes: 1 }
  const [groups] = await rows
    .aggregate<Groups>([{ $match: match }, { $project: { _id: 0, ...counted } }, { $facet: countBy }])
    .toArray()
  return groups as Groups
}

async function countApart(rows: MongoCollection, matchOf: (facet: FacetName) => Filter): Promise<Groups> {
  const counted = facetNames.map(async (facet) => {
    const match = matchOf(facet)
    const pipeline = [{ $match: match }, ...countBy[facet]]
    return [facet, await rows.aggregate(pipeline, coveredBy(facet, match)).toArray()] as const
  })
  return Object.fromEntries(await Promise.all(counted)) as Groups
}

const by = (field: string): object => ({ $group: { _id: `$${field}`, n: { $sum: 1 } } })
/** Equal lists are counted before they are taken apart: there are far fewer of them than rows. */
const byEach = (field: string): object[] => [
  by(field),
  { $unwind: '$_id' },
  { $group: { _id: '$_id', n: { $sum: '$n' } } },
]

const countBy: Record<FacetName, object[]> = {
  kind: [by('kind')],
  province: [by('province')],
  skill: byEach('skills'),
  mode: byEach('modes'),
}

/** Counting everybody by one field, its index alone serves and no row is read; the planner does not see that by itself. */
function coveredBy(facet: FacetName, match: Filter): { hint?: IndexKeys } {
  if (Object.keys(match).length > 0) return {}
  if (facet === 'kind') return { hint: indexes.kindTurn }
  if (facet === 'province') return { hint: indexes.provinceTurn }
  return {}
}
