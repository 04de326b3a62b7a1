// What a site lacks to send mail.
import type { Payload } from 'payload'
import { databaseNow } from '../database/clock.js'
import { slugOf } from '../runtime.js'
import { hasAdapter, hasPublicUrl } from './drain.js'
import { lateMs } from './row.js'

export interface OutboxNotices {
  /** The site has no e-mail adapter: nothing leaves. */
  noAdapter: boolean
  /** `publicUrl` is missing: mails could not carry links, so nothing leaves. */
  noPublicUrl: boolean
}

export const outboxNotices = (payload: Payload): OutboxNotices => ({
  noAdapter: !hasAdapter(payload),
  noPublicUrl: !hasPublicUrl(payload),
})

/** Whether something has been due for so long that whoever sends it must stand still. */
export async function isMailLate(payload: Payload, now?: Date): Promise<boolean> {
  const at = now ?? (await databaseNow(payload))
  const { totalDocs } = await payload.db.count({
    collection: slugOf(payload, 'outbox'),
    where: {
      and: [
        { status: { in: ['queued', 'leased'] } },
        { dueAt: { less_than: new Date(at.getTime() - lateMs).toISOString() } },
      ],
    },
  })
  return totalDocs > 0
}
