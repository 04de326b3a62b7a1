// Tells whether requests under way still name a member, who is erased only when none does.
import type { PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { over } from './lifecycle.js'
import type { DocumentId } from './types.js'

export async function hasOpenRequests(req: PayloadRequest, member: DocumentId): Promise<boolean> {
  const theirs = { member: { equals: databaseId(req.payload, member) } }
  return (await documents(req, 'commissions').count({ and: [theirs, { status: { not_in: [...over] } }] })) > 0
}
