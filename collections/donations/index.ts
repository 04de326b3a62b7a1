// The donations room: pledges by bank transfer, their slip, and the public accounts.
import { everyRole, nobody, treasurers } from '../../plugin/access/index.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { formPage } from '../../plugin/forms/page.js'
import { localized } from '../../plugin/i18n/localized.js'
import { defineRoom } from '../../plugin/room.js'
import { donationActions } from './actions.js'
import { bookYearAdmin, donationAdmin, donationWords, ledgerAdmin } from './admin/index.js'
import { pledgeQueue } from './desk.js'
import { eraseDonorAgain, erasePledgeAgain } from './erasure.js'
import { deriveFields, enforceTransition, eraseEmptiedVersions, keepPromises, scheduleMails } from './hooks.js'
import { donationJobs } from './jobs.js'
import type { Entry } from './ledger/posting.js'
import { ledgerCollection } from './ledger/schema.js'
import { type DonationMail, donationMails } from './mails.js'
import { type DonationOptions, donationOptions } from './options.js'
import { giveForm } from './page.js'
import { donations, donationsSummary as summaryRoute } from './routes.js'
import { donationCollection } from './schema.js'
import { searched } from './search.js'
import type { Donation } from './types.js'
import { bookYearQueue } from './years/desk.js'
import { bookYearCollection } from './years/schema.js'
import { bookYearEndpoints } from './years/transition.js'
import type { BookYear } from './years/types.js'

export { createDonation } from './service.js'
export { donationsSummary } from './summary.js'
export type { Donation, DonationStatus } from './types.js'

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    donations: {
      documents: { donations: Donation; ledger: Entry; bookYears: BookYear }
      features: 'donations'
      mails: DonationMail
      erasures: 'donation' | 'donor'
      options: keyof DonationOptions
    }
  }
}

export const donationsRoom = defineRoom('donations', {
  collections: {
    donations: {
      slug: 'donations',
      rights: { create: treasurers, read: everyRole, update: treasurers, delete: nobody },
      personal: true,
      admin: donationAdmin,
      config: (options) =>
        searchable(searched, {
          ...donationCollection(options),
          endpoints: donationActions,
          hooks: {
            beforeValidate: [deriveFields],
            beforeChange: [enforceTransition, keepPromises],
            afterChange: [scheduleMails, eraseEmptiedVersions],
            afterOperation: [rejectPartialBulk],
          },
        }),
    },
    ledger: {
      slug: 'mokor-ledger',
      rights: { create: nobody, read: treasurers, update: nobody, delete: nobody },
      appendOnly: true,
      personal: true,
      admin: ledgerAdmin,
      config: ledgerCollection,
    },
    bookYears: {
      slug: 'mokor-book-years',
      rights: { create: treasurers, read: treasurers, update: nobody, delete: nobody },
      personal: false,
      admin: bookYearAdmin,
      config: (options) => ({ ...bookYearCollection(options), endpoints: bookYearEndpoints }),
    },
  },
  features: {
    donations: {
      core: true,
      who: 'the treasurer',
      minutes: 20,
      otherwise: 'pledges expire and drop out of the accounts',
    },
  },
  options: donationOptions,
  routes: [donations, summaryRoute],
  pages: [
    formPage(
      {
        name: 'give',
        summary: 'Pledge without script',
        card: {
          order: 4,
          title: localized('Dona', 'Give'),
          text: localized(
            'Con un bonifico: la rete vive solo di questo.',
            'By bank transfer: the network lives on this alone.',
          ),
        },
        features: ['pages', 'donations'],
      },
      giveForm,
    ),
  ],
  mails: donationMails,
  jobs: donationJobs,
  erasures: {
    donation: { document: 'donations', whole: true, erase: erasePledgeAgain },
    // Who gave; the pledge stays.
    donor: { document: 'donations', whole: false, erase: eraseDonorAgain },
  },
  words: donationWords,
  desk: [pledgeQueue, bookYearQueue],
  without: ['links', 'person'],
})
