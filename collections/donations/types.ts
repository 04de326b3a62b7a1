// Types of a stored donation, its statuses and transitions.
import type { Consent } from '../../plugin/fields/consents.js'

export type DonationStatus = 'pledged' | 'received' | 'expired' | 'withdrawn'

export interface Donation {
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
  createdAt: string
}

/** Days within which a transfer is waited for. */
const pledgeDays = 60
const dayMs = 86_400_000

export const pledgeEnd = (from: Date): Date => new Date(from.getTime() + pledgeDays * dayMs)

/** Steps by action name: from where, to where. A late transfer still counts, so an expired pledge can be received. */
export const donationSteps = {
  received: { from: ['pledged', 'expired'], to: 'received' },
  withdraw: { from: ['pledged'], to: 'withdrawn' },
  reopen: { from: ['received'], to: 'pledged' },
} as const satisfies Record<string, { from: readonly DonationStatus[]; to: DonationStatus }>

export type DonationStep = keyof typeof donationSteps

export const canStep = (from: DonationStatus, to: DonationStatus): boolean =>
  Object.values(donationSteps).some(
    (step) => step.to === to && (step.from as readonly DonationStatus[]).includes(from),
  ) ||
  (from === 'pledged' && to === 'expired')

/** Whether the details for the transfer were given to somebody: on the form's page, or by mail. */
export const wasTold = ({ channel, donor }: Pick<Donation, 'channel' | 'donor'>): boolean =>
  channel === 'web' || Boolean(donor?.email)
