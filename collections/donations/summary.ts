// The public accounts: sums received, and the donors who want to be named.
import type { Payload, Where } from 'payload'
import { boundedCollectionOf, isMongo } from '../../plugin/database/mongo.js'
import { sharedRead } from '../../plugin/directory/shared-read.js'
import { hasConsent } from '../../plugin/fields/consents.js'
import { slugOf } from '../../plugin/runtime.js'
import { containsContact } from '../../plugin/values/contact-details.js'
import type { DonationsSummaryDto } from './dto.js'
import { arrivedStatuses } from './ledger/check.js'
import { type Donation, hasArrived } from './types.js'

const batch = 500
/** Donors named at most; the newest come first. */
const namedAtMost = 200

const received: Where = { status: { in: [...arrivedStatuses] } }

const reads = new WeakMap<Payload, () => Promise<DonationsSummaryDto>>()

/** Those who ask at the same moment share one look at the accounts, which is never older than their question. */
export function donationsSummary(payload: Payload): Promise<DonationsSummaryDto> {
  const known = reads.get(payload)
  if (known) return known()
  const read = sharedRead(() => readSummary(payload))
  reads.set(payload, read)
  return read()
}

async function readSummary(payload: Payload): Promise<DonationsSummaryDto> {
  const [{ count, cents }, donors] = await Promise.all([totals(payload), namedDonors(payload)])
  return { currency: 'EUR', receivedCents: cents, received: count, donors }
}

interface Totals {
  count: number
  cents: number
}

/** MongoDB adds up by itself; elsewhere the amounts alone are read, past hooks and access. */
async function totals(payload: Payload): Promise<Totals> {
  const collection = slugOf(payload, 'donations')
  if (!isMongo(payload)) return added(payload, collection)
  const [sum] = await boundedCollectionOf(payload, collection)
    .aggregate<Totals>([
      { $match: { status: { $in: arrivedStatuses } } },
      {
        $group: {
          _id: null,
          count: { $sum: { $ifNull: ['$receivedCount', 1] } },
          cents: { $sum: { $ifNull: ['$receivedCents', '$amountCents'] } },
        },
      },
    ])
    .toArray()
  return { count: sum?.count ?? 0, cents: sum?.cents ?? 0 }
}

async function added(payload: Payload, collection: string): Promise<Totals> {
  const sum = { count: 0, cents: 0 }
  for (let page = 1; ; page++) {
    const found = await payload.db.find<Donation>({
      collection,
      where: received,
      sort: 'id',
      limit: batch,
      page,
      select: { amountCents: true, receivedCents: true, receivedCount: true },
    })
    for (const donation of found.docs) {
      sum.count += donation.receivedCount ?? 1
      sum.cents += donation.receivedCents ?? donation.amountCents
    }
    if (!found.hasNextPage) return sum
  }
}

async function namedDonors(payload: Payload): Promise<DonationsSummaryDto['donors']> {
  const collection = slugOf(payload, 'donations')
  const docs = isMongo(payload)
    ? await boundedCollectionOf(payload, collection)
        .find<Donation>(
          { status: { $in: arrivedStatuses }, publicAs: 'name' },
          {
            sort: { receivedAt: -1 },
            limit: namedAtMost,
            projection: { publicAs: 1, donor: 1, message: 1, consents: 1, status: 1 },
          },
        )
        .toArray()
    : (
        await payload.db.find<Donation>({
          collection,
          where: { and: [received, { publicAs: { equals: 'name' } }] },
          sort: '-receivedAt',
          limit: namedAtMost,
          pagination: false,
        })
      ).docs
  return docs.flatMap((donation) => namedDonor(donation) ?? [])
}

/** What the public reads of a donor; null unless they chose their name and agreed to it. A contact stays private, with the name or message that holds it. */
export function namedDonor(
  donation: Pick<Donation, 'status' | 'publicAs' | 'donor' | 'message' | 'consents'>,
): DonationsSummaryDto['donors'][number] | null {
  const name = donation.donor?.name?.trim()
  if (!hasArrived(donation) || donation.publicAs !== 'name' || !name || containsContact(name)) return null
  if (!hasConsent(donation.consents, 'publish')) return null
  const message = donation.message?.trim() || null
  return { name, message: message && containsContact(message) ? null : message }
}
