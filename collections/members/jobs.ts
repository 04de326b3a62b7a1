// Scheduled jobs of members and messages: expiry and erasure.
import type { JobDefinition } from '../../plugin/definitions/job.js'
import { expiryKey } from '../../plugin/lifecycle/expiry.js'
import { deleteMember, finishLeaving } from './erasure.js'
import { joinConfirmation } from './joining/confirmation.js'
import { readMember } from './publishing/read.js'
import { messageJobs } from './relay/service.js'
import { transition } from './transition.js'

export const memberJobs: Record<string, JobDefinition> = {
  ...joinConfirmation.jobs({
    read: readMember,
    lapse: (req, member) => transition(req, member, 'expire', { by: 'network', at: new Date(expiryKey(member)) }),
    isErasable: ({ status }) => status === 'expired',
    erase: deleteMember,
  }),
  'member-settle': { document: 'members', run: finishLeaving },
  ...messageJobs,
}
