// The donations room: pledges by bank transfer, their slip, and the public accounts.
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { formPage } from '../../plugin/forms/page.js'
import { defineRoom } from '../../plugin/room.js'
import { donationActions } from './actions.js'
import { eraseDonorAgain, erasePledgeAgain } from './erasure.js'
import { deriveFields, enforceTransition, eraseEmptiedVersions, keepPromises, scheduleMails } from './hooks.js'
import { donationJobs } from './jobs.js'
import { donationMails } from './mails.js'
import { giveForm } from './page.js'
import { donations, donationsSummary as summaryRoute } from './routes.js'
import { donationCollection } from './schema.js'
import { searched } from './search.js'

export { createDonation } from './service.js'
export { donationsSummary } from './summary.js'
export type { Donation, DonationStatus } from './types.js'

export const donationsRoom = defineRoom({
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
  routes: [donations, summaryRoute],
  pages: [formPage('give', giveForm)],
  mails: donationMails,
  jobs: donationJobs,
  eraseAgain: { donation: erasePledgeAgain, donor: eraseDonorAgain },
  without: ['links', 'person'],
})
