// Builds a roster row from what rooms say of a member. Pure.
import { createHash } from 'node:crypto'
import { municipality, province } from '../geo/index.js'
import { allItalyKm, type JobCounts, type RosterMember, type RosterRow } from './row.js'

const positions = 2 ** 31

/** 31 bits of a hash: a place on the circle that the fair turn goes round. */
const turnOf = (id: string): number => createHash('sha256').update(`roster:${id}`).digest().readUInt32BE(0) % positions

export function rosterRowOf(member: RosterMember, counts: JobCounts): RosterRow {
  const town = member.municipality === null ? null : municipality(member.municipality)
  const area = province(town?.province ?? member.province)
  const located = town?.ownCentre ? town : null
  const row: Omit<RosterRow, 'id' | 'digest'> = {
    turn: turnOf(member.id),
    name: member.name,
    company: member.company,
    skills: [...new Set(member.skills.map(({ slug }) => slug))],
    skillDetails: member.skills.map(({ slug, origin, years, qualified }) => ({ slug, origin, years, qualified })),
    languages: [...member.languages],
    remote: member.remote,
    availability: { state: member.availability.state, from: member.availability.from },
    municipality: town?.code ?? member.municipality,
    province: area?.sigla ?? member.province,
    radiusKm: member.onsite ? (member.radiusKm ?? allItalyKm) : null,
    maxOpenJobs: member.maxOpenJobs,
    smallJobs: member.smallJobs,
    lat: located?.lat ?? null,
    lng: located?.lng ?? null,
    openJobs: counts.openJobs,
    asked: counts.asked,
    askedOn: counts.askedOn,
    served: counts.served,
    servedOn: counts.servedOn,
    busyUntil: counts.busyUntil,
  }
  const digest = createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22)
  return { id: member.id, ...row, digest }
}
