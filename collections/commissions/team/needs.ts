// What a team for a request would need, and who of the roster could be in it, in fair turn.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { isAvailable } from '../../../plugin/directory/query.js'
import { type RosterCandidate, rosterOf } from '../../../plugin/roster/index.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { readSkills } from '../../skills/index.js'
import type { TeamCandidate } from '../../teams/index.js'
import { executorWords } from '../job/executor-words.js'
import { parametersOf, placeOf } from '../shortlist/read.js'
import type { Commission } from '../types.js'

export interface Needs {
  trades: { id: DocumentId; slug: string; it: string; en: string }[]
  /** In fair turn. */
  candidates: TeamCandidate[]
  names: ReadonlyMap<string, string>
}

/** Who lives farther than their own radius reaches is named where nobody else is left. */
const beyondKm = 100

/** Somebody who was asked, or does the job, says that one person is not enough for it. */
export async function wantsTeam(req: PayloadRequest, { id, questions }: Commission): Promise<boolean> {
  if ((questions ?? []).some(({ by, text }) => by === 'executor' && text.startsWith(`${executorWords.it.team}:`)))
    return true
  const said: Where = { and: [{ commission: { equals: id } }, { 'decline.code': { equals: 'needs-team' } }] }
  return (await documents(req, 'offers').count(said)) > 0
}

/** @param least trades, for which a team is thought of */
export async function readNeeds(req: PayloadRequest, commission: Commission, least = 2): Promise<Needs> {
  const ids = (commission.skills ?? []).flatMap(({ skill }) => skill ?? [])
  const skills = ids.length > 0 ? await readSkills(req, { id: { in: ids } }, ids.length) : []
  const trades = skills.map(({ id, slug, names }) => {
    const first = Object.values(names).find(Boolean) ?? slug
    return { id, slug, it: names.it || first, en: names.en || first }
  })
  if (trades.length < Math.max(1, least)) return { trades, candidates: [], names: new Map() }
  const found = await rosterOf(req.payload).candidates({
    skills: trades.map(({ slug }) => slug),
    place: placeOf(commission),
    work: commission.mode,
    beyondKm,
    nearest: null,
  })
  const { openJobsCap } = parametersOf(req)
  const day = dayInItaly(new Date())
  const isFree = ({ row, way }: RosterCandidate): boolean =>
    way !== 'beyond' &&
    isAvailable(row.availability, day) &&
    row.openJobs < Math.min(openJobsCap, row.maxOpenJobs ?? openJobsCap) &&
    (row.busyUntil === null || row.busyUntil < day)
  const candidates = found.toSorted(byTurn).map((one): TeamCandidate => {
    const { row, km } = one
    return { id: row.id, trades: row.skills, company: row.company, available: isFree(one), km }
  })
  return { trades, candidates, names: new Map(found.map(({ row }) => [row.id, row.name])) }
}

/** Whoever was served longest ago, or never, comes first; then who has less in hand; then the turn. */
function byTurn({ row: a }: RosterCandidate, { row: b }: RosterCandidate): number {
  const [servedA, servedB] = [a.servedOn ?? '', b.servedOn ?? '']
  if (servedA !== servedB) return servedA < servedB ? -1 : 1
  return a.openJobs - b.openJobs || a.turn - b.turn || (a.id < b.id ? -1 : 1)
}
