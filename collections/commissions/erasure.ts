// Erases requests that nobody confirmed, 30 days after they expired: the data may belong to somebody who never wrote to us.
import type { PayloadRequest } from 'payload'
import { erasureDate, expiryKey } from '../../plugin/lifecycle/expiry.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { wasConfirmed } from './lifecycle.js'
import type { Commission } from './types.js'

/** Sets the day on which an unconfirmed request goes, unless it is given a new term before. */
export async function scheduleErasure(req: PayloadRequest, commission: Commission, at: Date): Promise<void> {
  const target = String(commission.id)
  const round = expiryKey(commission)
  await enqueue(req, {
    key: `commission-forget:${target}:${commission.status}:${round}`,
    template: 'commission-forget',
    target,
    lang: commission.client.lang,
    words: { round },
    dueAt: erasureDate(at),
  })
}

/** As it stands now, in the trash too: what lies there is erased in its time as well. */
export async function readWithTrash(req: PayloadRequest, target: string): Promise<Commission | null> {
  const { docs } = await req.payload.find({
    collection: slugOf(req.payload, 'commissions'),
    where: { id: { equals: databaseId(req.payload, target) } },
    trash: true,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return (docs[0] as unknown as Commission | undefined) ?? null
}

/** Of a backup that was restored; whatever it stood at then. */
export async function eraseCommissionAgain(
  req: PayloadRequest,
  target: string,
  { dry }: { dry: boolean },
): Promise<boolean> {
  const commission = await readWithTrash(req, target)
  if (commission && !dry) await deleteCommission(req, commission)
  return commission !== null
}

const deleteCommission = (req: PayloadRequest, { id }: Commission): Promise<unknown> =>
  req.payload.delete({ collection: slugOf(req.payload, 'commissions'), id, trash: true, overrideAccess: true, req })

/** @param round end of the term that had passed: a request that was given a new one waits for its own */
export async function erase(req: PayloadRequest, target: string, { round }: { round?: string }): Promise<void> {
  const commission = await readWithTrash(req, target)
  if (!commission || wasConfirmed(commission)) return
  const ended = commission.status === 'expired' || commission.status === 'withdrawn'
  if (!ended || (round && round !== expiryKey(commission))) return
  await deleteCommission(req, commission)
}
