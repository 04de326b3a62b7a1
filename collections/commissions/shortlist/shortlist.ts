// The shortlist: who is proposed for a request, in which order and why. Pure: the same request and people give the same list.
//
// The order follows from the reasons alone (`rankOf`), and where those are alike from the fair turn. Never price, stars or titles.
import { alongCircle } from '../../../plugin/directory/position.js'
import { rotationStart } from '../../../plugin/directory/rotation.js'
import { allItalyKm, type RosterRow, type Way } from '../../../plugin/roster/index.js'
import type { Reason, ReasonCode, ReasonParams } from './reasons.js'

export interface Trade {
  slug: string
  it: string
  en: string
  /** Whether the law asks for a qualification. */
  regulated: boolean
}

export interface ShortlistRequest {
  /** What is looked for. */
  trades: readonly Trade[]
  work: 'onsite' | 'remote' | 'either'
  /** Of whoever asks: ISO 639-1. */
  language: string
  /** Today in Italy, YYYY-MM-DD. */
  day: string
  /** By when it is needed; null where nobody said. */
  by: string | null
  /** Whether it is a small job. */
  small: boolean
  /** Ids of members that the client named. */
  wanted: readonly string[]
  /** Ids of members who were asked about this request: not proposed again. */
  asked: readonly string[]
}

/** Somebody of the roster; without a way to the work where they were looked for by name. */
export interface Candidate {
  row: RosterRow
  way: Way | null
  /** Between the towns' centres. */
  km: number | null
}

export interface ShortlistParameters {
  /** People in a group. */
  places: number
  restDays: number
  openJobsCap: number
  /** Every such place is kept for somebody who never had a job; 0 for none. */
  newcomerEvery: number
}

/** `declared` and `undeclared` instead of `fitting` where a trade is regulated. */
export const groupCodes = ['wanted', 'fitting', 'declared', 'undeclared', 'beyond', 'full', 'not-now'] as const
export type GroupCode = (typeof groupCodes)[number]

export interface ProposedPerson {
  id: string
  reasons: Reason[]
}

export interface ShortlistGroup {
  code: GroupCode
  people: ProposedPerson[]
  /** How many there are, shown or not. */
  total: number
}

interface Person extends ProposedPerson {
  row: RosterRow
}

const dayMs = 86_400_000
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

const capOf = ({ maxOpenJobs }: RosterRow, { openJobsCap }: ShortlistParameters): number =>
  Math.min(maxOpenJobs ?? openJobsCap, openJobsCap)

/** Everything that speaks for or against somebody, in the order in which it is read. */
export function reasonsOf(
  { row, way, km }: Candidate,
  request: ShortlistRequest,
  parameters: ShortlistParameters,
): Reason[] {
  return [
    ...(request.wanted.includes(row.id) ? [{ code: 'wanted', params: {} } as const] : []),
    ...tradeReasons(row, request),
    ...wayReasons(row, way, km, request),
    ...timeReasons(row, request),
    ...languageReasons(row, request),
    ...(request.small ? [reason(row.smallJobs ? 'small-jobs' : 'no-small-jobs')] : []),
    ...turnReasons(row, request, parameters),
  ]
}

const reason = (code: ReasonCode, params: ReasonParams = {}): Reason => ({ code, params })

function tradeReasons(row: RosterRow, { trades }: ShortlistRequest): Reason[] {
  const covered = trades.flatMap(({ slug, it, en, regulated }) => {
    const skill = row.skillDetails.find((one) => one.slug === slug)
    if (!skill) return []
    const covers = reason('covers', { skill: slug, it, en, origin: skill.origin, years: skill.years })
    if (!regulated) return [covers]
    return [covers, reason(skill.qualified === 'yes' ? 'declared' : 'undeclared', { skill: slug, it, en })]
  })
  return covered.length > 0 ? covered : [reason('other-trade')]
}

function wayReasons(row: RosterRow, way: Way | null, km: number | null, { work }: ShortlistRequest): Reason[] {
  const far = km === null ? null : Math.round(km)
  switch (way) {
    case 'remote':
      return [reason('remote')]
    case 'everywhere':
      return [reason('everywhere', { km: far })]
    case 'province':
      return [reason('province', { province: row.province })]
    case 'beyond':
      return [reason('beyond', { km: far, radius: row.radiusKm })]
    case 'reaches':
      return [row.radiusKm === 0 ? reason('at-home') : reason('reaches', { km: far, radius: row.radiusKm })]
    case null:
      if (work !== 'remote' && row.radiusKm === null) return [reason('remote-only')]
      return far === null || row.radiusKm === allItalyKm
        ? [reason('unplaced')]
        : [reason('beyond', { km: far, radius: row.radiusKm })]
  }
}

function timeReasons({ availability, busyUntil }: RosterRow, { day, by }: ShortlistRequest): Reason[] {
  if (availability.state === 'not-now') return [reason('not-now')]
  if (busyUntil !== null && busyUntil > day) return [reason('busy', { day: busyUntil })]
  if (availability.state === 'sometimes') return [reason('sometimes')]
  const { from } = availability
  if (availability.state === 'now' || from === null || from <= day) return [reason('now')]
  return [reason(by !== null && from <= by ? 'in-time' : 'from', { day: from })]
}

function languageReasons({ languages }: RosterRow, { language }: ShortlistRequest): Reason[] {
  // Who says nothing of languages is not held to speak none.
  if (languages.length === 0) return []
  return [reason(languages.includes(language) ? 'speaks' : 'no-language', { lang: language })]
}

function turnReasons(row: RosterRow, { day }: ShortlistRequest, parameters: ShortlistParameters): Reason[] {
  const cap = capOf(row, parameters)
  const open = row.openJobs
  const load = open === 0 ? reason('free') : reason(open >= cap ? 'full' : 'load', { open, cap })
  const { restDays } = parameters
  const asked =
    row.askedOn !== null && daysBetween(row.askedOn, day) < restDays / 2
      ? [reason('asked-lately', { day: row.askedOn })]
      : []
  if (row.served === 0) return [load, reason('newcomer'), ...asked]
  if (row.servedOn === null) return [load, ...asked]
  const lately = daysBetween(row.servedOn, day) < restDays
  return [load, reason(lately ? 'served-lately' : 'served', { day: row.servedOn }), ...asked]
}

/** Distances that count as alike, in kilometres. */
export const distanceBands: readonly number[] = [10, 25, 50, 100]

/** First in the list what has the smaller numbers, from the left. The page about the order says the same in words. */
export function rankOf(reasons: readonly Reason[]): number[] {
  const said = new Set(reasons.map(({ code }) => code))
  const has = (...codes: ReasonCode[]): boolean => codes.some((code) => said.has(code))
  const km = reasons.find(({ code }) => code === 'reaches' || code === 'everywhere' || code === 'beyond')?.params.km
  const far = typeof km === 'number' ? distanceBands.filter((band) => km > band).length : 0
  return [
    -reasons.filter(({ code }) => code === 'covers').length,
    has('beyond', 'remote-only', 'unplaced') ? 2 : has('province') ? 1 : 0,
    has('no-language') ? 1 : 0,
    has('busy', 'from', 'not-now') ? 2 : has('sometimes') ? 1 : 0,
    has('no-small-jobs') ? 1 : 0,
    has('served-lately') ? 2 : has('asked-lately') ? 1 : 0,
    has('load', 'full') ? 1 : 0,
    far,
  ]
}

/** Where the reasons are alike, the circle decides: each day it begins elsewhere. */
function inOrder(people: readonly Person[], day: string): Person[] {
  const start = rotationStart(day)
  const ranked = people.map((person) => ({ person, rank: rankOf(person.reasons) }))
  return ranked
    .toSorted((a, b) => {
      for (const [at, rank] of a.rank.entries()) if (rank !== b.rank[at]) return rank - (b.rank[at] ?? 0)
      const turn = alongCircle(a.person.row.turn, start) - alongCircle(b.person.row.turn, start)
      return turn || (a.person.id < b.person.id ? -1 : 1)
    })
    .map(({ person }) => person)
}

const isNew = ({ row }: Person): boolean => row.served === 0

/** Every fourth place goes to the first of those who never had a job, if any is left. */
function withKeptPlaces(people: readonly Person[], every: number, places: number): Person[] {
  const left = [...people]
  const list: Person[] = []
  while (left.length > 0 && list.length < places) {
    const kept = every > 0 && (list.length + 1) % every === 0
    const at = kept ? Math.max(left.findIndex(isNew), 0) : 0
    const [next] = left.splice(at, 1)
    if (!next) break
    list.push(at > 0 ? { ...next, reasons: [...next.reasons, reason('kept-place')] } : next)
  }
  return list
}

function groupOf(person: Person, request: ShortlistRequest, parameters: ShortlistParameters): GroupCode {
  const { row, reasons } = person
  const has = (code: ReasonCode): boolean => reasons.some((one) => one.code === code)
  if (request.wanted.includes(row.id)) return 'wanted'
  if (has('not-now')) return 'not-now'
  if (row.openJobs >= capOf(row, parameters)) return 'full'
  if (has('beyond') || has('remote-only') || has('unplaced')) return 'beyond'
  if (!request.trades.some(({ regulated }) => regulated)) return 'fitting'
  return has('undeclared') ? 'undeclared' : 'declared'
}

/** Groups in the order in which they are read; those without anybody are left out. */
export function shortlist(
  request: ShortlistRequest,
  candidates: readonly Candidate[],
  parameters: ShortlistParameters,
): ShortlistGroup[] {
  const asked = new Set(request.asked)
  const groups = new Map<GroupCode, Person[]>()
  for (const candidate of candidates) {
    const { row } = candidate
    if (asked.has(row.id)) continue
    const person: Person = { id: row.id, row, reasons: reasonsOf(candidate, request, parameters) }
    const code = groupOf(person, request, parameters)
    const group = groups.get(code)
    if (group) group.push(person)
    else groups.set(code, [person])
  }
  return groupCodes.flatMap((code) => {
    const people = groups.get(code)
    if (!people) return []
    const shown = withKeptPlaces(inOrder(people, request.day), parameters.newcomerEvery, parameters.places)
    return [{ code, total: people.length, people: shown.map(({ id, reasons }) => ({ id, reasons })) }]
  })
}
