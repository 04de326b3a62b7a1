// A member leaves: hidden at once, erased when no open request names them any more.
import type { PayloadRequest } from 'payload'
import { nothing } from '../../plugin/collection/search-key.js'
import { documents } from '../../plugin/database/documents.js'
import { publish } from '../../plugin/directory/index.js'
import { unassigned } from '../../plugin/lifecycle/assignment.js'
import { currentStep } from '../../plugin/lifecycle/step.js'
import { enqueue, eraseTraces } from '../../plugin/outbox/index.js'
import { enrol } from '../../plugin/roster/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { memberLifecycle } from './lifecycle.js'
import type { DocumentId, Member } from './member.js'
import { readMember } from './publishing/read.js'
import { eraseMessages, returnMessagesTo } from './relay/service.js'
import { transition } from './transition.js'

const dayMs = 86_400_000

/**
 * Erases a leaving member whom no other room needs any more; otherwise looks again tomorrow.
 * Call it when a request closes, to spare the wait.
 */
export async function finishLeaving(req: PayloadRequest, id: DocumentId): Promise<void> {
  const member = await readMember(req, id)
  if (member?.status !== 'leaving') return
  // What an editor can still take back erases nobody yet.
  const step = currentStep(req)
  if (step) return settle(req, member, step, 0)
  if (await mokor(req.payload).needsMember(req, id)) return scheduleFinish(req, member)
  await eraseMember(req, member)
}

export async function scheduleFinish(req: PayloadRequest, member: Member): Promise<void> {
  const tomorrow = new Date(Date.now() + dayMs)
  await settle(req, member, tomorrow.toISOString().slice(0, 10), dayMs)
}

const settle = (req: PayloadRequest, member: Member, why: string, afterMs: number): Promise<void> =>
  enqueue(req, {
    key: `member-settle:${member.id}:${why}`,
    template: 'member-settle',
    target: String(member.id),
    lang: member.lang,
    afterMs,
  })

/** What stays of somebody who left: an empty file, so that old requests still point somewhere. */
const emptyMember = {
  status: 'left',
  reach: 'network',
  title: '—',
  slug: null,
  kind: 'occasional',
  channel: 'desk',
  lang: 'it',
  firstName: '—',
  lastName: '—',
  companyName: null,
  displayAs: 'initial',
  headline: '—',
  experience: null,
  skills: [],
  place: { municipality: null, province: null },
  radiusKm: null,
  maxOpenJobs: null,
  smallJobs: false,
  modes: [],
  availability: { state: 'not-now', from: null },
  languages: [],
  links: [],
  picture: null,
  email: null,
  phone: null,
  phoneDigits: null,
  nameKey: null,
  searchKey: nothing,
  phonePublic: false,
  helper: { name: null, email: null, consent: false },
  consents: [],
  notes: null,
  timeline: [],
  expiresAt: null,
  ...unassigned,
}

/** Removes all that speaks of a person beside the file itself: picture, links, messages, queued mail, places in teams. */
export async function erasePersonalData(req: PayloadRequest, member: Member): Promise<void> {
  const { payload } = req
  const pictures = await picturesOf(req, member)
  if (pictures.length > 0)
    await payload.delete({
      collection: slugOf(payload, 'pictures'),
      where: { id: { in: pictures } },
      overrideAccess: true,
      req,
    })
  await returnMessagesTo(req, String(member.id))
  await eraseMessages(req, { member: { equals: String(member.id) } })
  await eraseTraces(req, 'members', [String(member.id)])
  await mokor(payload).forgetMember(req, member.id)
}

/** Pictures that the file shows or once showed, but those that somebody else's file shows too. */
async function picturesOf(req: PayloadRequest, member: Member): Promise<DocumentId[]> {
  const { payload } = req
  const collection = slugOf(payload, 'members')
  const id = databaseId(payload, member.id)
  const all = { limit: 0, pagination: false, depth: 0, overrideAccess: true, req }
  const versions = await payload.findVersions({ ...all, collection, where: { parent: { equals: id } } })
  const shown = versions.docs.map(({ version }) => (version as unknown as Member).picture)
  const pictures = [...new Set([member.picture, ...shown].flatMap((picture) => picture ?? []))]
  if (pictures.length === 0) return []
  const others = await payload.find({
    ...all,
    collection,
    where: { and: [{ picture: { in: pictures } }, { id: { not_equals: id } }] },
    trash: true,
    select: { picture: true },
  })
  const kept = new Set(others.docs.map((other) => String((other as unknown as Member).picture)))
  return pictures.filter((picture) => !kept.has(String(picture)))
}

/** Empties the file, forgets its versions and every trace of the person. */
async function eraseMember(req: PayloadRequest, member: Member): Promise<void> {
  const { payload } = req
  const id = databaseId(payload, member.id)
  await publish(req, { profiles: [], withdrawn: [String(member.id)], skills: [] })
  await enrol(req, { members: [], gone: [String(member.id)] })
  await erasePersonalData(req, member)
  // Past the hooks: a version of the person must not be kept, nor may a rule refuse an empty file.
  await payload.db.updateOne({
    collection: slugOf(payload, 'members'),
    id,
    data: { ...emptyMember, updatedAt: new Date().toISOString() },
    req,
    returning: false,
  })
  await payload.db.deleteVersions({ collection: slugOf(payload, 'members'), where: { parent: { equals: id } }, req })
}

/** Of a backup that was restored: out of sight again, and erased as soon as the jobs that it brought back allow. */
export async function leaveAgain(req: PayloadRequest, id: string, { dry }: { dry: boolean }): Promise<boolean> {
  const member = await readMember(req, id)
  if (!member || !memberLifecycle.starts('leave', member.status)) return false
  if (!dry) {
    await transition(req, member, 'leave', { by: 'network', at: new Date() })
    await finishLeaving(req, member.id)
  }
  return true
}

/** Of a backup that was restored; whatever stood open then. */
export async function eraseMemberAgain(req: PayloadRequest, id: string, { dry }: { dry: boolean }): Promise<boolean> {
  const member = await readMember(req, id)
  if (!member || member.status === 'left') return false
  if (!dry) await eraseMember(req, member)
  return true
}

/** Of a file that nobody ever confirmed. */
export const deleteMember = (req: PayloadRequest, { id }: Member): Promise<void> => documents(req, 'members').delete(id)
