// Scheduled jobs of a job's life: silence closes what was delivered, and whom a member named for a job of theirs is asked.
import { Refusal } from '../../../plugin/collection/errors.js'
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import { localized, pick } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { readWithTrash } from '../erasure.js'
import { propose } from '../offers/propose.js'
import { readCommission } from '../reading.js'
import { transition } from '../transition.js'

const named = localized('L’ha indicata chi ha portato il lavoro.', 'Named by whoever brought the job.')

export const jobJobs: Record<'job-close' | 'job-named', JobDefinition> = {
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
  'job-named': {
    document: 'commissions',
    async run(req, target) {
      const commission = await readCommission(req, target)
      const [first] = commission?.wanted ?? []
      // An editor who was quicker has decided.
      if (commission?.status !== 'received' || !first) return
      const why = pick(mokor(req.payload).options.languages[0] ?? 'it', named)
      try {
        await propose(req, commission, { way: 'one', members: [{ id: first }], why, by: 'member' })
      } catch (error) {
        // Paused meanwhile, or gone: the request waits at the desk like any other.
        if (!(error instanceof Refusal)) throw error
      }
    },
  },
}
