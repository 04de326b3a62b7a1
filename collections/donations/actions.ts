// The treasurer's buttons: it arrived, it will not come, send the details again.
import type { Role } from '../../plugin/access.js'
import { actionEndpoints, type DeskAction } from '../../plugin/actions.js'
import { slugOf } from '../../plugin/runtime.js'
import { type Donation, type DonationStep, donationSteps } from './donation.js'
import { thank } from './pledge.js'

const treasury: readonly Role[] = ['treasurer', 'owner']

const step = (name: DonationStep, more: (donation: Donation) => Partial<Donation>): DeskAction<Donation> => ({
  from: donationSteps[name].from,
  roles: treasury,
  reason: false,
  danger: name === 'withdraw',
  run: ({ req, doc }) =>
    req.payload.update({
      collection: slugOf(req.payload, 'donations'),
      id: doc.id,
      depth: 0,
      overrideAccess: true,
      req,
      data: { status: donationSteps[name].to, ...more(doc) },
    }),
})

const actions: Record<string, DeskAction<Donation>> = {
  received: step('received', (donation) => ({
    receivedAt: donation.receivedAt ?? new Date().toISOString(),
    receivedCents: donation.receivedCents ?? donation.amountCents,
  })),
  withdraw: step('withdraw', () => ({})),
  resend: {
    from: ['pledged'],
    roles: treasury,
    reason: false,
    when: (donation) => Boolean(donation.donor.email),
    run: ({ req, doc }) => thank(req, doc, `:${Date.now()}`),
  },
}

export const donationActions = actionEndpoints<Donation>('donations', actions)
