// Scheduled jobs of requests: expiry and erasure.
import type { PayloadRequest } from 'payload'
import { withoutValidation } from '../../plugin/collection/skip-validation.js'
import type { MailDefinition } from '../../plugin/definitions/mail.js'
import { expiryKey } from '../../plugin/lifecycle/expiry.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { job } from '../../plugin/outbox/job.js'
import { slugOf } from '../../plugin/runtime.js'
import { erase, readWithTrash, scheduleErasure } from './erasure.js'

/** Writes down what every reader sees already, tells the client, and sets the day on which the data go. */
async function expire(req: PayloadRequest, target: string): Promise<void> {
  const commission = await readWithTrash(req, target)
  // Confirmed, or given a new term meanwhile.
  if (commission?.status !== 'expired') return
  const round = expiryKey(commission)
  await withoutValidation(req, () =>
    req.payload.update({
      collection: slugOf(req.payload, 'commissions'),
      id: commission.id,
      depth: 0,
      overrideAccess: true,
      trash: true,
      req,
      data: { status: 'expired' },
    }),
  )
  await enqueue(req, {
    key: `commission-expired:${target}:${round}`,
    template: 'commission-expired',
    target,
    lang: commission.client.lang,
  })
  await scheduleErasure(req, commission, new Date())
}

export const commissionJobs: Record<string, MailDefinition> = {
  'commission-expire': job(expire),
  'commission-forget': job(erase),
}
