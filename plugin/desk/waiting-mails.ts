// Mails about a document that were queued within the last hour and can still be stopped, by whoever may take its steps: who keeps
// the accounts stops a letter to a donor, and sees no other mail.
import type { Endpoint, PayloadRequest, Where } from 'payload'
import type { Role } from '../access/index.js'
import { Refusal } from '../collection/errors.js'
import { inTransaction } from '../database/transaction.js'
import { localized, pickFor } from '../i18n/localized.js'
import { checkedReason } from '../lifecycle/actions.js'
import { readAfterStep, readAsEditor, rightsOn } from '../lifecycle/document-rights.js'
import type { CollectionKey } from '../options/index.js'
import { canBeStopped, stopMail } from '../outbox/drop.js'
import type { OutboxRow } from '../outbox/row.js'
import { mokor, slugOf } from '../runtime.js'
import { couldBeId, type DocumentId, databaseId } from '../values/document-id.js'

/** A row of the outbox. */
export interface WaitingMail {
  id: DocumentId
  template: string
  dueAt: string
}

const sentences = {
  role: localized('Questo passo spetta a un altro ruolo.', 'This step belongs to another role.'),
  reason: localized('Scrivi perché la fermi: resta nella storia.', 'Write why you stop it: it stays in the history.'),
  gone: localized('Troppo tardi: la mail è partita, o sta partendo.', 'Too late: the mail has left, or is leaving.'),
}

/** Mails, not jobs, about this document. */
function about({ payload }: PayloadRequest, key: CollectionKey, id: DocumentId): Where[] {
  const templates = Object.entries(mokor(payload).mails).flatMap(([name, mail]) =>
    mail.document === key ? [name] : [],
  )
  return [{ target: { equals: String(id) } }, { template: { in: templates } }]
}

/** None for who may take no step of the document. */
export async function waitingMails(
  req: PayloadRequest,
  key: CollectionKey,
  roles: readonly Role[],
  doc: { id: DocumentId },
): Promise<WaitingMail[]> {
  if (!(await rightsOn(req, key, doc))(roles)) return []
  const { docs } = await req.payload.db.find<OutboxRow & { createdAt: string }>({
    collection: slugOf(req.payload, 'outbox'),
    where: { and: [...about(req, key, doc.id), { status: { equals: 'queued' } }] },
    sort: 'dueAt',
    pagination: false,
    req,
  })
  const now = new Date()
  return docs.filter((row) => canBeStopped(row, now)).map(({ id, template, dueAt }) => ({ id, template, dueAt }))
}

/** `POST /:id/mokor/stop {mail, reason}` → {doc}: a mail of the view's `mails`, by its id. */
export const stopEndpoint = (key: CollectionKey, roles: readonly Role[]): Omit<Endpoint, 'root'> => ({
  path: '/:id/mokor/stop',
  method: 'post',
  handler: async (req) => {
    const body = ((await req.json?.().catch(() => null)) ?? {}) as { mail?: unknown; reason?: unknown }
    const doc = await inTransaction(
      req.payload,
      async (inner) => {
        const found = await readAsEditor<{ id: DocumentId }>(inner, key, String(req.routeParams?.id))
        if (!(await rightsOn(inner, key, found))(roles)) throw new Refusal(pickFor(inner, sentences.role), 403)
        const why = checkedReason(inner, body.reason)
        if (why === '') throw new Refusal(pickFor(inner, sentences.reason), 422, { field: 'reason' })
        const row = couldBeId(inner.payload, body.mail as DocumentId)
          ? await inner.payload.db.findOne<OutboxRow & { createdAt: string }>({
              collection: slugOf(inner.payload, 'outbox'),
              where: {
                and: [
                  ...about(inner, key, found.id),
                  { id: { equals: databaseId(inner.payload, body.mail as DocumentId) } },
                ],
              },
              req: inner,
            })
          : null
        if (!row || !canBeStopped(row, new Date())) throw new Refusal(pickFor(inner, sentences.gone), 409)
        await stopMail(inner, row, why)
        return (await readAfterStep<{ id: DocumentId }>(inner, key, found)) ?? { id: found.id }
      },
      req,
    )
    return Response.json({ doc })
  },
})
