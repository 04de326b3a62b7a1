// Tells whether requests under way still name a member, who is erased only when none does.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { over } from './lifecycle.js'
import type { DocumentId } from './types.js'

/** Where a request names somebody whom it needs. */
const roles = ['member', 'executor', 'partners', 'handOver.to'] as const

export async function hasOpenRequests(req: PayloadRequest, member: DocumentId): Promise<boolean> {
  const id = databaseId(req.payload, member)
  const theirs: Where = { or: roles.map((role) => ({ [role]: { equals: id } })) }
  return (await documents(req, 'commissions').count({ and: [theirs, { status: { not_in: [...over] } }] })) > 0
}
