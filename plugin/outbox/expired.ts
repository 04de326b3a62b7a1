// Deletes expired counters, challenges, links, sent mails and change entries.
import type { Payload, Where } from 'payload'
import { forgetOldChanges } from '../directory/index.js'
import type { CollectionKey } from '../options/index.js'
import { forgetOldRosterChanges } from '../roster/index.js'
import { mokor, slugOf } from '../runtime.js'

const dayMs = 86_400_000

/** An expired link is kept a while, so that its page can still say so and offer a new mail. */
const linkDays = 60
/** Rows of mails that left, or were given up, are kept so that the same mail is not queued again. */
const sentDays = 400

export async function eraseExpired(payload: Payload, now: Date = new Date()): Promise<void> {
  const before = (field: string, days: number): Where => ({
    [field]: { less_than: new Date(now.getTime() - days * dayMs).toISOString() },
  })
  const outdated: [CollectionKey, Where][] = [
    ['limits', before('expiresAt', 0)],
    ['challenges', before('expiresAt', 1)],
    ['links', before('expiresAt', linkDays)],
    ['outbox', { and: [{ status: { equals: 'sent' } }, before('sentAt', sentDays)] }],
    ['outbox', { and: [{ status: { equals: 'dropped' } }, before('dueAt', sentDays)] }],
    ['securityLog', before('at', mokor(payload).options.securityLog.days)],
  ]
  for (const [key, where] of outdated) await payload.db.deleteMany({ collection: slugOf(payload, key), where })
  await forgetOldChanges(payload)
  await forgetOldRosterChanges(payload)
}
