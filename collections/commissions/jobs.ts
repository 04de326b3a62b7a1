// Scheduled jobs of requests: expiry, and erasure of what nobody confirmed. The data may belong to somebody who never wrote to us.
import { expiryKey } from '../../plugin/lifecycle/expiry.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { requestConfirmation } from './confirmation.js'
import { deleteCommission, readWithTrash } from './erasure.js'
import { familyJobs } from './family/jobs.js'
import { jobJobs } from './job/jobs.js'
import { wasConfirmed } from './lifecycle.js'
import { offerJobs } from './offers/jobs.js'
import { shareJob } from './share/ask.js'
import { transition } from './transition.js'

const confirmationJobs = requestConfirmation.jobs({
  read: readWithTrash,
  /** Writes down what every reader sees already, and tells the client. */
  async lapse(req, commission) {
    const round = expiryKey(commission)
    const expired = await transition(req, commission, 'expire', { by: 'network', at: new Date(round) })
    await enqueue(req, {
      key: `commission-expired:${commission.id}:${round}`,
      template: 'commission-expired',
      target: String(commission.id),
      lang: commission.client.lang,
    })
    return expired
  },
  isErasable: (commission) =>
    (commission.status === 'expired' || commission.status === 'withdrawn') && !wasConfirmed(commission),
  erase: deleteCommission,
})

export const commissionJobs = {
  ...confirmationJobs,
  ...familyJobs,
  ...jobJobs,
  ...offerJobs,
  'commission-share-ask': shareJob,
}
