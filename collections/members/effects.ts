// What the calendar does with files and messages: effects of the outbox that send nothing.
import type { PayloadRequest } from 'payload'
import type { MailDefinition } from '../../plugin/mail/definition.js'
import { effect } from '../../plugin/outbox/effect.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { forgetUnconfirmed, settleLeaving } from './erase.js'
import type { Member } from './member.js'
import { readMember } from './read.js'
import { forgetMessage } from './relay.js'

const dayMs = 86_400_000

/** Days that an unconfirmed file waits for a second thought before it is deleted. */
const forgetDays = 30

async function expire(req: PayloadRequest, target: string): Promise<void> {
  const member = await readMember(req, target)
  if (!member || (member.status !== 'unconfirmed' && member.status !== 'expired')) return
  const ends = new Date(member.expiresAt ?? 0)
  if (member.status === 'unconfirmed' && ends > new Date()) return queueExpiry(req, member, ends)
  if (member.status === 'unconfirmed')
    await req.payload.update({
      collection: slugOf(req.payload, 'members'),
      id: member.id,
      data: { status: 'expired' },
      depth: 0,
      overrideAccess: true,
      req,
    })
  await enqueue(req, {
    key: `member-forget:${member.id}`,
    template: 'member-forget',
    target,
    lang: member.lang,
    dueAt: new Date(Date.now() + forgetDays * dayMs),
  })
}

/** Renewed meanwhile: looks again when the new term ends. */
const queueExpiry = (req: PayloadRequest, member: Member, ends: Date): Promise<void> =>
  enqueue(req, {
    key: `member-expire:${member.id}:${ends.toISOString()}`,
    template: 'member-expire',
    target: String(member.id),
    lang: member.lang,
    dueAt: ends,
  })

export const effects: Record<string, MailDefinition> = {
  'member-expire': effect(expire),
  'member-forget': effect(forgetUnconfirmed),
  'member-settle': effect(settleLeaving),
  'message-forget': effect(forgetMessage),
}
