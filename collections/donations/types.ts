// Types of a stored donation, and its lifecycle.
import { treasurers } from '../../plugin/access/index.js'
import type { Consent } from '../../plugin/fields/consents.js'
import type { Assigned } from '../../plugin/lifecycle/assignment.js'
import { defineLifecycle } from '../../plugin/lifecycle/state-machine.js'
import type { TimelineEntry } from '../../plugin/lifecycle/timeline.js'

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
  /** What really arrived, which is what the public accounts count. */
  receivedCents?: number | null
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

/** A late transfer still counts, so an expired pledge can be received. */
export const donationLifecycle = defineLifecycle({
  document: 'donations',
  statuses: ['pledged', 'received', 'expired', 'withdrawn'],
  initial: ['pledged'],
  final: ['received', 'withdrawn'],
  transitions: {
    received: { from: ['pledged', 'expired'], to: 'received', by: ['editor'], roles: treasurers, undo: true },
    withdraw: { from: ['pledged'], to: 'withdrawn', by: ['editor'], roles: treasurers, destructive: true, undo: true },
    reopen: { from: ['received'], to: 'pledged', by: ['editor'], roles: treasurers, confirm: true, undo: true },
    expire: { from: ['pledged'], to: 'expired', by: ['calendar'] },
  },
})

export type DonationStatus = (typeof donationLifecycle.statuses)[number]
export type DonationTransition = keyof typeof donationLifecycle.transitions

/** Whether the details for the transfer were given to somebody: on the form's page, or by mail. */
export const wasTold = ({ channel, donor }: Pick<Donation, 'channel' | 'donor'>): boolean =>
  channel === 'web' || Boolean(donor?.email)
