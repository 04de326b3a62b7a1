// What happened while an editor was away, without them: documents by the status they came into, of the queues they have.
import type { PayloadRequest } from 'payload'
import type { CollectionKey } from '../options/index.js'
import { countOf } from './page.js'
import type { DeskQueue } from './queue.js'

export interface News {
  collection: CollectionKey
  status: string
  count: number
}

export async function newsSince(req: PayloadRequest, queues: readonly DeskQueue[], since: string): Promise<News[]> {
  const asked = queues.flatMap((queue) =>
    Object.entries(queue.news).map(async ([status, field]): Promise<News> => {
      const where = { and: [{ status: { equals: status } }, { [field]: { greater_than: since } }] }
      return { collection: queue.collection, status, count: await countOf(req, queue, where) }
    }),
  )
  return (await Promise.all(asked)).filter(({ count }) => count > 0)
}
