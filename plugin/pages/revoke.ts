// An editor's step that ends a person's lasting link, e.g. when a mail went to the wrong hands.
import type { PayloadRequest } from 'payload'
import type { DeskAction } from '../actions.js'
import { slugOf } from '../runtime.js'

/** Forgets every link of this purpose and target: their pages say that no such link is known. The next mail carries a new one. */
const revokeLinks = (req: PayloadRequest, purpose: string, target: string): Promise<void> =>
  req.payload.db.deleteMany({
    collection: slugOf(req.payload, 'links'),
    where: { and: [{ target: { equals: target } }, { purpose: { equals: purpose } }] },
    req,
  })

/** @param from the states in which the person may hold such a link */
export const revokeLink = <Doc extends { id: number | string }>(
  purpose: string,
  from: readonly string[],
): DeskAction<Doc> => ({
  from,
  roles: ['editor', 'moderator', 'owner'],
  reason: false,
  danger: true,
  run: ({ req, doc }) => revokeLinks(req, purpose, String(doc.id)),
})
