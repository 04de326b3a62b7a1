// Converts document ids to the database’s own type.
import { isValidID, type Payload } from 'payload'

export type DocumentId = number | string

export const databaseId = (payload: Payload, id: DocumentId): DocumentId =>
  payload.db.defaultIDType === 'number' ? Number(id) : String(id)

/** Whether this database could have given the id; a query for another kind of id would fail. */
export function couldBeId(payload: Payload, id: DocumentId): boolean {
  const own = databaseId(payload, id)
  return !Number.isNaN(own) && isValidID(own, payload.db.name === 'mongoose' ? 'ObjectID' : payload.db.defaultIDType)
}
