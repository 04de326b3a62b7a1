// Mails about a document that were queued within the last hour and can still be stopped.
import type { PayloadRequest } from 'payload'
import type { CollectionKey } from '../options/index.js'
import { canBeStopped } from '../outbox/drop.js'
import type { OutboxRow } from '../outbox/row.js'
import { mokor, slugOf } from '../runtime.js'
import type { DocumentId } from '../values/document-id.js'

/** A row of the outbox, whose action `stop` takes its id. */
export interface WaitingMail {
  id: DocumentId
  template: string
  dueAt: string
}

export async function waitingMails(
  req: PayloadRequest,
  key: CollectionKey,
  { id }: { id: DocumentId },
): Promise<WaitingMail[]> {
  const { payload } = req
  const templates = Object.entries(mokor(payload).mails).flatMap(([name, mail]) =>
    mail.document === key ? [name] : [],
  )
  const { docs } = await payload.db.find<OutboxRow & { createdAt: string }>({
    collection: slugOf(payload, 'outbox'),
    where: {
      and: [{ target: { equals: String(id) } }, { template: { in: templates } }, { status: { equals: 'queued' } }],
    },
    sort: 'dueAt',
    pagination: false,
    req,
  })
  const now = new Date()
  return docs
    .filter((row) => canBeStopped(row, now))
    .map(({ id: row, template, dueAt }) => ({ id: row, template, dueAt }))
}
