// What each transition of a donation writes, and what follows from it.
import { transitions } from '../../plugin/lifecycle/transition.js'
import { scheduleErasure } from './erasure.js'
import { scheduleExpiry } from './service.js'
import { type Donation, type DonationStatus, type DonationTransition, donationLifecycle } from './types.js'

/** Tells one sending from another. */
export const again = (): string => `:${Date.now()}`

export const transition = transitions<DonationStatus, DonationTransition, Donation>(donationLifecycle, {
  collection: 'donations',
  changes: {
    received: (_, { receivedAt, receivedCents, amountCents }) => ({
      receivedAt: receivedAt ?? new Date().toISOString(),
      receivedCents: receivedCents ?? amountCents,
    }),
    reopen: () => ({ receivedAt: null, receivedCents: null }),
  },
  effects: {
    withdraw: scheduleErasure,
    // Its term runs on: one that has passed meanwhile is written down as expired.
    reopen: (req, doc) => scheduleExpiry(req, doc, again()),
  },
})
