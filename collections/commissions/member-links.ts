// The links by which a member acts on requests: the offer they are asked by, the job they do, the one that is passed on to them.
import type { PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import type { SentLink } from '../../plugin/definitions/link.js'
import { databaseId } from '../../plugin/values/document-id.js'
import type { DocumentId } from './types.js'

export async function linksOfMember(req: PayloadRequest, member: DocumentId): Promise<SentLink[]> {
  const theirs = { equals: databaseId(req.payload, member) }
  const requests = documents(req, 'commissions')
  // One after the other: a transaction of MongoDB takes one command at a time.
  const offers = await documents(req, 'offers').find({ member: theirs })
  const jobs = await requests.find({ or: [{ executor: theirs }, { partners: theirs }] })
  const passed = await requests.find({ 'handOver.to': theirs })
  const opened = (purpose: string, found: readonly { id: DocumentId }[]): SentLink[] =>
    found.map(({ id }) => ({ purpose, target: String(id) }))
  return [...opened('offer', offers), ...opened('job', jobs), ...opened('hand-over', passed)]
}
