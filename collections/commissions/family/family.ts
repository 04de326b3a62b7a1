// A request and its parts: which belong together, and what a part is called.
import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { databaseId } from '../../../plugin/values/document-id.js'
import { readWithTrash } from '../erasure.js'
import type { Commission, DocumentId } from '../types.js'

/** A reference ends in one figure, from 2 on: the request itself is the first part. */
export const mostParts = 8

/** In their order. */
export const partsOf = (req: PayloadRequest, root: DocumentId, how: { trash?: boolean } = {}): Promise<Commission[]> =>
  documents(req, 'commissions').find({ parent: { equals: databaseId(req.payload, root) } }, { ...how, sort: 'part' })

/** The request that this one is a part of, or itself. */
export const rootOf = async (req: PayloadRequest, commission: Commission): Promise<Commission> =>
  (commission.parent && (await readWithTrash(req, String(commission.parent)))) || commission

/** @example partReference('7K3F-92QX', 2) // '7K3F-92QX-2' */
export const partReference = (reference: string, part: number): string => `${reference}-${part}`

/** Nobody asks for a part of what is no longer there. */
export const eraseParts: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const part of await partsOf(req, id, { trash: true })) await documents(req, 'commissions').delete(part.id)
}
