// Scheduled jobs of members and messages: expiry and erasure.
import type { PayloadRequest } from 'payload'
import type { JobDefinition } from '../../plugin/definitions/job.js'
import { erasureDate, expiryKey } from '../../plugin/lifecycle/expiry.js'
import { enqueue, isOverdue } from '../../plugin/outbox/index.js'
import { eraseUnconfirmed, finishLeaving } from './erasure.js'
import { readMember } from './publishing/read.js'
import { eraseMessage } from './relay/service.js'
import { transition } from './transition.js'

async function expire(req: PayloadRequest, target: string): Promise<void> {
  const member = await readMember(req, target)
  // Confirmed, or given a new term meanwhile, which has a look of its own.
  if (!member || !(await isOverdue(req.payload, 'unconfirmed', member))) return
  const round = expiryKey(member)
  await transition(req, member, 'expire', { by: 'network', at: new Date(round) })
  await enqueue(req, {
    key: `member-forget:${member.id}:${round}`,
    template: 'member-forget',
    target,
    lang: member.lang,
    words: { round },
    dueAt: erasureDate(new Date()),
  })
}

export const memberJobs: Record<string, JobDefinition> = {
  'member-expire': { document: 'members', run: expire },
  'member-forget': { document: 'members', run: eraseUnconfirmed },
  'member-settle': { document: 'members', run: finishLeaving },
  'message-forget': { document: 'messages', opens: null, run: eraseMessage },
}
