// Scheduled jobs of requests: expiry and erasure.
import type { PayloadRequest } from 'payload'
import type { JobDefinition } from '../../plugin/definitions/job.js'
import { expiryKey } from '../../plugin/lifecycle/expiry.js'
import { enqueue, isOverdue } from '../../plugin/outbox/index.js'
import { erase, readWithTrash, scheduleErasure } from './erasure.js'
import { transition } from './transition.js'

/** Writes down what every reader sees already, tells the client, and sets the day on which the data go. */
async function expire(req: PayloadRequest, target: string): Promise<void> {
  const commission = await readWithTrash(req, target)
  // Confirmed, or given a new term meanwhile.
  if (!commission || !(await isOverdue(req.payload, 'unconfirmed', commission))) return
  const round = expiryKey(commission)
  await transition(req, commission, 'expire', { by: 'network', at: new Date(round) })
  await enqueue(req, {
    key: `commission-expired:${target}:${round}`,
    template: 'commission-expired',
    target,
    lang: commission.client.lang,
  })
  await scheduleErasure(req, commission, new Date())
}

export const commissionJobs: Record<string, JobDefinition> = {
  'commission-expire': { document: 'commissions', run: expire },
  'commission-forget': { document: 'commissions', run: erase },
}
