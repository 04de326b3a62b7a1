// Creates a pledge from the public form: validates and stores it, sends the payment details, answers with the slip.
import type { Payload, PayloadRequest } from 'payload'
import type { PartialBody } from '../../plugin/api/partial-body.js'
import { type FieldIssue, Problem } from '../../plugin/api/problem.js'
import type { HeldMail, WriteFacts } from '../../plugin/contract/write-facts.js'
import { documents } from '../../plugin/database/documents.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { pickRequested, recordConsents } from '../../plugin/fields/consents.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { containsContact } from '../../plugin/values/contact-details.js'
import { randomCode } from '../../plugin/values/short-code.js'
import type { DonationData, DonationSlipDto } from './dto.js'
import { rfReference } from './rf.js'
import { slipOf } from './slip.js'
import { type Donation, pledgeEnd } from './types.js'

/**
 * @throws Problem `invalid` when somebody is to be named without a name or without their consent
 */
export async function createDonation(
  payload: Payload,
  data: DonationData,
  facts: WriteFacts,
): Promise<DonationSlipDto> {
  const issues = issuesOf(data)
  if (issues.length > 0) throw new Problem('invalid', issues)
  return inTransaction(payload, async (req) => {
    const donation = await store(req, data, facts)
    return slipOf(donation, mokor(payload).options.organisation, facts.lang)
  })
}

/** What the schema cannot know: a name goes public only when there is one, of a person and not of a way to reach them, and its owner agrees. */
export function issuesOf({ publicAs, donor, consents }: PartialBody<DonationData>): FieldIssue[] {
  if (publicAs !== 'name') return []
  return [
    ...nameIssues(donor?.name),
    ...(consents?.some(({ what }) => what === 'publish')
      ? []
      : [{ pointer: '/consents/publish', code: 'consent.missing' }]),
  ]
}

function nameIssues(name: string | undefined): FieldIssue[] {
  if (!name) return [{ pointer: '/donor/name', code: 'donor.name' }]
  return containsContact(name) ? [{ pointer: '/donor/name', code: 'donor.contact' }] : []
}

/** Key in a request's context under which the mail finds what it has to wait for. */
const heldKey = 'mokorHeldMail'

async function store(req: PayloadRequest, data: DonationData, facts: WriteFacts): Promise<Donation> {
  return documents(req, 'donations').create(
    {
      reference: await uniqueReference(req),
      status: 'pledged',
      amountCents: data.amountCents,
      currency: data.currency,
      frequency: data.frequency,
      donor: { ...data.donor, lang: facts.lang },
      publicAs: data.publicAs,
      message: data.message ?? null,
      method: data.method,
      channel: 'web',
      consents: recordConsents(pickRequested(data.consents, ['publish']), facts),
      expiresAt: pledgeEnd(facts.at).toISOString(),
    },
    { [heldKey]: facts.held },
  )
}

/** Looked up before it is used: a duplicate key would abort the transaction. */
export async function uniqueReference(req: PayloadRequest): Promise<string> {
  for (;;) {
    const reference = rfReference(randomCode(8))
    if ((await documents(req, 'donations').count({ reference: { equals: reference } })) === 0) return reference
  }
}

/** Queues the mail with the transfer's data. `again` tells one sending from another. */
export async function sendDetails(req: PayloadRequest, donation: Donation, again = ''): Promise<void> {
  await enqueue(req, {
    ...(again ? {} : (req.context[heldKey] as HeldMail | undefined)),
    key: `donation-thanks:${donation.id}${again}`,
    template: 'donation-thanks',
    target: String(donation.id),
    lang: donation.donor.lang,
  })
}

/** Looks at the pledge again when its term ends. `again` tells one term from another. */
export async function scheduleExpiry(req: PayloadRequest, donation: Donation, again = ''): Promise<void> {
  await enqueue(req, {
    key: `donation-expire:${donation.id}${again}`,
    template: 'donation-expire',
    target: String(donation.id),
    lang: donation.donor.lang,
    dueAt: new Date(donation.expiresAt),
  })
}
