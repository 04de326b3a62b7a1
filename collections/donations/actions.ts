// Editor actions of a donation: received, withdrawn, send the payment details again.
import type { PayloadRequest } from 'payload'
import { treasurers } from '../../plugin/access/index.js'
import { actionEndpoints, type EditorAction, type EditorView } from '../../plugin/lifecycle/actions.js'
import { slugOf } from '../../plugin/runtime.js'
import { containsContact } from '../../plugin/values/contact-details.js'
import { scheduleErasure } from './erasure.js'
import { scheduleExpiry, sendDetails } from './service.js'
import { type Donation, type DonationStep, donationSteps } from './types.js'

const step = (
  name: DonationStep,
  more: (donation: Donation) => Partial<Donation>,
  after?: (req: PayloadRequest, donation: Donation) => Promise<void>,
): EditorAction<Donation> => ({
  from: donationSteps[name].from,
  roles: treasurers,
  reason: false,
  destructive: name === 'withdraw',
  confirm: name !== 'received',
  run: async ({ req, doc }) => {
    await req.payload.update({
      collection: slugOf(req.payload, 'donations'),
      id: doc.id,
      depth: 0,
      overrideAccess: true,
      req,
      data: { status: donationSteps[name].to, ...more(doc) },
    })
    await after?.(req, doc)
  },
})

/** Tells one sending from another. */
const again = (): string => `:${Date.now()}`

export const actions: Record<string, EditorAction<Donation>> = {
  received: step('received', (donation) => ({
    receivedAt: donation.receivedAt ?? new Date().toISOString(),
    receivedCents: donation.receivedCents ?? donation.amountCents,
  })),
  withdraw: step('withdraw', () => ({}), scheduleErasure),
  // Its term runs on: one that has passed meanwhile is written down as expired.
  reopen: step(
    'reopen',
    () => ({ receivedAt: null, receivedCents: null }),
    (req, doc) => scheduleExpiry(req, doc, again()),
  ),
  resend: {
    from: ['pledged'],
    roles: treasurers,
    reason: false,
    isAvailable: (donation) => Boolean(donation.donor.email),
    run: ({ req, doc }) => sendDetails(req, doc, again()),
  },
}

export const donationActions = actionEndpoints<Donation>('donations', actions, async (_, donation) => ({
  hints: hintsOf(donation),
}))

/** What would be public but for a contact in it: without the name the message is not shown either. */
function hintsOf({ donor, message, publicAs }: Donation): EditorView['hints'] {
  if (publicAs !== 'name') return []
  if (containsContact(donor.name ?? '')) return [{ code: 'name-contact', tone: 'warning', values: {} }]
  return containsContact(message ?? '') ? [{ code: 'message-contact', tone: 'warning', values: {} }] : []
}
