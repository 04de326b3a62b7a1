// Mails about a document that were queued within the last hour and can still be stopped.
import type { PayloadRequest } from 'payload'
import { rightsOn } from '../lifecycle/document-rights.js'
import type { CollectionKey } from '../options/index.js'
import { actions } from '../outbox/collection.js'
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

/** None for who may not stop them. */
export async function waitingMails(
  req: PayloadRequest,
  key: CollectionKey,
  { id }: { id: DocumentId },
): Promise<WaitingMail[]> {
  const { payload } = req
  const collection = slugOf(payload, 'outbox')
  const readable = await payload.collections[collection]?.config.access.read({ req })
  if (!readable) return []
  const templates = Object.entries(mokor(payload).mails).flatMap(([name, mail]) =>
    mail.document === key ? [name] : [],
  )
  const { docs } = await payload.db.find<OutboxRow & { createdAt: string }>({
    collection,
    where: {
      and: [
        { target: { equals: String(id) } },
        { template: { in: templates } },
        { status: { equals: 'queued' } },
        ...(readable === true ? [] : [readable]),
      ],
    },
    sort: 'dueAt',
    pagination: false,
    req,
  })
  const now = new Date()
  const waiting: WaitingMail[] = []
  for (const row of docs)
    if (canBeStopped(row, now) && (await rightsOn(req, 'outbox', row))(actions.stop.roles))
      waiting.push({ id: row.id, template: row.template, dueAt: row.dueAt })
  return waiting
}
