// Computes what GET /members must answer in the plainest way: no index, no page, no cursor.

import { rowOf } from '../../plugin/directory/build.js'
import type { PublicProfile } from '../../plugin/directory/index.js'
import { rotationStart } from '../../plugin/directory/rotation.js'
import { type AskedWord, termsAsked } from '../../plugin/directory/words.js'
import { distanceKm, municipalities, municipality } from '../../plugin/geo/index.js'
import { trades } from './generated-profiles.js'

export interface Question {
  words?: AskedWord[]
  skill?: string[]
  province?: string[]
  kind?: string[]
  mode?: string[]
  speaks?: string[]
  near?: { lat: number; lng: number; radius: number }
  travels?: 'italy'
  available?: boolean
}

type Facet = 'kind' | 'province' | 'skill' | 'mode'

export function expectedDirectory(profiles: PublicProfile[], day: string) {
  const words = new Map(trades.map((trade) => [trade.slug, trade]))
  const rows = profiles.map((profile) => rowOf(profile, words))
  const start = rotationStart(day)
  type Row = (typeof rows)[number]
  const values: Record<Facet, (row: Row) => string[]> = {
    kind: (row) => [row.kind],
    province: (row) => [row.province],
    skill: (row) => row.skills,
    mode: (row) => row.modes,
  }

  const vocabulary = [...new Set(rows.flatMap((row) => row.tokens))].sort()
  const begun = (beginning: string) => vocabulary.filter((term) => term.startsWith(beginning))

  function has(row: Row, field: 'strong' | 'tokens', asked: AskedWord[]): boolean {
    return termsAsked(asked, begun)
      .flat()
      .every((terms) => row[field].some((term) => terms.includes(term)))
  }

  function far(row: Row, near: Question['near']): number | null | 'out' {
    if (!near) return null
    const inside = (point: { lat: number; lng: number }) => distanceKm(near, point) <= near.radius
    const town = row.municipality === null ? null : municipality(row.municipality)
    if (town?.ownCentre) return inside(town) ? Math.round(distanceKm(near, town)) : 'out'
    return municipalities().some((one) => one.province === row.province && inside(one)) ? null : 'out'
  }

  /** Kilometres that somebody travels to the place from outside the circle; null for who does not, or not that far. */
  function coming(row: Row, near: Question['near']): number | null {
    const town = row.municipality === null ? null : municipality(row.municipality)
    if (!near || !town?.ownCentre || !row.modes.includes('onsite')) return null
    const km = distanceKm(near, town)
    if (km <= near.radius || row.radiusKm === null || row.radiusKm < 10 || row.radiusKm > 100) return null
    return km <= row.radiusKm ? Math.round(km) : null
  }

  const worksEverywhere = (row: Row) => row.radiusKm === null && row.modes.includes('onsite')

  function matches(row: Row, question: Question, ignored?: Facet): boolean {
    const { available, speaks, near, travels } = question
    const { state, from } = row.availability
    const free = state === 'now' || state === 'sometimes' || (state === 'from' && (from === null || from <= day))
    return (
      (Object.keys(values) as Facet[]).every(
        (facet) =>
          facet === ignored ||
          !question[facet]?.length ||
          values[facet](row).some((one) => question[facet]?.includes(one)),
      ) &&
      (!speaks?.length || row.languages.some((one) => speaks.includes(one))) &&
      (!available || free) &&
      (!travels || worksEverywhere(row)) &&
      has(row, 'tokens', question.words ?? []) &&
      far(row, near) !== 'out'
    )
  }

  const anywhere = (question: Question): Question => ({ ...question, near: undefined })
  type Key = (number | string)[]
  const inOrder = (keyed: { row: Row; key: Key }[]): Row[] =>
    keyed
      .sort((a, b) => {
        const at = a.key.findIndex((one, i) => one !== b.key[i])
        return at < 0 ? 0 : (a.key[at] as number) < (b.key[at] as number) ? -1 : 1
      })
      .map(({ row }) => row)
  const byTurn = (row: Row): Key => [row.turn >= start ? 0 : 1, row.turn, row.slug]

  /** Words that nobody bears are set aside, as long as others are left. */
  function settled(question: Question): Question {
    const words = question.words ?? []
    const known = words.filter((_, at) =>
      rows.some((row) =>
        termsAsked(words, begun)[at]?.every((terms) => row.tokens.some((term) => terms.includes(term))),
      ),
    )
    return known.length === 0 ? question : { ...question, words: known }
  }

  return {
    /** Of those who match and live in the circle, if there is one. */
    slugs(asked: Question): string[] {
      const question = settled(asked)
      const key = (row: Row): Key => [
        has(row, 'strong', question.words ?? []) ? 0 : 1,
        (far(row, question.near) as number | null) ?? 1e9,
        ...byTurn(row),
      ]
      const found = rows.filter((row) => matches(row, question))
      return inOrder(found.map((row) => ({ row, key: key(row) }))).map(({ slug }) => slug)
    },
    /** Of those who match but live outside the circle, and come. */
    coming(asked: Question): string[] {
      const question = settled(asked)
      const found = rows
        .filter((row) => matches(row, anywhere(question)))
        .flatMap((row) => {
          const km = coming(row, question.near)
          return km === null ? [] : [{ row, key: [km, ...byTurn(row)] }]
        })
      return inOrder(found).map(({ slug }) => slug)
    },
    everywhere(asked: Question): number {
      const question = settled(asked)
      return rows.filter((row) => matches(row, anywhere(question)) && worksEverywhere(row)).length
    },
    facet(asked: Question, facet: Facet): Record<string, number> {
      const question = settled(asked)
      // What was asked for is always named.
      const counts = Object.fromEntries((question[facet] ?? []).map((value) => [value, 0]))
      for (const row of rows)
        if (matches(row, question, facet))
          for (const value of values[facet](row)) counts[value] = (counts[value] ?? 0) + 1
      return counts
    },
  }
}
