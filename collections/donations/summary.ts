// The public accounts: what arrived, and the names of those who want theirs shown.
import type { Payload, Where } from 'payload'
import type { DonationsSummaryDto } from '../../plugin/api/dto.js'
import { hasConsent } from '../../plugin/consents.js'
import { slugOf } from '../../plugin/runtime.js'
import type { Donation } from './donation.js'

const batch = 500
/** Donors named at most; the newest come first. */
const namedAtMost = 200

const received: Where = { status: { equals: 'received' } }

export async function donationsSummary(payload: Payload): Promise<DonationsSummaryDto> {
  const [{ count, cents }, donors] = await Promise.all([totals(payload), namedDonors(payload)])
  return { currency: 'EUR', receivedCents: cents, received: count, donors }
}

async function totals(payload: Payload): Promise<{ count: number; cents: number }> {
  const sum = { count: 0, cents: 0 }
  for (let page = 1; ; page++) {
    const found = await payload.find({
      collection: slugOf(payload, 'donations'),
      where: received,
      sort: 'id',
      limit: batch,
      page,
      depth: 0,
      overrideAccess: true,
      select: { amountCents: true, receivedCents: true },
    })
    for (const donation of found.docs as unknown as Donation[]) {
      sum.count += 1
      sum.cents += donation.receivedCents ?? donation.amountCents
    }
    if (!found.hasNextPage) return sum
  }
}

async function namedDonors(payload: Payload): Promise<DonationsSummaryDto['donors']> {
  const { docs } = await payload.find({
    collection: slugOf(payload, 'donations'),
    where: { and: [received, { publicAs: { equals: 'name' } }] },
    sort: '-receivedAt',
    limit: namedAtMost,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { publicAs: true, donor: true, message: true, consents: true, status: true },
  })
  return (docs as unknown as Donation[]).flatMap((donation) => namedDonor(donation) ?? [])
}

/** What the public reads of a donor; null unless they chose their name and agreed to it. */
export function namedDonor(
  donation: Pick<Donation, 'status' | 'publicAs' | 'donor' | 'message' | 'consents'>,
): DonationsSummaryDto['donors'][number] | null {
  const name = donation.donor?.name?.trim()
  if (donation.status !== 'received' || donation.publicAs !== 'name' || !name) return null
  return hasConsent(donation.consents, 'publish') ? { name, message: donation.message?.trim() || null } : null
}
