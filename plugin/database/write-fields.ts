// Writes some fields of a document past its collection's hooks: no version is made, no rule is asked.
import type { PayloadRequest } from 'payload'
import type { DocumentId } from '../values/document-id.js'

/** @param data lists with an id in each row, as Payload gives them */
export async function writeFields(
  req: PayloadRequest,
  collection: string,
  id: DocumentId,
  data: Record<string, unknown>,
): Promise<void> {
  const { db } = req.payload
  // Where a list is among the fields, SQL databases write every list of the document anew: it is given them all.
  const holdsLists = Object.values(data).some(Array.isArray)
  const whole = holdsLists && db.name !== 'mongoose'
  const before = whole
    ? await db.findOne<Record<string, unknown> & { id: DocumentId }>({
        collection,
        where: { id: { equals: id } },
        req,
      })
    : {}
  // A copy: MongoDB's adapter writes dates of its own into what it is given.
  await db.updateOne({ collection, id, data: { ...before, ...data }, req, returning: false })
}
