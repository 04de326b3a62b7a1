// The donations room: pledges by bank transfer, their slip, and the public accounts.
import { wholeOrNothing } from '../../plugin/bulk.js'
import type { Room } from '../../plugin/room.js'
import { searchable } from '../../plugin/search-key.js'
import { donationActions } from './actions.js'
import { donationMails } from './mails.js'
import { checkSave, fillIn, followUp, forgetEmptied } from './rules.js'
import { donationCollection } from './schema.js'
import { searched } from './search.js'

export type { Donation, DonationStatus } from './donation.js'
export { issuesOf as pledgeIssues, pledgeDonation } from './pledge.js'
export { printedIban, slipOf, taxNote } from './slip.js'
export { donationsSummary } from './summary.js'

export const donationsRoom: Room = {
  collections: (options) => ({
    donations: searchable(searched, {
      ...donationCollection(options),
      endpoints: donationActions,
      hooks: {
        beforeValidate: [fillIn],
        beforeChange: [checkSave],
        afterChange: [followUp, forgetEmptied],
        afterOperation: [wholeOrNothing],
      },
    }),
  }),
  mails: donationMails,
  links: {},
}
