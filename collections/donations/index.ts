// The donations room: pledges by bank transfer, their slip, and the public accounts.
import { wholeOrNothing } from '../../plugin/collection/atomic-bulk.js'
import { searchable } from '../../plugin/collection/search-key.js'
import type { Room } from '../../plugin/room.js'
import { donationActions } from './actions.js'
import { checkSave, fillIn, followUp, forgetEmptied } from './hooks.js'
import { donationMails } from './mails.js'
import { donationCollection } from './schema.js'
import { searched } from './search.js'

export { taxNote } from '../../plugin/options/tax-note.js'
export { issuesOf as pledgeIssues, pledgeDonation } from './service.js'
export { printedIban, slipOf } from './slip.js'
export { donationsSummary } from './summary.js'
export type { Donation, DonationStatus } from './types.js'

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
