// Editor actions of a donation: received, withdrawn, send the payment details again.
import type { Payload } from 'payload'
import { treasurers } from '../../plugin/access/index.js'
import { deskEndpoints } from '../../plugin/desk/endpoints.js'
import type { EditorAction, EditorView } from '../../plugin/lifecycle/actions.js'
import { editorActions } from '../../plugin/lifecycle/transition.js'
import { containsContact } from '../../plugin/values/contact-details.js'
import { donorOf } from './correspondent.js'
import { keepsBooks } from './ledger/books.js'
import { sendDetails } from './service.js'
import { again, transition } from './transition.js'
import { type Donation, donationLifecycle } from './types.js'

const comesOften = async (payload: Payload, { frequency }: Donation): Promise<boolean> =>
  frequency === 'monthly' && (await keepsBooks(payload))

export const actions: Record<string, EditorAction<Donation>> = {
  ...editorActions(donationLifecycle, transition, {
    // Without books there is no place for a second arrival.
    received: { isAvailable: async (donation, { payload }) => !(await comesOften(payload, donation)) },
    instalment: { isAvailable: (donation, { payload }) => comesOften(payload, donation) },
  }),
  resend: {
    from: ['pledged'],
    roles: treasurers,
    reason: false,
    mailsAlone: true,
    isAvailable: (donation) => Boolean(donation.donor.email),
    run: ({ req, doc }) => sendDetails(req, doc, again()),
  },
}

export const donationActions = deskEndpoints({
  key: 'donations',
  lifecycle: donationLifecycle,
  transition,
  actions,
  answer: { template: 'donation-answer', correspondentOf: donorOf },
  view: async (_, donation: Donation) => ({ hints: hintsOf(donation) }),
})

/** What would be public but for a contact in it: without the name the message is not shown either. */
function hintsOf({ donor, message, publicAs }: Donation): EditorView['hints'] {
  if (publicAs !== 'name') return []
  if (containsContact(donor.name ?? '')) return [{ code: 'name-contact', tone: 'warning', values: {} }]
  return containsContact(message ?? '') ? [{ code: 'message-contact', tone: 'warning', values: {} }] : []
}
