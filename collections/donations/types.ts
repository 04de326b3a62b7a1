// Types of a stored donation, and its lifecycle.
import { treasurers } from '../../plugin/access/index.js'
import type { Consent } from '../../plugin/fields/consents.js'
import type { Assigned } from '../../plugin/lifecycle/assignment.js'
import { defineLifecycle } from '../../plugin/lifecycle/state-machine.js'
import type { TimelineEntry } from '../../plugin/lifecycle/timeline.js'
import { arrivedStatuses } from './ledger/check.js'

export interface Donation extends Assigned {
  id: number | string
  reference: string
  status: DonationStatus
  amountCents: number
  currency: 'EUR'
  frequency: 'once' | 'monthly'
  donor: {
    type: 'person' | 'organisation'
    name?: string | null
    email?: string | null
    lang: string
  }
  publicAs: 'name' | 'anonymous'
  message?: string | null
  method: 'bank-transfer'
  channel: 'web' | 'phone' | 'paper' | 'desk'
  consents?: Consent[] | null
  expiresAt: string
  /** When the treasurer saw it on the account. */
  receivedAt?: string | null
  /** What really arrived, which is what the public accounts count. Where books are kept it is a copy of what they say. */
  receivedCents?: number | null
  /** Gifts in the books; a copy of what they say. */
  receivedCount?: number | null
  notes?: string | null
  /** When the status began; not known of those that are older than the timeline. */
  since?: string | null
  timeline?: TimelineEntry<DonationStatus>[] | null
  createdAt: string
}

/** Days within which a transfer is waited for. */
const pledgeDays = 60
const dayMs = 86_400_000

export const pledgeEnd = (from: Date): Date => new Date(from.getTime() + pledgeDays * dayMs)

/**
 * Money that comes late, or after it was said that it would not, still counts. A monthly gift stands while it comes every month;
 * where no books are kept it is received once, like a single gift.
 */
export const donationLifecycle = defineLifecycle({
  document: 'donations',
  statuses: ['pledged', 'received', 'standing', 'lapsed', 'ended', 'expired', 'withdrawn'],
  initial: ['pledged'],
  final: ['received', 'ended', 'withdrawn'],
  transitions: {
    received: {
      from: ['pledged', 'expired', 'withdrawn'],
      to: 'received',
      by: ['editor'],
      roles: treasurers,
      undo: true,
    },
    withdraw: { from: ['pledged'], to: 'withdrawn', by: ['editor'], roles: treasurers, destructive: true, undo: true },
    reopen: { from: ['received'], to: 'pledged', by: ['editor'], roles: treasurers, confirm: true, undo: true },
    instalment: {
      from: ['pledged', 'expired', 'withdrawn', 'received', 'standing', 'lapsed', 'ended'],
      to: 'standing',
      by: ['editor'],
      roles: treasurers,
      undo: true,
    },
    end: { from: ['standing', 'lapsed'], to: 'ended', by: ['editor'], roles: treasurers, confirm: true, undo: true },
    /** More came for what is received already. */
    more: { from: ['received'], to: 'received', by: ['network'] },
    /** The last gift that held was taken back. */
    emptied: { from: ['received', 'standing', 'lapsed', 'ended'], to: 'pledged', by: ['network'] },
    /** A monthly gift of before the books began. */
    carried: { from: ['received'], to: 'standing', by: ['network'] },
    lapse: { from: ['standing'], to: 'lapsed', by: ['calendar'] },
    expire: { from: ['pledged'], to: 'expired', by: ['calendar'] },
  },
})

export type DonationStatus = (typeof donationLifecycle.statuses)[number]
export type DonationTransition = keyof typeof donationLifecycle.transitions

/** Whether money came for it. */
export const hasArrived = ({ status }: Pick<Donation, 'status'>): boolean =>
  (arrivedStatuses as readonly string[]).includes(status)

/** Whether the details for the transfer were given to somebody: on the form's page, or by mail. */
export const wasTold = ({ channel, donor }: Pick<Donation, 'channel' | 'donor'>): boolean =>
  channel === 'web' || Boolean(donor?.email)
