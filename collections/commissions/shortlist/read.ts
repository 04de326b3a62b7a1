// Reads for the shortlist: what a request asks, and who comes into question for it.
import type { PayloadRequest } from 'payload'
import { municipality } from '../../../plugin/geo/index.js'
import { type RosterQuestion, type RosterRow, rosterOf } from '../../../plugin/roster/index.js'
import { candidateOf } from '../../../plugin/roster/question.js'
import { mokor } from '../../../plugin/runtime.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { readSkills, type Skill, skillLabels } from '../../skills/index.js'
import { offersOf } from '../offers/read.js'
import type { Commission } from '../types.js'
import type { Reason } from './reasons.js'
import { saidBefore } from './said-before.js'
import {
  type Candidate,
  type ShortlistGroup,
  type ShortlistParameters,
  type ShortlistRequest,
  shortlist,
  type Trade,
} from './shortlist.js'
import { complementaryTrades } from './together.js'

/** The trades asked for · what else the job may need · the same sector, near. */
export type ShortlistMode = 'fitting' | 'complementary' | 'useful'

/** Of the two wider circles so many are looked at, the nearest. */
const mostLookedAt = 300
/** Where few reach the place by their own account, whoever lives so near is shown as well. */
const beyondKm = 50

export const parametersOf = ({ payload }: PayloadRequest): ShortlistParameters => {
  const { shortlistPlaces, restDays, openJobsCap, newcomerEvery } = mokor(payload).options.organisation
  return { places: shortlistPlaces, restDays, openJobsCap, newcomerEvery }
}

const tradeOf = ({ slug, names, regulated }: Pick<Skill, 'slug' | 'names' | 'regulated'>): Trade => {
  const first = Object.values(names).find((name) => name) ?? slug
  return { slug, it: names.it || first, en: names.en || first, regulated: Boolean(regulated) }
}

/** Known trades of a request, in its order. */
async function tradesAsked(req: PayloadRequest, { skills }: Pick<Commission, 'skills'>): Promise<Trade[]> {
  const ids = (skills ?? []).flatMap(({ skill }) => skill ?? [])
  if (ids.length === 0) return []
  const found = new Map((await readSkills(req, { id: { in: ids } }, ids.length)).map((one) => [String(one.id), one]))
  return ids.flatMap((id) => {
    const skill = found.get(String(id))
    return skill ? [tradeOf(skill)] : []
  })
}

/** The trades that a mode looks for. */
async function tradesFor(req: PayloadRequest, asked: readonly Trade[], mode: ShortlistMode): Promise<Trade[]> {
  if (mode === 'fitting') return [...asked]
  const slugs = asked.map(({ slug }) => slug)
  const labels = await skillLabels(req)
  const together = complementaryTrades(slugs, mokor(req.payload).options.organisation.tradesTogether)
  const sectors = new Set(slugs.flatMap((slug) => labels.get(slug)?.sector ?? []))
  const wanted =
    mode === 'complementary'
      ? together
      : [...labels].flatMap(([slug, { sector }]) =>
          sectors.has(sector) && !slugs.includes(slug) && !together.includes(slug) ? [slug] : [],
        )
  return wanted.flatMap((slug) => {
    const label = labels.get(slug)
    return label ? [tradeOf({ slug, ...label })] : []
  })
}

/** Ids of members who were asked about it already: the panel of its offers shows them. */
async function askedAbout(req: PayloadRequest, { id }: Commission): Promise<string[]> {
  const offers = await offersOf(req, id)
  return offers.flatMap(({ member }) => (member ? [String(member)] : []))
}

async function requestOf(req: PayloadRequest, commission: Commission, mode: ShortlistMode): Promise<ShortlistRequest> {
  const trades = await tradesFor(req, await tradesAsked(req, commission), mode)
  const { when, client, member, wanted, micro, mode: work } = commission
  const named = [member, ...(wanted ?? [])].flatMap((id) => (id ? [String(id)] : []))
  return {
    trades,
    work,
    language: client.lang.slice(0, 2),
    day: dayInItaly(new Date()),
    by: when.soon === 'by' && when.by ? dayInItaly(new Date(when.by)) : null,
    small: Boolean(micro),
    wanted: mode === 'fitting' ? [...new Set(named)] : [],
    asked: await askedAbout(req, commission),
  }
}

export function placeOf({ place }: Commission): RosterQuestion['place'] {
  const town = municipality(place?.municipality ?? '')
  if (town)
    return { lat: town.ownCentre ? town.lat : null, lng: town.ownCentre ? town.lng : null, province: town.province }
  return place?.province ? { lat: null, lng: null, province: place.province } : null
}

function questionOf(commission: Commission, request: ShortlistRequest, mode: ShortlistMode): RosterQuestion {
  return {
    skills: request.trades.map(({ slug }) => slug),
    place: placeOf(commission),
    work: request.work,
    beyondKm: 0,
    nearest: mode === 'fitting' ? null : mostLookedAt,
  }
}

/** Somebody of whom it is not asked whether they come into question. */
const anyway = (row: RosterRow, question: RosterQuestion): Candidate =>
  candidateOf({ ...row, skills: [...question.skills] }, { ...question, beyondKm: Number.MAX_SAFE_INTEGER }) ?? {
    row,
    way: null,
    km: null,
  }

async function candidatesFor(
  req: PayloadRequest,
  question: RosterQuestion,
  request: ShortlistRequest,
  { places }: ShortlistParameters,
): Promise<Candidate[]> {
  const roster = rosterOf(req.payload)
  const near = await roster.candidates(question)
  const all =
    question.nearest === null && near.length < places ? await roster.candidates({ ...question, beyondKm }) : near
  const there = new Set(all.map(({ row }) => row.id))
  const named = request.wanted.filter((id) => !there.has(id))
  if (named.length === 0) return all
  const rows = await roster.rows(named)
  return [...all, ...rows.map((row) => ({ ...anyway(row, question), row }))]
}

export interface ReadShortlist {
  request: ShortlistRequest
  groups: ShortlistGroup[]
  /** Everybody who stands in a group. */
  rows: ReadonlyMap<string, RosterRow>
}

export async function readShortlist(
  req: PayloadRequest,
  commission: Commission,
  mode: ShortlistMode,
): Promise<ReadShortlist> {
  const parameters = parametersOf(req)
  const request = await requestOf(req, commission, mode)
  const candidates = await candidatesFor(req, questionOf(commission, request, mode), request, parameters)
  const found = shortlist(request, candidates, parameters)
  const named = found.flatMap(({ people }) => people.map(({ id }) => id))
  const said = await saidBefore(req, commission, named)
  const withSaid = <T extends { id: string; reasons: Reason[] }>(one: T): T => ({
    ...one,
    reasons: [...one.reasons, ...(said.get(one.id) ?? [])],
  })
  const groups = found.map((group) => ({ ...group, people: group.people.map(withSaid) }))
  return { request, groups, rows: new Map(candidates.map(({ row }) => [row.id, row])) }
}

/** These members, with the same reasons, whether or not they come into question: looked for by name. */
export async function candidatesByHand(
  req: PayloadRequest,
  commission: Commission,
  ids: readonly string[],
): Promise<{ request: ShortlistRequest; candidates: Candidate[] }> {
  const request = await requestOf(req, commission, 'fitting')
  const question = questionOf(commission, request, 'fitting')
  const rows = await rosterOf(req.payload).rows(ids)
  return { request, candidates: rows.map((row) => ({ ...anyway(row, question), row })) }
}
