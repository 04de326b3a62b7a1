// Requests under way: who leaves the network is waited for until theirs are over.
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
