// Erases offers with their request, and what an offer says of a member who is erased.
import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { eraseTraces } from '../../../plugin/outbox/index.js'
import { type DocumentId, databaseId } from '../../../plugin/values/document-id.js'
import { isOpen } from './lifecycle.js'
import { offersOf } from './read.js'
import { offerTransition, writeOffer } from './transition.js'

/** Before the request goes: SQL databases keep no offer of none. */
export const eraseOffers: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const offers = await offersOf(req, id)
  for (const offer of offers) await documents(req, 'offers').delete(offer.id)
  await eraseTraces(
    req,
    'offers',
    offers.map((offer) => String(offer.id)),
  )
}

/** What they said stays with nobody; that somebody was asked stays. */
export async function forgetInOffers(req: PayloadRequest, member: DocumentId): Promise<void> {
  const theirs = await documents(req, 'offers').find({ member: { equals: databaseId(req.payload, member) } })
  for (const offer of theirs) {
    const ended = isOpen(offer) ? await offerTransition(req, offer, 'recall', { by: 'network', at: new Date() }) : offer
    await writeOffer(req, ended, {
      reasons: [],
      suggested: null,
      decline: { code: offer.decline?.code ?? null, note: null, until: null },
      member: null,
    })
  }
  await eraseTraces(
    req,
    'offers',
    theirs.map(({ id }) => String(id)),
  )
}
