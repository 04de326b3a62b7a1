// The donations room: pledges by bank transfer, their slip, and the public accounts.
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { searchable } from '../../plugin/collection/search-key.js'
import type { Room } from '../../plugin/room.js'
import { donationActions } from './actions.js'
import { eraseDonorAgain, erasePledgeAgain } from './erasure.js'
import { deriveFields, enforceTransition, eraseEmptiedVersions, keepPromises, scheduleMails } from './hooks.js'
import { donationJobs } from './jobs.js'
import { donationMails } from './mails.js'
import { donationCollection } from './schema.js'
import { searched } from './search.js'

export { createDonation, issuesOf as pledgeIssues } from './service.js'
export { printedIban, slipOf } from './slip.js'
export { donationsSummary } from './summary.js'
export type { Donation, DonationStatus } from './types.js'

export const donationsRoom: Room = {
  collections: (options) => ({
    donations: searchable(searched, {
      ...donationCollection(options),
      endpoints: donationActions,
      hooks: {
        beforeValidate: [deriveFields],
        beforeChange: [enforceTransition, keepPromises],
        afterChange: [scheduleMails, eraseEmptiedVersions],
        afterOperation: [rejectPartialBulk],
      },
    }),
  }),
  mails: { ...donationMails, ...donationJobs },
  links: {},
  eraseAgain: { donation: erasePledgeAgain, donor: eraseDonorAgain },
}
