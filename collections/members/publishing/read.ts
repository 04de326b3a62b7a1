// Reads members for publishing, always from the database: a hook’s own document may be cut by a `select`.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import type { PublicProfile } from '../../../plugin/directory/row.js'
import { slugOf } from '../../../plugin/runtime.js'
import { databaseId } from '../../../plugin/values/document-id.js'
import type { DocumentId, Member } from '../member.js'
import { publicProfile, type Relations } from './public-profile.js'

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

/** Public profiles of the members found; those that are not public are left out. */
export async function profilesOf(req: PayloadRequest, members: readonly Member[]): Promise<PublicProfile[]> {
  const relations = await relationsOf(req, members)
  return members.flatMap((member) => publicProfile(member, relations) ?? [])
}
