// The answers of whoever is offered a job: yes with what goes with it, no with its reason. By their link, a helper's, or the desk.
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { editorOf, type TransitionCause } from '../../../plugin/lifecycle/timeline.js'
import { maxReasonLength } from '../../../plugin/values/text-limits.js'
import { readCommission } from '../reading.js'
import { teamStands } from '../team/told.js'
import { claimJob, completeAgreement, followAnswers } from './agree.js'
import { tellClient, tellDesk } from './mails-owed.js'
import { readOffer } from './read.js'
import { moveOffer, writeOffer } from './transition.js'
import type { AnsweredBy, DeclineCode, Offer, TaxMode } from './types.js'
import { answeredByWords } from './words.js'

export interface Yes {
  taxMode: TaxMode
  showToClient: boolean
  by: AnsweredBy
}

export interface No {
  code: DeclineCode
  note?: string
  /** No time until this day, `YYYY-MM-DD`. */
  until?: string | null
  suggested?: string
  by: AnsweredBy
}

/** As the history names who answered. */
const causeOf = (req: PayloadRequest, by: AnsweredBy): TransitionCause =>
  by === 'link'
    ? { by: 'member', at: new Date() }
    : { by: by === 'desk' ? editorOf(req) : 'member', at: new Date(), why: answeredByWords[by].it }

/**
 * @returns whether they have the job or wait for a choice; `late` where it is somebody else's, or no longer asked
 */
export async function acceptOffer(req: PayloadRequest, offer: Offer, yes: Yes): Promise<'agreed' | 'waits' | 'late'> {
  const now = await readOffer(req, offer.id)
  if (!now || (now.status === 'sent' && !(await teamStands(req, now)))) return 'late'
  const cause = causeOf(req, yes.by)
  const said = {
    taxMode: yes.taxMode,
    responsible: cause.at.toISOString(),
    showToClient: yes.showToClient,
    answeredBy: yes.by,
  }
  if (now.way === 'first' && now.status === 'sent') return acceptFirst(req, now, said, cause)
  if (now.status === 'sent') {
    await moveOffer(req, now, 'accept', cause, said)
    const commission = await readCommission(req, now.commission)
    await followAnswers(req, now.commission, cause)
    const after = await readOffer(req, now.id)
    if (after?.status === 'accepted' && commission?.choice === 'client' && yes.showToClient)
      await tellClient(req, commission, 'choose', String(now.id))
    return outcomeOf(after)
  }
  return outcomeOf(now)
}

const outcomeOf = (offer: Offer | null): 'agreed' | 'waits' | 'late' =>
  offer?.status === 'chosen' ? 'agreed' : offer?.status === 'accepted' ? 'waits' : 'late'

/** What is said and the claim are written at once, outside the caller's transaction: of a hundred, ninety-nine write nothing more. */
async function acceptFirst(
  req: PayloadRequest,
  offer: Offer,
  said: Partial<Offer>,
  cause: TransitionCause,
): Promise<'agreed' | 'late'> {
  const { payload } = req
  await writeOffer({ payload } as PayloadRequest, offer, said)
  if (!(await claimJob(payload, offer))) return 'late'
  // In a transaction of its own: the caller's may have looked before the claim.
  await inTransaction(payload, async (own) => {
    const commission = await readCommission(own, offer.commission)
    if (commission) await completeAgreement(own, commission, cause)
  })
  return 'agreed'
}

export async function declineOffer(req: PayloadRequest, offer: Offer, no: No): Promise<boolean> {
  const now = await readOffer(req, offer.id)
  if (!now || (now.status !== 'sent' && now.status !== 'accepted')) return now?.status === 'declined'
  const cause = causeOf(req, no.by)
  const suggested = no.suggested?.trim().slice(0, maxReasonLength) || null
  await moveOffer(req, now, 'decline', cause, {
    answeredBy: no.by,
    decline: {
      code: no.code,
      note: no.note?.trim().slice(0, maxReasonLength) || null,
      until: no.until ? `${no.until}T12:00:00.000Z` : null,
    },
    suggested,
  })
  const commission = await readCommission(req, now.commission)
  if (commission) {
    if (no.code === 'needs-team') await tellDesk(req, commission, 'team', String(now.id))
    if (no.code === 'for-company') await tellDesk(req, commission, 'company', String(now.id))
    if (suggested) await tellDesk(req, commission, 'suggested', String(now.id))
  }
  await followAnswers(req, now.commission, cause)
  return true
}
