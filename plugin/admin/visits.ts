// When a user was last at their dashboard, kept in Payload's preferences: what happened since is news to them.
import type { PayloadRequest } from 'payload'

interface Visits {
  /** The last look. */
  last: string
  /** The last look before this evening's first. */
  before: string | null
}

const key = 'mokor-visits'
const collection = 'payload-preferences'
/** Whoever looks again within it has not been away. */
const awayMs = 2 * 3_600_000

/** @returns since when things are news; null at the first visit */
export async function lastVisit({ payload, user }: PayloadRequest, now: Date): Promise<string | null> {
  if (!user) return null
  const { docs } = await payload.find({
    collection,
    where: {
      and: [
        { key: { equals: key } },
        { 'user.relationTo': { equals: user.collection } },
        { 'user.value': { equals: user.id } },
      ],
    },
    limit: 1,
    pagination: false,
    depth: 0,
  })
  const [found] = docs as { id: number | string; value?: Visits }[]
  const known = found?.value
  const wasAway = known !== undefined && now.getTime() - Date.parse(known.last) > awayMs
  const value: Visits = { last: now.toISOString(), before: wasAway ? known.last : (known?.before ?? null) }
  // As Payload writes its own: past hooks, which take the user from the request alone.
  if (found) await payload.db.updateOne({ collection, id: found.id, data: { value: { ...value } }, returning: false })
  else
    await payload.db.create({
      collection,
      data: { key, user: { relationTo: user.collection, value: user.id }, value: { ...value } } as never,
    })
  return value.before
}
