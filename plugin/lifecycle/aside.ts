// Writes down in a document's history what moved nothing: an answer by mail, a call, a mail that was stopped.
import type { PayloadRequest } from 'payload'
import { withoutValidation } from '../collection/skip-validation.js'
import type { CollectionKey, DocumentOf } from '../definitions/rooms.js'
import { slugOf } from '../runtime.js'
import type { DocumentId } from '../values/document-id.js'
import { type Aside, editorOf, transitionContext } from './timeline.js'

/** Collections whose documents keep a timeline. */
export type KeyWithTimeline = {
  [K in CollectionKey]: 'timeline' extends keyof DocumentOf<K> ? K : never
}[CollectionKey]

export const keepsTimeline = ({ payload }: PayloadRequest, key: CollectionKey): key is KeyWithTimeline =>
  payload.collections[slugOf(payload, key)]?.config.flattenedFields.some(({ name }) => name === 'timeline') ?? false

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
