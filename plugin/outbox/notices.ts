// What the dashboard says about mail: what is missing to send it, what waits too long, what needs a person.
import type { Payload } from 'payload'
import { slugOf } from '../runtime.js'
import { hasAdapter, hasPublicUrl } from './drain.js'

/** A mail due for longer than this is late. */
const lateMs = 10 * 60_000

export interface OutboxNotices {
  /** The site has no e-mail adapter: nothing leaves. */
  noAdapter: boolean
  /** `publicUrl` is missing: mails could not carry links, so nothing leaves. */
  noPublicUrl: boolean
  /** Mails due for more than ten minutes that have not left. */
  late: number
  /** Mails that are not tried any more. */
  failed: number
}

export async function outboxNotices(payload: Payload, now: Date = new Date()): Promise<OutboxNotices> {
  const collection = slugOf(payload, 'outbox')
  const [late, failed] = await Promise.all([
    payload.db.count({
      collection,
      where: {
        and: [
          { status: { in: ['queued', 'leased'] } },
          { dueAt: { less_than: new Date(now.getTime() - lateMs).toISOString() } },
        ],
      },
    }),
    payload.db.count({ collection, where: { status: { equals: 'failed' } } }),
  ])
  return {
    noAdapter: !hasAdapter(payload),
    noPublicUrl: !hasPublicUrl(payload),
    late: late.totalDocs,
    failed: failed.totalDocs,
  }
}
