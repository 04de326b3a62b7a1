// Writes down in a document's history what moved nothing: an answer by mail, a call, a mail that was stopped.
import type { PayloadRequest } from 'payload'
import { withoutValidation } from '../collection/skip-validation.js'
import type { CollectionKey } from '../options/index.js'
import { slugOf } from '../runtime.js'
import type { DocumentId } from '../values/document-id.js'
import { type Aside, editorOf, transitionContext } from './timeline.js'

/** Collections whose documents keep a timeline. */
const withTimeline = ['members', 'commissions', 'donations'] as const satisfies CollectionKey[]
export type KeyWithTimeline = (typeof withTimeline)[number]
export const keepsTimeline = (key: CollectionKey): key is KeyWithTimeline =>
  (withTimeline as readonly CollectionKey[]).includes(key)

export async function writeAside(
  req: PayloadRequest,
  key: KeyWithTimeline,
  id: DocumentId,
  { step, why, mark }: { step: Aside; why: string; mark?: string },
): Promise<void> {
  const cause = { by: editorOf(req), at: new Date(), step, why, ...(mark ? { mark } : {}) }
  await withoutValidation(req, () =>
    req.payload.update({
      collection: slugOf(req.payload, key),
      id,
      data: {},
      depth: 0,
      overrideAccess: true,
      trash: true,
      req,
      context: transitionContext(cause),
    }),
  )
}
