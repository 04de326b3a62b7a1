// What each transition of an offer writes, and which mails and jobs it owes.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { undoMs } from '../../../plugin/lifecycle/step.js'
import { roundOf, type TransitionCause } from '../../../plugin/lifecycle/timeline.js'
import { transitions } from '../../../plugin/lifecycle/transition.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { recount } from '../../../plugin/roster/index.js'
import { mokor } from '../../../plugin/runtime.js'
import { personOf, readMember } from '../../members/index.js'
import { readCommission } from '../reading.js'
import { tellTeam } from '../team/told.js'
import { type OfferStatus, type OfferTransition, offerLifecycle } from './lifecycle.js'
import { offerTerm, reminderAt } from './terms.js'
import type { Offer } from './types.js'

export const offerTransition = transitions<OfferStatus, OfferTransition, Offer>(offerLifecycle, {
  collection: 'offers',
  effects: {
    ask: sendOffer,
    'ask-again': sendOffer,
    recall: sendEnd('offer-recalled'),
    'pass-over': sendEnd('offer-passed'),
    decline: tellTeamOver,
    expire: tellTeamOver,
  },
  // Whom the desk proposes next follows from who was asked, and what they said.
  async afterEach(req, { member }) {
    if (member) await recount(req, member)
  },
})

/** Moves an offer and writes further fields with the same save. */
export async function moveOffer(
  req: PayloadRequest,
  offer: Offer,
  name: OfferTransition,
  cause: TransitionCause,
  data: Partial<Offer> = {},
): Promise<Offer> {
  if (Object.keys(data).length > 0) await writeOffer(req, offer, data)
  return offerTransition(req, { ...offer, ...data }, name, cause)
}

/** Past the hooks: nothing of its status changes. Fields of the main table alone; a copy, since MongoDB's adapter writes into what it gets. */
export async function writeOffer(req: PayloadRequest, { id }: Offer, data: Partial<Offer>): Promise<void> {
  const { payload } = req
  const collection = mokor(payload).options.slugs.offers
  await payload.db.updateOne({ collection, id, data: { ...data }, req, returning: false })
}

/** Its term begins when it is asked. */
export async function beginTerm(
  req: PayloadRequest,
  offer: Offer,
  until: Date | null,
  at: Date,
): Promise<Partial<Offer>> {
  const { deskDays, organisation } = mokor(req.payload).options
  const commission = await readCommission(req, offer.commission)
  const answerBy = until ?? offerTerm(commission ?? { when: { soon: 'no-hurry' } }, at, { deskDays, ...organisation })
  return { askedAt: at.toISOString(), answerBy: answerBy.toISOString() }
}

/** The mail, its reminder at half of the term, and the end of the term. */
export async function sendOffer(req: PayloadRequest, offer: Offer): Promise<void> {
  const target = String(offer.id)
  const round = roundOf(offer)
  const member = offer.member ? await readMember(req, offer.member) : null
  const lang = member?.lang ?? mokor(req.payload).options.languages[0] ?? 'it'
  if (member && personOf(member)) {
    const mail = { target, lang, link: 'offer', words: { round } }
    // An editor who was wrong recalls it before it leaves.
    await enqueue(req, { ...mail, key: `offer-sent:${target}:${round}`, template: 'offer-sent', afterMs: undoMs(req) })
    const half = offer.answerBy && offer.askedAt && reminderAt(new Date(offer.askedAt), new Date(offer.answerBy))
    if (half)
      await enqueue(req, { ...mail, key: `offer-reminder:${target}:${round}`, template: 'offer-reminder', dueAt: half })
  }
  await tellTeam(req, offer, 'offer-team', round)
  if (offer.answerBy)
    await enqueue(req, {
      key: `offer-expire:${target}:${round}`,
      template: 'offer-expire',
      target,
      lang,
      words: { round },
      dueAt: new Date(offer.answerBy),
    })
}

function tellTeamOver(req: PayloadRequest, offer: Offer): Promise<void> {
  return tellTeam(req, offer, 'offer-team-over', roundOf(offer))
}

/** Only to whom the offer has reached: one that waited its turn, or whose mail has not left, knows of nothing. */
function sendEnd(template: 'offer-recalled' | 'offer-passed') {
  return async (req: PayloadRequest, offer: Offer): Promise<void> => {
    if (!offer.askedAt || !offer.member || !(await hasHeard(req, offer))) return
    await tellTeamOver(req, offer)
    const member = await readMember(req, offer.member)
    if (!member || !personOf(member)) return
    await enqueue(req, {
      key: `${template}:${offer.id}:${roundOf(offer)}`,
      template,
      target: String(offer.id),
      lang: member.lang,
    })
  }
}

async function hasHeard(req: PayloadRequest, offer: Offer): Promise<boolean> {
  const mine: Where = { and: [{ target: { equals: String(offer.id) } }, { template: { equals: 'offer-sent' } }] }
  const rows = await documents(req, 'outbox').find(mine)
  return rows.length === 0 || rows.some(({ status }) => status === 'sent')
}
