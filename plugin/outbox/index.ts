// The queue of effects: rows written with the change, sent at least once, each by one worker.
import type { Payload, PayloadRequest } from 'payload'
import type { Room } from '../room.js'

export interface QueuedMail {
  /** Unique: the same key is never queued twice, e.g. `member-approved:<id>:<version>`. */
  key: string
  /** Name in the runtime's `mails`. */
  template: string
  /** Id of the document the mail speaks of. */
  target: string
  lang: string
  /** Purpose of a link to issue with the row; its address is derived while rendering. */
  link?: string
  /** Plain words for the template, e.g. an editor's reason. No address, no token. */
  words?: Record<string, string>
  /** @default now */
  dueAt?: Date
}

/** Queues a mail with the change that causes it (same `req`, same transaction). Does nothing when the key exists. */
export async function enqueue(_req: PayloadRequest, _mail: QueuedMail): Promise<void> {
  throw new Error('not built yet')
}

/** Sends everything that is due, then returns how many were sent and how many failed. */
export async function drainOutbox(_payload: Payload): Promise<{ sent: number; failed: number }> {
  throw new Error('not built yet')
}

export const outboxRoom: Room = {
  collections: (options) => ({
    outbox: { slug: options.slugs.outbox, fields: [] },
  }),
  mails: {},
  links: {},
}
