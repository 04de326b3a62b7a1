// Reads members for publishing, always from the database: a hook’s own document may be cut by a `select`.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import type { PublicProfile } from '../../../plugin/directory/row.js'
import type { RosterMember } from '../../../plugin/roster/index.js'
import { slugOf } from '../../../plugin/runtime.js'
import { databaseId } from '../../../plugin/values/document-id.js'
import type { DocumentId, Member } from '../member.js'
import { publicProfile, type Relations } from './public-profile.js'
import { rosterMember } from './roster.js'

/** A member as it stands now, trashed ones included; null when there is none. */
export async function readMember(req: PayloadRequest, id: DocumentId): Promise<Member | null> {
  const [member] = await readMembers(req, { id: { equals: databaseId(req.payload, id) } }, 1)
  return member ?? null
}

/** Members in the order of their ids, trashed ones included. */
export const readMembers = (req: PayloadRequest, where: Where, limit: number): Promise<Member[]> =>
  documents(req, 'members').find(where, { limit, sort: 'id', trash: true, showHiddenFields: true })

/** Slugs of the skills and digests of the pictures that these members point to. */
export async function relationsOf(req: PayloadRequest, members: readonly Member[]): Promise<Relations> {
  const skills = await values(
    req,
    slugOf(req.payload, 'skills'),
    members.flatMap((member) => (member.skills ?? []).flatMap(({ skill }) => skill ?? [])),
    'slug',
  )
  const pictures = await values(
    req,
    slugOf(req.payload, 'pictures'),
    members.flatMap(({ picture }) => picture ?? []),
    'digest',
  )
  return {
    skillSlug: (id) => skills.get(String(id)) ?? null,
    pictureDigest: (id) => pictures.get(String(id)) ?? null,
  }
}

async function values(
  req: PayloadRequest,
  collection: string,
  ids: readonly DocumentId[],
  field: string,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    req,
  })
  return new Map(
    docs.flatMap((doc) => {
      const value = (doc as unknown as Record<string, unknown>)[field]
      return typeof value === 'string' ? [[String(doc.id), value] as const] : []
    }),
  )
}

/** What becomes of members in both read models: the public profiles, and who can be proposed for work; the others are left out. */
export async function modelsOf(
  req: PayloadRequest,
  members: readonly Member[],
): Promise<{ profiles: PublicProfile[]; active: RosterMember[] }> {
  const relations = await relationsOf(req, members)
  return {
    profiles: members.flatMap((member) => publicProfile(member, relations) ?? []),
    active: members.flatMap((member) => rosterMember(member, relations) ?? []),
  }
}

/** Public profiles of the members found; those that are not public are left out. */
export const profilesOf = async (req: PayloadRequest, members: readonly Member[]): Promise<PublicProfile[]> =>
  (await modelsOf(req, members)).profiles
