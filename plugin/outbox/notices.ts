// What a site lacks to send mail.
import type { Payload } from 'payload'
import { hasAdapter, hasPublicUrl } from './drain.js'

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
