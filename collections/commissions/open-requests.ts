// Tells whether requests under way still name a member, who is erased only when none does.
import type { PayloadRequest } from 'payload'
import { slugOf } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { over } from './lifecycle.js'
import type { DocumentId } from './types.js'

export async function hasOpenRequests(req: PayloadRequest, member: DocumentId): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: slugOf(req.payload, 'commissions'),
    where: { and: [{ member: { equals: databaseId(req.payload, member) } }, { status: { not_in: [...over] } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}
