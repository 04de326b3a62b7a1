// What the calendar does with requests: effects of the outbox that send nothing themselves.
import type { PayloadRequest } from 'payload'
import { databaseId } from '../../plugin/ids.js'
import type { MailDefinition } from '../../plugin/mail/definition.js'
import { effect } from '../../plugin/outbox/effect.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { occasioned } from '../../plugin/timeline.js'
import { readCommission } from './advance.js'

const dayMs = 86_400_000

/** Days that a request nobody confirmed waits for a second thought before it is deleted. */
const forgetDays = 30

/** Writes down what every reader sees already, tells the client, and sets the day on which the data go. */
async function expire(req: PayloadRequest, target: string): Promise<void> {
  const commission = await readCommission(req, target)
  // Confirmed, or given a new term meanwhile.
  if (commission?.status !== 'expired') return
  const at = new Date()
  await req.payload.update({
    collection: slugOf(req.payload, 'commissions'),
    id: commission.id,
    depth: 0,
    overrideAccess: true,
    req,
    context: occasioned({ by: 'network', at: new Date(commission.expiresAt ?? at) }),
    data: { status: 'expired' },
  })
  const mail = { target, lang: commission.client.lang }
  const round = commission.timeline?.length ?? 0
  await enqueue(req, { ...mail, key: `commission-expired:${target}:${round}`, template: 'commission-expired' })
  await enqueue(req, {
    ...mail,
    key: `commission-forget:${target}:${round}`,
    template: 'commission-forget',
    dueAt: new Date(at.getTime() + forgetDays * dayMs),
  })
}

/** Deletes a request that nobody ever confirmed: its data may be those of somebody who never wrote to us. */
async function forget(req: PayloadRequest, target: string): Promise<void> {
  const { payload } = req
  const id = databaseId(payload, target)
  const { docs } = await payload.find({
    collection: slugOf(payload, 'commissions'),
    where: { id: { equals: id } },
    trash: true,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [commission] = docs as unknown as { status: string }[]
  if (commission?.status !== 'expired') return
  await payload.delete({ collection: slugOf(payload, 'commissions'), id, trash: true, overrideAccess: true, req })
}

export const commissionEffects: Record<string, MailDefinition> = {
  'commission-expire': effect(expire),
  'commission-forget': effect(forget),
}
