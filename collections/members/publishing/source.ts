// The members’ side of both read models: who is to be published, and with what; who can be proposed for work.
import type { PayloadRequest, Where } from 'payload'
import type { ProfileSource } from '../../../plugin/directory/source.js'
import type { RosterSource } from '../../../plugin/roster/index.js'
import { slugOf } from '../../../plugin/runtime.js'
import { couldBeId, databaseId } from '../../../plugin/values/document-id.js'
import { skillWords } from '../../skills/index.js'
import { wherePublic } from './public-profile.js'
import { syncRows } from './publish.js'
import { modelsOf, profilesOf, readMembers } from './read.js'
import { whereActive } from './roster.js'

async function idsOf(req: PayloadRequest, where: Where, limit: number): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: slugOf(req.payload, 'members'),
    where,
    limit,
    sort: 'id',
    pagination: false,
    depth: 0,
    select: { slug: true },
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => String(id))
}

/** Rows may bear ids that no file of this database ever had. */
const possible = (req: PayloadRequest, ids: readonly string[]) =>
  ids.filter((id) => couldBeId(req.payload, id)).map((id) => databaseId(req.payload, id))

async function refresh(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  const wanted = possible(req, ids)
  await syncRows(req, await readMembers(req, { id: { in: wanted } }, wanted.length), ids)
}

/** What their jobs come to another room tells. */
export const activeMembers: Omit<RosterSource, 'counts'> = {
  ids: (req) => idsOf(req, whereActive, 0),
  async members(req, ids) {
    const wanted = possible(req, ids)
    return (await modelsOf(req, await readMembers(req, { id: { in: wanted } }, wanted.length))).active
  },
  refresh,
}

export const memberProfiles: ProfileSource = {
  idsPublished: (req) => idsOf(req, wherePublic, 0),
  async profilesOf(req, ids) {
    const wanted = possible(req, ids)
    return profilesOf(req, await readMembers(req, { id: { in: wanted } }, wanted.length))
  },
  skillWords,
  idsWithSkill(req, skill, after, limit) {
    const next: Where[] = after === '' ? [] : [{ id: { greater_than: databaseId(req.payload, after) } }]
    return idsOf(req, { and: [wherePublic, { 'skills.skill': { equals: skill } }, ...next] }, limit)
  },
  refresh,
}
