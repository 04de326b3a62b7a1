// What the roster is told of a member, and who belongs to it: whoever is active, whatever their reach.
import type { Where } from 'payload'
import type { RosterMember } from '../../../plugin/roster/index.js'
import type { Member } from '../member.js'
import type { Relations } from './public-profile.js'

/** Whether a member may be proposed for work. */
export const isActive = (member: Partial<Pick<Member, 'status' | 'deletedAt'>>): boolean =>
  member.status === 'active' && !member.deletedAt

/** The same as a query. */
export const whereActive: Where = { and: [{ status: { equals: 'active' } }, { deletedAt: { exists: false } }] }

/** Null for who is not active. */
export function rosterMember(member: Member, { skillSlug }: Pick<Relations, 'skillSlug'>): RosterMember | null {
  if (!isActive(member)) return null
  const company = member.kind === 'company'
  const name = `${member.firstName} ${member.lastName ?? ''}`.trim()
  const state = member.availability?.state ?? 'now'
  return {
    id: String(member.id),
    name: (company && member.companyName?.trim()) || name,
    company,
    skills: (member.skills ?? []).flatMap(({ skill, origin, years, qualified }) => {
      const slug = skill ? skillSlug(skill) : null
      return slug ? [{ slug, origin, years: years ?? null, qualified: qualified ?? null }] : []
    }),
    languages: [...(member.languages ?? [])],
    onsite: (member.modes ?? []).includes('onsite'),
    remote: (member.modes ?? []).includes('remote'),
    availability: { state, from: state === 'from' ? (member.availability?.from?.slice(0, 10) ?? null) : null },
    municipality: member.place?.municipality || null,
    province: member.place?.province ?? '',
    radiusKm: member.radiusKm ?? null,
    maxOpenJobs: member.maxOpenJobs ?? null,
    smallJobs: Boolean(member.smallJobs),
  }
}
