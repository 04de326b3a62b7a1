// Converts document ids to the database’s own type.
import { isValidID, type Payload } from 'payload'

export type DocumentId = number | string

export const databaseId = (payload: Payload, id: DocumentId): DocumentId =>
  payload.db.defaultIDType === 'number' ? Number(id) : String(id)

/** SQL databases count ids up from one; PostgreSQL's column holds no more than this, and fails a query for more. */
const greatestNumber = 2 ** 31 - 1

/** Whether this database could have given the id; a query for another kind of id would fail. */
export function couldBeId(payload: Payload, id: DocumentId): boolean {
  const own = databaseId(payload, id)
  if (typeof own === 'number') return Number.isInteger(own) && own > 0 && own <= greatestNumber
  if (payload.db.name === 'mongoose') return isValidID(own, 'ObjectID')
  return (payload.db as { idType?: unknown }).idType === 'uuid' ? uuid.test(own) : true
}

/** As PostgreSQL writes them; it fails a query for anything else. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
