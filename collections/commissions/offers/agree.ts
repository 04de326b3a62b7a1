// From an answer to an agreement: one claim decides who has the job, everything after it can be done again without harm.
import type { Payload, PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import type { TransitionCause } from '../../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { mokor } from '../../../plugin/runtime.js'
import { type DocumentId, databaseId } from '../../../plugin/values/document-id.js'
import { personOf, readMember } from '../../members/index.js'
import { teamFor } from '../../teams/index.js'
import { readCommission } from '../reading.js'
import { othersIn, tellTeamOfJob } from '../team/told.js'
import { transition } from '../transition.js'
import type { Commission } from '../types.js'
import { tellClient, tellDesk } from './mails-owed.js'
import { offersOf, readOffer } from './read.js'
import { settleAfter, settleOffers } from './settle.js'
import { beginTerm, moveOffer, offerTransition } from './transition.js'
import type { Offer } from './types.js'

/**
 * Whether this offer has won the job: one write on the request, whoever else tries at the same moment.
 * @param req where the caller's transaction is to hold it; without it the claim stands at once, and many can try at a time
 */
export async function claimJob(
  payload: Payload,
  offer: Pick<Offer, 'id' | 'commission'>,
  req?: PayloadRequest,
): Promise<boolean> {
  const claim = String(offer.id)
  const won = await payload.db.updateOne({
    collection: mokor(payload).options.slugs.commissions,
    where: {
      and: [
        { id: { equals: databaseId(payload, offer.commission) } },
        { status: { equals: 'offered' } },
        { or: [{ claim: { exists: false } }, { claim: { equals: claim } }] },
      ],
    },
    data: { claim },
    ...(req && { req }),
  })
  return won !== null
}

/** Given back: the job is open again, or the agreement is whole. */
async function dropClaim(req: PayloadRequest, { id }: Pick<Commission, 'id'>): Promise<void> {
  const { payload } = req
  const collection = mokor(payload).options.slugs.commissions
  await payload.db.updateOne({ collection, id, data: { claim: null }, req, returning: false })
}

/** Whether a yes is an agreement: an editor has chosen this person already, and nobody else has a say. */
const decidesAtOnce = ({ way }: Offer, { choice }: Commission): boolean =>
  way === 'first' || (way !== 'several' && choice === 'network')

/**
 * What follows from the answers that there are: an agreement, the next one asked, or the desk again. Called after each of them, at
 * each start, and as often as one likes.
 */
export async function followAnswers(
  req: PayloadRequest,
  commissionId: DocumentId,
  cause: TransitionCause,
): Promise<void> {
  const commission = await readCommission(req, commissionId)
  if (!commission) return
  if (commission.claim) return void (await completeAgreement(req, commission, cause))
  if (commission.status !== 'offered') return settleOffers(req, commission)
  const offers = await offersOf(req, commissionId)
  const accepted = offers.filter(({ status }) => status === 'accepted')
  const winner = accepted.find((offer) => decidesAtOnce(offer, commission))
  if (winner) {
    if (await claimJob(req.payload, winner, req))
      await completeAgreement(req, { ...commission, claim: String(winner.id) }, cause)
    return
  }
  if (offers.some(({ status }) => status === 'sent')) return
  const next = offers.find(({ status }) => status === 'waiting')
  if (next && accepted.length === 0) return askNext(req, commission, next, cause)
  if (accepted.length > 0) return tellDesk(req, commission, 'choose')
  await transition(req, commission, 'reconsider', cause)
  await tellDesk(req, commission, 'nobody')
  await tellClient(req, commission, 'nobody')
}

/** The next of an order that an editor has decided. */
export async function askNext(
  req: PayloadRequest,
  commission: Commission,
  next: Offer,
  cause: TransitionCause,
): Promise<void> {
  const at = new Date()
  await moveOffer(req, next, 'ask', { ...cause, at }, await beginTerm(req, next, null, at))
  await tellClient(req, commission, 'next')
}

/**
 * Everything that follows from a claim. `cause` says who decided.
 * @returns the request as it is then; without an agreement where what was claimed is not to be had any more
 */
export async function completeAgreement(
  req: PayloadRequest,
  commission: Commission,
  cause: TransitionCause,
): Promise<Commission> {
  const offer = commission.claim ? await readOffer(req, commission.claim) : null
  const stillOpen = commission.status === 'offered' || commission.status === 'agreed'
  const hasAnswered = offer && (offer.responsible || offer.status !== 'sent')
  if (!offer?.member || !stillOpen || !hasAnswered) {
    await dropClaim(req, commission)
    return commission
  }
  const said = offer.status === 'sent' ? await offerTransition(req, offer, 'accept', { ...cause, by: 'member' }) : offer
  if (said.status === 'accepted') await offerTransition(req, said, 'choose', cause)
  const agreed = commission.status === 'offered' ? await agree(req, commission, offer, cause) : commission
  await settleAfter(req, agreed)
  await sendAgreed(req, agreed, offer)
  await dropClaim(req, agreed)
  return { ...agreed, claim: null }
}

async function agree(
  req: PayloadRequest,
  commission: Commission,
  offer: Offer,
  cause: TransitionCause,
): Promise<Commission> {
  const team = offer.team ? await teamFor(req, offer.team, 'it') : null
  const { consentVersion } = mokor(req.payload).options.organisation
  return transition(
    req,
    {
      ...commission,
      executor: offer.member ?? null,
      team: offer.team ?? null,
      partners: team ? othersIn(req, team, offer.member) : [],
      agreement: {
        at: cause.at.toISOString(),
        taxMode: offer.taxMode ?? 'talk',
        to: commission.when.by ?? null,
        version: consentVersion,
      },
    },
    'agree',
    cause,
  )
}

/** Contacts leave with these mails and not before. */
async function sendAgreed(req: PayloadRequest, commission: Commission, offer: Offer): Promise<void> {
  const member = offer.member ? await readMember(req, offer.member) : null
  const target = String(commission.id)
  const { links } = mokor(req.payload)
  if (member && personOf(member))
    await enqueue(req, {
      key: `job-agreed:${target}:${offer.id}`,
      template: 'executor-agreed',
      target,
      lang: member.lang,
      ...(Object.hasOwn(links, 'job') && { link: 'job' }),
    })
  await tellTeamOfJob(req, commission, offer)
  if (commission.client.email)
    await enqueue(req, {
      key: `commission-agreed:${target}:${offer.id}`,
      template: 'commission-agreed',
      target,
      lang: commission.client.lang,
      link: 'request-status',
    })
}

/** The client, or an editor, takes one of those who said yes. */
export async function chooseOffer(
  req: PayloadRequest,
  commission: Commission,
  offerId: DocumentId,
  by: 'client' | 'network',
  cause: TransitionCause,
): Promise<'agreed' | 'taken' | 'gone'> {
  const offer = (await offersOf(req, commission.id)).find(({ id }) => String(id) === String(offerId))
  if (offer?.status !== 'accepted') return offer?.status === 'chosen' ? 'agreed' : 'gone'
  if (!(await claimJob(req.payload, offer, req))) return 'taken'
  await moveOffer(req, offer, 'choose', cause, { chosenBy: by })
  const claimed = await readCommission(req, commission.id)
  if (claimed) await completeAgreement(req, claimed, cause)
  return 'agreed'
}

/** At each start and now and then: what a process that died has left half done. */
export async function unfinished(req: PayloadRequest): Promise<DocumentId[]> {
  const found = await documents(req, 'commissions').find(
    { or: [{ status: { equals: 'offered' } }, { claim: { exists: true } }] },
    { limit: 500, sort: 'since' },
  )
  return found.map(({ id }) => id)
}
