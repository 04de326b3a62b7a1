// One document at the desk with everything needed to judge it: what its own page says at the head, its sheet and its history.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { EditorView } from '../lifecycle/actions.js'
import { slugOf } from '../runtime.js'
import { couldBeId, databaseId } from '../values/document-id.js'
import type { DeskEntry, DeskItem } from './dto.js'
import type { DeskQueue } from './queue.js'
import { rowOf, type StoredDocument } from './row.js'
import { openQueue } from './views.js'

const gone = localized(
  'Questo documento non c’è più, o non è per te: forse se n’è già occupata un’altra persona.',
  'This document is gone, or not for you: perhaps somebody else has dealt with it.',
)

/** @throws a Refusal (404) for what is not there, or not for this reader */
export async function deskItem(req: PayloadRequest, queue: DeskQueue, given: string): Promise<DeskItem> {
  const collection = slugOf(req.payload, queue.collection)
  const doc = couldBeId(req.payload, given)
    ? ((await req.payload.findByID({
        collection: collection as CollectionSlug,
        id: databaseId(req.payload, given),
        depth: 0,
        disableErrors: true,
        user: req.user,
        overrideAccess: false,
        req,
      })) as unknown as (StoredDocument & { timeline?: DeskEntry[] | null }) | null)
    : null
  if (!doc) throw new Refusal(pickFor(req, gone), 404)
  const [open, view, sheet] = await Promise.all([
    openQueue(req, queue, new Date()),
    viewOf(req, collection, given),
    queue.sheet(doc, req),
  ])
  return {
    row: rowOf(req, open, doc),
    view,
    sheet,
    timeline: (doc.timeline ?? []).map(({ at, by, from, to, why, step }) => ({ at, by, from, to, why, step })),
  }
}

/** What the collection's own endpoint answers to the head of the document's page. */
async function viewOf(req: PayloadRequest, collection: string, id: string): Promise<EditorView> {
  const endpoints = req.payload.collections[collection]?.config.endpoints || []
  const endpoint = endpoints.find(({ method, path }) => method === 'get' && path === '/:id/mokor')
  if (!endpoint) throw new Error(`payload-plugin-mokor: ${collection} has a queue at the desk, but no steps`)
  const asked: PayloadRequest = Object.assign(Object.create(req) as PayloadRequest, { routeParams: { id } })
  return (await endpoint.handler(asked)).json() as Promise<EditorView>
}
