// Builds the public profile of a member: a field that is not named here stays private.
import type { Where } from 'payload'
import type { PublicKind, PublicProfile } from '../../../plugin/directory/row.js'
import { linkFault } from '../../../plugin/values/web-link.js'
import type { DocumentId, Member, MemberKind } from '../member.js'

/** What relations of a member point to, looked up beforehand. */
export interface Relations {
  /** Slug of a skill by its id. */
  skillSlug(id: DocumentId): string | null
  /** Digest of a picture by its id. */
  pictureDigest(id: DocumentId): string | null
}

const publicKind: Record<MemberKind, PublicKind> = {
  professional: 'professional',
  company: 'company',
  enthusiast: 'enthusiast',
  occasional: 'occasional',
  unemployed: 'occasional',
  'never-employed': 'occasional',
  underemployed: 'occasional',
}

/** Whether a file in this state may be seen by everybody. */
export const isPublic = (member: Partial<Pick<Member, 'status' | 'reach' | 'deletedAt'>>): boolean =>
  member.status === 'active' && member.reach === 'public' && !member.deletedAt

/** The same as a query. */
export const wherePublic: Where = {
  and: [{ status: { equals: 'active' } }, { reach: { equals: 'public' } }, { deletedAt: { exists: false } }],
}

/** The name people read: whole, with an initial, or the company's. */
export function publicName(member: Pick<Member, 'displayAs' | 'firstName' | 'lastName' | 'companyName'>): string {
  const first = member.firstName.trim()
  const last = member.lastName?.trim() ?? ''
  if (member.displayAs === 'company' && member.companyName?.trim()) return member.companyName.trim()
  if (member.displayAs === 'full') return `${first} ${last}`.trim()
  // A letter, whatever stands before it: `'t Hooft`, `(Rossi)`.
  const [initial] = last.match(/\p{L}\p{M}*/u) ?? []
  return initial ? `${first} ${initial.toLocaleUpperCase('it')}.` : first
}

/** What the public sees of a member, or null when that is nothing. */
export function publicProfile(member: Member, relations: Relations): PublicProfile | null {
  if (!isPublic(member) || !member.slug) return null
  return profileOf(member, member.slug, relations)
}

/** The profile as it would be published: for the card that editors look at before they approve. */
export const previewProfile = (member: Member, relations: Relations): PublicProfile =>
  profileOf(member, member.slug ?? 'anteprima', relations)

function profileOf(member: Member, slug: string, relations: Relations): PublicProfile {
  const state = member.availability?.state ?? 'now'
  const digest = member.picture ? relations.pictureDigest(member.picture) : null
  return {
    id: String(member.id),
    type: 'member',
    slug,
    name: publicName(member),
    headline: member.headline,
    experience: member.experience ?? '',
    lang: member.lang,
    kind: publicKind[member.kind],
    skills: (member.skills ?? []).flatMap((entry) => {
      const known = entry.skill ? relations.skillSlug(entry.skill) : null
      if (!known && !entry.own) return []
      return [
        {
          slug: known,
          own: known ? null : (entry.own ?? null),
          origin: entry.origin,
          years: entry.years ?? null,
          note: entry.note || null,
        },
      ]
    }),
    modes: [...(member.modes ?? [])],
    languages: [...(member.languages ?? [])],
    availability: { state, from: state === 'from' ? (member.availability?.from?.slice(0, 10) ?? null) : null },
    municipality: member.place?.municipality || null,
    province: member.place?.province ?? '',
    radiusKm: member.radiusKm ?? null,
    // Files of older days may hold a link that would not be taken today.
    links: (member.links ?? []).flatMap(({ label, url }) =>
      linkFault(url) === null ? [{ label: label || null, url }] : [],
    ),
    picture: member.picture && digest ? { id: String(member.picture), digest } : null,
    phone: member.phonePublic && member.phone ? member.phone : null,
  }
}
