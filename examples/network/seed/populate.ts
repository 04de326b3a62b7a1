// Fills an empty network with invented people, requests and pledges, the way its own code stores them.
import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { deriveFields } from '../../../collections/members/hooks.js'
import type { Member } from '../../../collections/members/member.js'
import { publicName, publicProfile } from '../../../collections/members/publishing/public-profile.js'
import { rosterMember } from '../../../collections/members/publishing/roster.js'
import { seed } from '../../../collections/skills/commands/seed.js'
import { skillWords } from '../../../collections/skills/index.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { publish } from '../../../plugin/directory/index.js'
import type { CollectionKey } from '../../../plugin/options/index.js'
import { enrol } from '../../../plugin/roster/index.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { randomCode } from '../../../plugin/values/short-code.js'
import { slugify } from '../../../plugin/values/slugify.js'
import { deskSize, fillDesk } from './desk.js'
import { fillHands } from './hands.js'
import { applicants, type DemoMember, featured, members } from './people.js'

export interface Populated {
  skills: number
  members: number
}

type Id = number | string

const dayMs = 86_400_000

/** Files of a batch, and their rows, are written in one transaction where there are any. */
const batchSize = 100

/**
 * Goes on where a filling was cut short: everybody is invented in the same order each time.
 * @param say told how far it is, about once a second
 * @returns null when nothing was to be done: all is there, or there are members of somebody else's
 */
export async function populate(
  payload: Payload,
  count: number,
  say: (line: string) => void,
): Promise<Populated | null> {
  const now = new Date()
  const first = featured(now)
  const saved = await countOf(payload, 'members')
  if (saved > 0 && ((await isFilled(payload)) || !(await hasMember(payload, first)))) return null
  const { created: skills } = await seed(payload)
  say(`${skills} trades`)
  const settled = members(count, now)
  const everybody = [first, ...settled, ...applicants(settled, now)]
  const skillIds = await idsOf(payload, 'skills')
  await saveMembers(payload, everybody, saved, skillIds, say)
  await fillDesk(payload, skillIds)
  await fillHands(payload)
  say('requests, pledges and teams')
  return { skills, members: everybody.length }
}

/** The requests that are played to the end come last. */
const isFilled = async (payload: Payload): Promise<boolean> =>
  (await countOf(payload, 'commissions')) >= deskSize.commissions

async function countOf(payload: Payload, key: CollectionKey): Promise<number> {
  return (await payload.count({ collection: slugOf(payload, key), trash: true })).totalDocs
}

async function hasMember(payload: Payload, { slug }: DemoMember): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: slugOf(payload, 'members'),
    where: { slug: { equals: slug } },
    trash: true,
  })
  return totalDocs > 0
}

/**
 * Two thousand saves through Payload's fields and hooks take minutes on a small machine. The files are written as those would
 * leave them (`fillIn` is theirs), and published by the same code, a batch at a time.
 * @param from how many are there already
 */
async function saveMembers(
  payload: Payload,
  everybody: DemoMember[],
  from: number,
  skills: Map<string, Id>,
  say: (line: string) => void,
): Promise<void> {
  const collection = slugOf(payload, 'members')
  const slugs = new Map([...skills].map(([slug, id]) => [String(id), slug]))
  const words = await skillWords(await createLocalReq({}, payload), [...skills.keys()])
  const relations = { skillSlug: (id: Id) => slugs.get(String(id)) ?? null, pictureDigest: () => null }
  for (let at = from; at < everybody.length; at += batchSize) {
    const batch = everybody.slice(at, at + batchSize)
    await inTransaction(payload, async (req) => {
      const saved: Member[] = []
      for (const member of batch) {
        const data = await fileOf(req, member, skills)
        saved.push((await payload.db.create({ collection, data, req })) as unknown as Member)
      }
      const profiles = saved.flatMap((member) => publicProfile(member, relations) ?? [])
      await publish(req, { profiles, withdrawn: [], skills: words })
      await enrol(req, { members: saved.flatMap((member) => rosterMember(member, relations) ?? []), gone: [] })
    })
    say(`${Math.min(at + batchSize, everybody.length)} of ${everybody.length} members`)
  }
}

async function idsOf(payload: Payload, key: 'skills'): Promise<Map<string, Id>> {
  const { docs } = await payload.find({
    collection: slugOf(payload, key),
    limit: 0,
    pagination: false,
    depth: 0,
    select: { slug: true },
  })
  return new Map(docs.map((doc) => [String((doc as { slug?: unknown }).slug), doc.id]))
}

async function fileOf(req: PayloadRequest, demo: DemoMember, skills: Map<string, Id>) {
  const { municipality, joinedAt, ...member } = demo
  const at = joinedAt.toISOString()
  const consents = [
    'adult',
    'rules',
    ...(member.reach === 'public' ? ['publish'] : []),
    ...(member.helper ? ['assisted'] : []),
  ]
  const version = mokor(req.payload).options.organisation.consentVersion
  // Some say how many jobs they want at a time; by their name, so that nobody else is invented otherwise.
  const letters = `${demo.firstName}${demo.lastName}`.length
  const data = {
    ...member,
    maxOpenJobs: letters % 5 === 0 ? 1 : letters % 7 === 0 ? 2 : null,
    smallJobs: letters % 3 === 0,
    slug: member.status === 'pending' || member.status === 'unconfirmed' ? null : (member.slug ?? slugFor(demo)),
    helper: member.helper ?? {},
    place: { municipality },
    skills: member.skills.map(({ slug, ...skill }) => ({
      ...skill,
      id: rowId(),
      skill: slug === null ? null : skills.get(slug),
    })),
    links: member.links.map((link) => ({ ...link, id: rowId() })),
    consents: consents.map((what) => ({ id: rowId(), what, version, at, language: member.lang, how: member.channel })),
    expiresAt: member.status === 'unconfirmed' ? new Date(Date.now() + 5 * dayMs).toISOString() : null,
    since: at,
    createdAt: at,
    updatedAt: at,
  }
  await deriveFields({ data, operation: 'create', req } as unknown as Parameters<typeof deriveFields>[0])
  return data
}

const rowId = (): string => randomBytes(12).toString('hex')

const slugFor = (member: DemoMember): string => `${slugify(publicName(member), 60)}-${randomCode(4).toLowerCase()}`
