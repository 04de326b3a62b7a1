// The scheduled job of a delivered job: silence closes it.
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import { readWithTrash } from '../erasure.js'
import { transition } from '../transition.js'

export const jobJobs: Record<'job-close', JobDefinition> = {
  'job-close': {
    document: 'commissions',
    async run(req, target, { round }) {
      const commission = await readWithTrash(req, target)
      if (commission?.status !== 'delivered' || !commission.closesAt || !round) return
      // Said to be unfinished and delivered again meanwhile: that term is another.
      if (Date.parse(commission.closesAt) !== Date.parse(round)) return
      await transition(req, commission, 'complete', { by: 'network', at: new Date(round) })
    },
  },
}
