// Fills an empty network with invented people, requests and pledges, the way its own code stores them.
import type { Payload } from 'payload'
import { seed } from '../../../plugin/commands/seed.js'
import { slugOf } from '../../../plugin/runtime.js'
import { applicants, type DemoMember, members } from './people.js'

export interface Populated {
  skills: number
  members: number
}

type Id = number | string

/** How many files are saved at once. SQLite takes one writer at a time. */
const lanes = (payload: Payload): number => (payload.db.name === 'sqlite' ? 1 : 8)

/**
 * Does nothing when there are members already.
 * @param say told how far it is, about once a second
 */
export async function populate(payload: Payload, count: number, say: (line: string) => void): Promise<Populated | null> {
  const collection = slugOf(payload, 'members')
  if ((await payload.count({ collection })).totalDocs > 0) return null
  const { created: skills } = await seed(payload)
  say(`${skills} trades`)
  const now = new Date()
  const settled = members(count, now)
  const everybody = [...settled, ...applicants(settled, now)]
  await saveMembers(payload, everybody, say)
  return { skills, members: everybody.length }
}

async function saveMembers(payload: Payload, everybody: DemoMember[], say: (line: string) => void): Promise<void> {
  const collection = slugOf(payload, 'members')
  const skills = await idsOf(payload, 'skills')
  let saved = 0
  let told = Date.now()
  await inLanes(everybody, lanes(payload), async (member) => {
    await payload.create({ collection, depth: 0, data: fileOf(member, skills) })
    saved += 1
    if (Date.now() - told < 1000) return
    told = Date.now()
    say(`${saved} of ${everybody.length} members`)
  })
}

async function inLanes<T>(items: T[], count: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (const item of rest) await work(item)
    }),
  )
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

function fileOf({ municipality, joinedAt, ...member }: DemoMember, skills: Map<string, Id>) {
  const consent = (what: string) => ({
    what,
    version: '2026-11',
    at: joinedAt.toISOString(),
    language: member.lang,
    how: member.channel,
  })
  return {
    ...member,
    helper: member.helper ?? {},
    place: { municipality },
    skills: member.skills.map(({ slug, ...skill }) => ({ ...skill, skill: slug === null ? null : skills.get(slug) })),
    consents: [
      consent('adult'),
      consent('rules'),
      ...(member.reach === 'public' ? [consent('publish')] : []),
      ...(member.helper ? [consent('assisted')] : []),
    ],
    ...(member.status === 'unconfirmed' ? { expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString() } : {}),
    createdAt: joinedAt.toISOString(),
  }
}
