// Looks up what the client's page says of where the request stands.
import type { PayloadRequest } from 'payload'
import { offersOf } from '../offers/read.js'
import type { Commission } from '../types.js'
import { executorOf, wholeName } from './people.js'
import type { Standing } from './standing.js'

export async function standingOf(req: PayloadRequest, commission: Commission): Promise<Standing> {
  const executor = await executorOf(req, commission)
  const offers = commission.status === 'offered' ? await offersOf(req, commission.id) : []
  const asked = offers.filter(({ status }) => status === 'sent')
  const terms = asked.flatMap(({ answerBy }) => answerBy ?? []).sort()
  return {
    executor: executor ? wholeName(executor) : null,
    asked: asked.length,
    accepted: offers.filter(({ status, showToClient }) => status === 'accepted' && showToClient).length,
    answerBy: terms.at(-1) ?? null,
  }
}
