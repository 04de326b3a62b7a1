// What the calendar does with files and messages: effects of the outbox that send nothing.
import type { PayloadRequest } from 'payload'
import type { MailDefinition } from '../../plugin/mail/definition.js'
import { effect } from '../../plugin/outbox/effect.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { forgetUnconfirmed, settleLeaving, termOf } from './erase.js'
import { moveMember } from './move.js'
import { readMember } from './read.js'
import { forgetMessage } from './relay.js'

const dayMs = 86_400_000

/** Days that an unconfirmed file waits for a second thought before it is deleted. */
const forgetDays = 30

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
    dueAt: new Date(Date.now() + forgetDays * dayMs),
  })
}

export const effects: Record<string, MailDefinition> = {
  'member-expire': effect(expire),
  'member-forget': effect(forgetUnconfirmed),
  'member-settle': effect(settleLeaving),
  'message-forget': effect(forgetMessage),
}
