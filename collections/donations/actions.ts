// The treasurer's buttons: it arrived, it will not come, send the details again.
import type { PayloadRequest } from 'payload'
import { treasury } from '../../plugin/access/index.js'
import { actionEndpoints, type DeskAction, type DeskView } from '../../plugin/lifecycle/actions.js'
import { slugOf } from '../../plugin/runtime.js'
import { holdsContact } from '../../plugin/values/contact-details.js'
import { forgetLater } from './erasure.js'
import { thank, watchTerm } from './service.js'
import { type Donation, type DonationStep, donationSteps } from './types.js'

const step = (
  name: DonationStep,
  more: (donation: Donation) => Partial<Donation>,
  after?: (req: PayloadRequest, donation: Donation) => Promise<void>,
): DeskAction<Donation> => ({
  from: donationSteps[name].from,
  roles: treasury,
  reason: false,
  danger: name === 'withdraw',
  asked: name !== 'received',
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

export const actions: Record<string, DeskAction<Donation>> = {
  received: step('received', (donation) => ({
    receivedAt: donation.receivedAt ?? new Date().toISOString(),
    receivedCents: donation.receivedCents ?? donation.amountCents,
  })),
  withdraw: step('withdraw', () => ({}), forgetLater),
  // Its term runs on: one that has passed meanwhile is written down as expired.
  reopen: step(
    'reopen',
    () => ({ receivedAt: null, receivedCents: null }),
    (req, doc) => watchTerm(req, doc, again()),
  ),
  resend: {
    from: ['pledged'],
    roles: treasury,
    reason: false,
    when: (donation) => Boolean(donation.donor.email),
    run: ({ req, doc }) => thank(req, doc, again()),
  },
}

export const donationActions = actionEndpoints<Donation>('donations', actions, async (_, donation) => ({
  hints: hintsOf(donation),
}))

/** What would be public but for a contact in it: without the name the message is not shown either. */
function hintsOf({ donor, message, publicAs }: Donation): DeskView['hints'] {
  if (publicAs !== 'name') return []
  if (holdsContact(donor.name ?? '')) return [{ code: 'name-contact', tone: 'warning', values: {} }]
  return holdsContact(message ?? '') ? [{ code: 'message-contact', tone: 'warning', values: {} }] : []
}
