// Requests under way: who leaves the network is waited for until theirs are over.
import type { PayloadRequest } from 'payload'
import { databaseId } from '../../plugin/ids.js'
import { slugOf } from '../../plugin/runtime.js'
import type { DocumentId } from './commission.js'
import { over } from './lifecycle.js'

export async function hasOpenRequests(req: PayloadRequest, member: DocumentId): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: slugOf(req.payload, 'commissions'),
    where: { and: [{ member: { equals: databaseId(req.payload, member) } }, { status: { not_in: [...over] } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}
