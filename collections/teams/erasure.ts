// Takes somebody who is erased out of every team, and the links of a team that goes.
import { randomBytes } from 'node:crypto'
import type { CollectionAfterDeleteHook, PayloadRequest, Where } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import type { TimelineEntry } from '../../plugin/lifecycle/timeline.js'
import type { LinkRow } from '../../plugin/links/tokens.js'
import { eraseTraces } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { type DocumentId, databaseId } from '../../plugin/values/document-id.js'
import type { TeamStatus } from './lifecycle.js'
import { rowId, teamRows } from './publishing.js'
import { teamAndMember } from './transition.js'
import type { Team, TeamPerson } from './types.js'

/** Whoever stays agreed to work with somebody who is gone: they are asked anew once the desk has seen to it. */
function withoutPerson(team: Team, id: DocumentId): Partial<Team> {
  const isTheirs = (one: unknown) => String(one) === String(id)
  const left = (team.members ?? []).filter(({ member }) => !isTheirs(member))
  const wasIn = left.length < (team.members ?? []).length
  const agreed = wasIn && team.askedAt && (team.status === 'forming' || team.status === 'active')
  const unanswered: TeamPerson = { accepted: null, answeredAt: null, answeredBy: null, answerNote: null }
  return {
    members: agreed ? left.map((person) => ({ ...person, ...unanswered })) : left,
    referent: isTheirs(team.referent) ? null : (team.referent ?? null),
    ...(agreed
      ? {
          status: 'proposed' as const,
          answerBy: null,
          timeline: [...(team.timeline ?? []), goneEntry(team)],
        }
      : {}),
  }
}

/** Past Payload's hooks, which give rows of lists their ids. */
const goneEntry = ({ status }: Team): TimelineEntry<TeamStatus> => ({
  id: randomBytes(12).toString('hex'),
  at: new Date().toISOString(),
  by: 'network',
  from: status,
  to: 'proposed',
  step: 'leave',
})

/** Past the hooks: a team's other rules must not keep a person in it. Nor may its versions, for whose sake SQL would keep the file. */
export async function forgetMember(req: PayloadRequest, id: DocumentId): Promise<void> {
  const { payload } = req
  const collection = slugOf(payload, 'teams')
  const own = { equals: databaseId(payload, id) }
  const theirs: Where = { or: [{ 'members.member': own }, { referent: own }] }
  for (const { id: teamId, ...team } of await documents(req, 'teams').find(theirs, { trash: true })) {
    // Whole: SQL databases write rows of lists only with the document that holds them.
    const data = { ...team, ...withoutPerson({ ...team, id: teamId }, id) }
    await payload.db.updateOne({ collection, id: teamId, data, req, returning: false })
    await teamRows.refresh(req, [rowId(teamId)])
  }
  const once: Where = { or: [{ 'version.members.member': own }, { 'version.referent': own }] }
  await payload.db.deleteVersions({ collection, where: once, req })
  await eraseLinks(req, ({ member }) => member === String(id))
}

export const eraseWithDocument: CollectionAfterDeleteHook = async ({ id, doc, req }) => {
  await eraseTraces(req, 'teams', [String(id)])
  await eraseLinks(req, ({ team }) => team === String(id))
  return doc
}

/** Their targets name a team and a person. */
async function eraseLinks(
  req: PayloadRequest,
  isTheirs: (target: ReturnType<typeof teamAndMember>) => boolean,
): Promise<void> {
  const { db } = req.payload
  const collection = slugOf(req.payload, 'links')
  const { docs } = await db.find<LinkRow>({
    collection,
    where: { purpose: { equals: 'team' } },
    pagination: false,
    limit: 0,
    req,
  })
  const hashes = docs.flatMap(({ hash, target }) => (isTheirs(teamAndMember(target)) ? [hash] : []))
  if (hashes.length > 0) await db.deleteMany({ collection, where: { hash: { in: hashes } }, req })
}
