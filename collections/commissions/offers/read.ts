// Reads offers: all of a request, those still open, those that were accepted, one by its id.
import type { PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { type DocumentId, databaseId } from '../../../plugin/values/document-id.js'
import { isOpen } from './lifecycle.js'
import type { Offer } from './types.js'

export const readOffer = (req: PayloadRequest, id: DocumentId): Promise<Offer | null> =>
  documents(req, 'offers').byId(id)

/** In the order in which people are asked. */
export async function offersOf(req: PayloadRequest, commission: DocumentId): Promise<Offer[]> {
  const theirs = { commission: { equals: databaseId(req.payload, commission) } }
  const found = await documents(req, 'offers').find(theirs, { sort: 'rank' })
  return found.toSorted((a, b) => a.rank - b.rank || a.createdAt.localeCompare(b.createdAt))
}

export const openOffers = async (req: PayloadRequest, commission: DocumentId): Promise<Offer[]> =>
  (await offersOf(req, commission)).filter(isOpen)

/** Whom a client may read of: they said yes, and that the client may see them. */
export const acceptedFor = async (req: PayloadRequest, commission: DocumentId): Promise<Offer[]> =>
  (await offersOf(req, commission)).filter(({ status, showToClient }) => status === 'accepted' && showToClient === true)
