// What a request that was taken back means for its parts: they go with it, once that can no longer be undone.
import type { PayloadRequest } from 'payload'
import { undoMs } from '../../../plugin/lifecycle/step.js'
import { roundOf } from '../../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import type { Commission } from '../types.js'
import { partsOf } from './family.js'

export async function settleFamilyAfter(req: PayloadRequest, commission: Commission): Promise<void> {
  const { id, parent, status, client } = commission
  if (status !== 'withdrawn' || parent || (await partsOf(req, id)).length === 0) return
  await enqueue(req, {
    key: `family-settle:${id}:${roundOf(commission)}`,
    template: 'family-settle',
    target: String(id),
    lang: client.lang,
    afterMs: undoMs(req),
  })
}
