// How editors see donations: colours, the step for several, amounts in euros, and the words.
import { type CollectionAdmin, plainAdmin, type StatusColorsOf } from '../../../plugin/admin/collection-admin.js'
import {
  columnTitle,
  euroField,
  languageField,
  namedConsents,
  timelineField,
} from '../../../plugin/admin/components.js'
import { localized } from '../../../plugin/i18n/localized.js'
import type { DonationStatus } from '../types.js'
import type { BookYearStatus } from '../years/types.js'
import { en } from './en.js'
import { it } from './it.js'

export const donationWords = { it, en }

const statusColors = {
  pledged: 'pending',
  received: 'success',
  standing: 'success',
} satisfies StatusColorsOf<DonationStatus>

export const donationAdmin: CollectionAdmin = {
  statusColors,
  sinceFields: { pledged: 'createdAt', received: 'receivedAt', expired: 'expiresAt' },
  bulk: ['received', 'instalment'],
  hints: null,
  head: 'steps',
  headFields: [],
  fields: ({ options }) => ({
    amountCents: euroField,
    receivedCents: euroField,
    'donor.name': columnTitle(localized('Chi dona', 'Who gives')),
    'donor.lang': languageField(options.languages),
    consents: namedConsents,
    timeline: timelineField(statusColors),
  }),
}

/** The books' entries, which nobody edits. */
export const ledgerAdmin: CollectionAdmin = {
  ...plainAdmin,
  fields: () => ({ movedCents: euroField, 'legs.cents': euroField }),
}

export const bookYearAdmin: CollectionAdmin = {
  ...plainAdmin,
  statusColors: { open: 'pending', closed: 'success' } satisfies StatusColorsOf<BookYearStatus>,
  head: 'steps',
  fields: () => ({ timeline: timelineField({ open: 'pending', closed: 'success' }) }),
}
