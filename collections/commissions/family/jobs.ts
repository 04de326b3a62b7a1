// The scheduled job of a request's parts: they are taken back with it.
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import { readWithTrash } from '../erasure.js'
import { canWithdraw } from '../lifecycle.js'
import { transition } from '../transition.js'
import { partsOf } from './family.js'

export const familyJobs: Record<'family-settle', JobDefinition> = {
  'family-settle': {
    document: 'commissions',
    async run(req, target) {
      const root = await readWithTrash(req, target)
      if (root?.status !== 'withdrawn') return
      for (const part of await partsOf(req, root.id))
        if (canWithdraw(part.status)) await transition(req, part, 'withdraw', { by: 'client', at: new Date() })
    },
  },
}
