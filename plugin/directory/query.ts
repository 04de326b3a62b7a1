// A validated query of the directory in canonical form.
import { createHash } from 'node:crypto'
import type { AvailabilityState, Mode, PublicKind } from './row.js'
import type { AskedWord } from './words.js'

export interface DirectoryQuery {
  /** Common ones left out. Every one must match; the last one also as a prefix. */
  words: AskedWord[]
  /** Within a list: one of. Between lists: all. Empty: no condition. Sorted, without repeats. */
  skill: string[]
  province: string[]
  kind: PublicKind[]
  mode: Mode[]
  speaks: string[]
  near: { lat: number; lng: number; radiusKm: number } | null
  /** `italy`: who works on site all over Italy. */
  travels: Travel | null
  /** Now, a `from` that has come by `day`, or sometimes. */
  available: boolean
  /** `YYYY-MM-DD` in Italy. */
  day: string
}

export const travels = ['italy'] as const
export type Travel = (typeof travels)[number]

/** What one of them is counted by while ignoring its own filter. */
export const facetNames = ['kind', 'province', 'skill', 'mode'] as const
export type FacetName = (typeof facetNames)[number]

/** Same question, same hash: what a cursor belongs to. The day is left out, a chain of pages may cross midnight. */
export function queryHash({ day: _, ...question }: DirectoryQuery): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12)
}

/** Whether somebody takes work on a day. */
export function isAvailable(availability: { state: AvailabilityState; from: string | null }, day: string): boolean {
  const { state } = readAvailability(availability, day)
  return state === 'now' || state === 'sometimes'
}

/** Availability as it reads on a day: a `from` that has come is now. */
export function readAvailability(
  { state, from }: { state: AvailabilityState; from: string | null },
  day: string,
): { state: AvailabilityState; from: string | null } {
  if (state !== 'from') return { state, from: null }
  return from === null || from <= day ? { state: 'now', from: null } : { state, from }
}
