// What client and desk hear of the offers of a request.
import type { PayloadRequest } from 'payload'
import { undoMs } from '../../../plugin/lifecycle/step.js'
import { roundOf } from '../../../plugin/lifecycle/timeline.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { mokor } from '../../../plugin/runtime.js'
import type { Commission } from '../types.js'

/** Of one moment in the request's history, told once. */
const momentOf = (commission: Commission): string => `${commission.id}:${roundOf(commission)}`

export type ClientNews = 'offered' | 'next' | 'choose' | 'nobody' | 'referred' | 'returned'

/** @param of what tells this from the same news of the same moment, e.g. the offer's id */
export async function tellClient(
  req: PayloadRequest,
  commission: Commission,
  news: ClientNews,
  of = '',
): Promise<void> {
  if (!commission.client.email) return
  await enqueue(req, {
    key: `commission-${news}:${momentOf(commission)}:${of}`,
    template: `commission-${news}`,
    target: String(commission.id),
    lang: commission.client.lang,
    link: 'request-status',
    ...(of && { words: { offer: of } }),
    ...((news === 'offered' || news === 'referred') && { afterMs: undoMs(req) }),
  })
}

export type DeskNews = 'nobody' | 'choose' | 'team' | 'company' | 'suggested'

export async function tellDesk(req: PayloadRequest, commission: Commission, news: DeskNews, of = ''): Promise<void> {
  await enqueue(req, {
    key: `offer-desk:${news}:${momentOf(commission)}:${of}`,
    template: 'offer-desk',
    target: String(commission.id),
    lang: mokor(req.payload).options.languages[0] ?? 'it',
    words: { news },
  })
}
