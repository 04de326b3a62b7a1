// Erases the donor’s data: 30 days after a pledge expired or was withdrawn, and from versions once a field is emptied.
import type { PayloadRequest } from 'payload'
import { searchKeyOf } from '../../plugin/collection/search-key.js'
import { logErased } from '../../plugin/erasure-log/index.js'
import { unassigned } from '../../plugin/lifecycle/assignment.js'
import { erasureMs } from '../../plugin/lifecycle/expiry.js'
import { enqueue, eraseTraces } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { readDonation } from './read.js'
import { searched } from './search.js'
import type { Donation } from './types.js'

const dayMs = 86_400_000
/** Days after its term that a pledge without a transfer is kept, without its donor: some banks and people are very late. */
const keptDays = 365

/** Sets the day on which the donor of a pledge that expired or was withdrawn is forgotten: a late transfer may come before. */
export async function scheduleErasure(req: PayloadRequest, { id, donor }: Donation): Promise<void> {
  await enqueue(req, {
    // A donation marked as received by mistake comes to nothing twice.
    key: `donation-forget:${id}:${new Date(Date.now() + erasureMs).toISOString().slice(0, 10)}`,
    template: 'donation-forget',
    target: String(id),
    lang: donor.lang,
    afterMs: erasureMs,
  })
}

/**
 * Empties all that may speak of a person; amount, reference and status stay, so that a later transfer still finds its pledge. The
 * consent to be named goes too: without the name it proves nothing.
 */
export async function eraseDonor(req: PayloadRequest, { id, ...donation }: Donation): Promise<void> {
  const { status, donor } = donation
  if (status !== 'expired' && status !== 'withdrawn') return
  await logErased(req.payload, 'donor', [String(id)])
  const nobody = { type: donor.type, name: null, email: null, lang: donor.lang }
  // Past the hooks: a version of the person must not be kept. Whole: SQL databases write rows of lists only so.
  await req.payload.db.updateOne({
    collection: slugOf(req.payload, 'donations'),
    id,
    data: {
      ...donation,
      donor: nobody,
      searchKey: searchKeyOf(searched, { ...donation, donor: nobody }),
      publicAs: 'anonymous',
      message: null,
      notes: null,
      timeline: [],
      ...unassigned,
      consents: [],
      updatedAt: new Date().toISOString(),
    },
    req,
    returning: false,
  })
  await eraseVersions(req, id)
  if (donation.channel === 'web')
    await enqueue(req, {
      key: `donation-erase:${id}`,
      template: 'donation-forget',
      target: String(id),
      lang: donor.lang,
      words: { last: 'yes' },
      dueAt: new Date(new Date(donation.expiresAt).getTime() + keptDays * dayMs),
    })
}

/** Erases a pledge of a form that nothing ever came of: anybody can send such a form, and its number is waited for no more. */
export async function erasePledge(req: PayloadRequest, { id, status, channel }: Donation): Promise<void> {
  if (channel !== 'web' || (status !== 'expired' && status !== 'withdrawn')) return
  await req.payload.db.deleteOne({
    collection: slugOf(req.payload, 'donations'),
    where: { id: { equals: id } },
    req,
    returning: false,
  })
  await eraseVersions(req, id)
  await eraseTraces(req, 'donations', [String(id)])
}

/** Of a backup that was restored, where the pledge may have been waited for still. */
export async function eraseDonorAgain(req: PayloadRequest, id: string, { dry }: { dry: boolean }): Promise<boolean> {
  const donation = await readDonation(req, id)
  if (!donation || (!donation.donor.name && !donation.donor.email)) return false
  if (!dry) await eraseDonor(req, ended(donation))
  return true
}

/** Of a backup that was restored. */
export async function erasePledgeAgain(req: PayloadRequest, id: string, { dry }: { dry: boolean }): Promise<boolean> {
  const donation = await readDonation(req, id)
  if (donation && !dry) await erasePledge(req, ended(donation))
  return donation !== null
}

/** Nothing is erased but what nothing came of. */
const ended = (donation: Donation): Donation =>
  donation.status === 'withdrawn' ? donation : { ...donation, status: 'expired' }

const personal = ({ donor, message }: Partial<Donation>): (string | null | undefined)[] => [
  donor?.name,
  donor?.email,
  message,
]

/** Whether a save took something out that a person wrote of themselves. */
export function isEmptied(before: Partial<Donation>, after: Partial<Donation>): boolean {
  const now = personal(after)
  return personal(before).some((value, index) => Boolean(value?.trim()) && !now[index]?.trim())
}

export async function eraseVersions(req: PayloadRequest, id: Donation['id']): Promise<void> {
  const { payload } = req
  const where = { parent: { equals: databaseId(payload, id) } }
  await payload.db.deleteVersions({ collection: slugOf(payload, 'donations'), where, req })
}
