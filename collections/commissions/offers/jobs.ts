// Scheduled jobs of offers: the end of a term, offers of a request that is over, and what a process that died left half done.

import { databaseNow } from '../../../plugin/database/clock.js'
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import { roundOf } from '../../../plugin/lifecycle/timeline.js'
import { readCommission } from '../reading.js'
import { followAnswers, unfinished } from './agree.js'
import { readOffer } from './read.js'
import { settleOffers } from './settle.js'
import { atStartAndHourly } from './sweep-times.js'
import { offerTransition } from './transition.js'

const byCalendar = (at = new Date()) => ({ by: 'network', at })

const expire: JobDefinition = {
  document: 'offers',
  async run(req, target, { round }) {
    const offer = await readOffer(req, target)
    if (offer?.status !== 'sent' || round !== roundOf(offer) || !offer.answerBy) return
    if (new Date(offer.answerBy) > (await databaseNow(req.payload))) return
    await offerTransition(req, offer, 'expire', byCalendar(new Date(offer.answerBy)))
    await followAnswers(req, offer.commission, byCalendar())
  },
}

const settle: JobDefinition = {
  document: 'commissions',
  async run(req, target) {
    const commission = await readCommission(req, target)
    if (commission) await settleOffers(req, commission)
  },
}

/** At each start of a lasting process, and every hour. */
const sweep: JobDefinition = {
  document: 'commissions',
  opens: null,
  next: atStartAndHourly,
  async run(req) {
    for (const id of await unfinished(req)) await followAnswers(req, id, byCalendar())
  },
}

export const offerJobs: Record<string, JobDefinition> = {
  'offer-expire': expire,
  'offers-settle': settle,
  'offers-sweep': sweep,
}
