// Ids as each database writes them: numbers here, strings there, strings in addresses and in our own rows.
import type { Payload } from 'payload'

export type DocumentId = number | string

export const databaseId = (payload: Payload, id: DocumentId): DocumentId =>
  payload.db.defaultIDType === 'number' ? Number(id) : String(id)
