// The members’ side of the directory’s `ProfileSource`: who is to be published, and with what.
import type { PayloadRequest, Where } from 'payload'
import type { ProfileSource } from '../../../plugin/directory/source.js'
import { slugOf } from '../../../plugin/runtime.js'
import { couldBeId, databaseId } from '../../../plugin/values/document-id.js'
import { skillWords } from '../../skills/index.js'
import { wherePublic } from './public-profile.js'
import { syncRows } from './publish.js'
import { profilesOf, readMembers } from './read.js'

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
  async refresh(req, ids) {
    const wanted = possible(req, ids)
    await syncRows(req, await readMembers(req, { id: { in: wanted } }, wanted.length), ids)
  },
}
