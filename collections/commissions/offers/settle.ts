// Brings the offers of a request in line with where it stands: nobody is left waiting for what was decided.
import type { PayloadRequest } from 'payload'
import { roundOf, type TransitionCause } from '../../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { closeTeamOf } from '../../teams/index.js'
import { commissionLifecycle, isOver } from '../lifecycle.js'
import type { Commission } from '../types.js'
import { isOpen } from './lifecycle.js'
import { offersOf } from './read.js'
import { offerTransition } from './transition.js'

const byNetwork = (): TransitionCause => ({ by: 'network', at: new Date() })

/**
 * After a transition of the request. Where it is agreed or over a job does it: whoever pressed need not wait for twenty others, and
 * what an editor can still take back ends nobody's offer yet.
 */
export async function settleAfter(req: PayloadRequest, commission: Commission): Promise<void> {
  if (!isOver(commission.status) && commission.status !== 'agreed') return settleOffers(req, commission)
  const offers = await offersOf(req, commission.id)
  if (!offers.some((offer) => isOpen(offer) || offer.status === 'chosen')) return
  await enqueue(req, {
    key: `offers-settle:${commission.id}:${roundOf(commission)}`,
    template: 'offers-settle',
    target: String(commission.id),
    lang: commission.client.lang,
  })
}

/** Idempotent: what stands as it should is left alone. */
export async function settleOffers(req: PayloadRequest, commission: Commission): Promise<void> {
  const { status, executor } = commission
  if (status === 'offered' || status === 'unconfirmed' || status === 'expired') return
  for (const offer of await offersOf(req, commission.id)) {
    const isTheirs = Boolean(executor) && String(offer.member) === String(executor)
    if (offer.status === 'chosen' && !offer.company?.name && !isTheirs && !isOver(status))
      await offerTransition(req, offer, 'release', byNetwork())
    else if (isOpen(offer) && !isTheirs)
      await offerTransition(req, offer, executor ? 'pass-over' : 'recall', byNetwork())
  }
  if (commission.team && (commissionLifecycle.final as readonly string[]).includes(status))
    await closeTeamOf(req, commission.team, commission.id)
}
