// What the calendar does with files and messages: effects of the outbox that send nothing.
import type { PayloadRequest } from 'payload'
import type { MailDefinition } from '../../plugin/definitions/mail.js'
import { forgetOn, termOf } from '../../plugin/lifecycle/expiry.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { effect } from '../../plugin/outbox/job.js'
import { forgetUnconfirmed, settleLeaving } from './erasure.js'
import { readMember } from './publishing/read.js'
import { forgetMessage } from './relay/service.js'
import { moveMember } from './transition.js'

async function expire(req: PayloadRequest, target: string): Promise<void> {
  const member = await readMember(req, target)
  // Confirmed, or given a new term meanwhile, which has a look of its own.
  if (member?.status !== 'expired') return
  const round = termOf(member)
  await moveMember(req, member.id, 'expired', { by: 'network', at: new Date(round) })
  await enqueue(req, {
    key: `member-forget:${member.id}:${round}`,
    template: 'member-forget',
    target,
    lang: member.lang,
    words: { round },
    dueAt: forgetOn(new Date()),
  })
}

export const effects: Record<string, MailDefinition> = {
  'member-expire': effect(expire),
  'member-forget': effect(forgetUnconfirmed),
  'member-settle': effect(settleLeaving),
  'message-forget': effect(forgetMessage),
}
