// The offer by which somebody got a job, once the job is no longer theirs.
import type { PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { slugOf } from '../../../plugin/runtime.js'
import type { Commission } from '../types.js'

export async function releaseChosen(req: PayloadRequest, { id }: Commission): Promise<void> {
  const chosen = await documents(req, 'offers').find({
    and: [{ commission: { equals: id } }, { status: { equals: 'chosen' } }],
  })
  for (const offer of chosen)
    await req.payload.update({
      collection: slugOf(req.payload, 'offers'),
      id: offer.id,
      data: { status: 'recalled' },
      depth: 0,
      overrideAccess: true,
      req,
      context: transitionContext({ by: 'network', at: new Date(), step: 'release' }),
    })
}
