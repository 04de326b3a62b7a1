// The offer by which somebody got a job: which it is, and what becomes of it once the job is no longer theirs.
import type { PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { recount } from '../../../plugin/roster/index.js'
import { slugOf } from '../../../plugin/runtime.js'
import type { Commission } from '../types.js'
import type { HandOver } from './types.js'

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

/** Of whoever gets the job from another member: the offer that they said yes to, made or made again. */
export async function offerPassed(req: PayloadRequest, commission: Commission, handOver: HandOver): Promise<void> {
  const { id, reference, executor } = commission
  if (!executor) return
  const offers = documents(req, 'offers')
  const key = `${id}:${executor}`
  const facts = {
    way: 'hand-over',
    askedAt: handOver.at ?? null,
    answerBy: null,
    taxMode: handOver.taxMode ?? 'talk',
    responsible: handOver.acceptedAt ?? null,
    answeredBy: 'link',
    chosenBy: 'client',
    decline: { code: null, note: null, until: null },
  }
  const cause = transitionContext({ by: 'client', at: new Date(), step: 'take-over' })
  const [before] = await offers.find({ key: { equals: key } })
  if (before)
    await req.payload.update({
      collection: slugOf(req.payload, 'offers'),
      id: before.id,
      data: { ...facts, status: 'chosen' },
      depth: 0,
      overrideAccess: true,
      req,
      context: cause,
    })
  else
    await offers.create(
      { ...facts, title: `${reference} · 1`, key, commission: id, member: executor, rank: 0, status: 'chosen' },
      cause,
    )
  await recount(req, executor)
}
