// What the calendar does with files and messages: effects of the outbox that send nothing.
import type { PayloadRequest } from 'payload'
import type { MailDefinition } from '../../plugin/mail/definition.js'
import { effect } from '../../plugin/outbox/effect.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { forgetOn, termOf } from '../../plugin/term.js'
import { forgetUnconfirmed, settleLeaving } from './erase.js'
import { moveMember } from './move.js'
import { readMember } from './read.js'
import { forgetMessage } from './relay.js'

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
