// The offer by which somebody got a job: which it is, and what becomes of it once the job is no longer theirs.
import type { PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { slugOf } from '../../../plugin/runtime.js'
import type { Commission } from '../types.js'

const chosenOf = (req: PayloadRequest, { id }: Commission) =>
  documents(req, 'offers').find({ and: [{ commission: { equals: id } }, { status: { equals: 'chosen' } }] })

/** Its id, of a job that somebody has; null where they got it another way. */
export async function chosenOffer(req: PayloadRequest, commission: Commission): Promise<string | null> {
  const [chosen] = commission.executor ? await chosenOf(req, commission) : []
  return chosen ? String(chosen.id) : null
}

export async function releaseChosen(req: PayloadRequest, commission: Commission): Promise<void> {
  for (const offer of await chosenOf(req, commission))
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
