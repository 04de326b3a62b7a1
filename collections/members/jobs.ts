// Scheduled jobs of members and messages: expiry and erasure.
import type { PayloadRequest } from 'payload'
import type { MailDefinition } from '../../plugin/definitions/mail.js'
import { erasureDate, expiryKey } from '../../plugin/lifecycle/expiry.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { job } from '../../plugin/outbox/job.js'
import { eraseUnconfirmed, finishLeaving } from './erasure.js'
import { readMember } from './publishing/read.js'
import { eraseMessage } from './relay/service.js'
import { transition } from './transition.js'

async function expire(req: PayloadRequest, target: string): Promise<void> {
  const member = await readMember(req, target)
  // Confirmed, or given a new term meanwhile, which has a look of its own.
  if (member?.status !== 'expired') return
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

export const memberJobs: Record<string, MailDefinition> = {
  'member-expire': job(expire),
  'member-forget': job(eraseUnconfirmed),
  'member-settle': job(finishLeaving),
  'message-forget': job(eraseMessage),
}
