// The states of an offer, one member asked about one request, and the transitions between them.
import { editors } from '../../../plugin/access/index.js'
import { defineLifecycle } from '../../../plugin/lifecycle/state-machine.js'

export const offerStatuses = [
  'waiting',
  'sent',
  'accepted',
  'declined',
  'expired',
  'recalled',
  'chosen',
  'passed-over',
] as const
export type OfferStatus = (typeof offerStatuses)[number]

/** An offer that ended can be made again: it is the same document, so that a request asks each member on one. */
const ended = ['declined', 'expired', 'recalled', 'passed-over'] as const satisfies readonly OfferStatus[]

export const offerLifecycle = defineLifecycle({
  document: 'offers',
  statuses: offerStatuses,
  // One in an order waits until those before it have said no.
  // A company outside the network is named to the client, and never asked.
  initial: ['waiting', 'sent', 'chosen'],
  final: [...ended, 'chosen'],
  transitions: {
    ask: { from: ['waiting'], to: 'sent', by: ['editor', 'member', 'calendar'], roles: editors },
    'ask-again': { from: ended, to: 'sent', by: ['editor'], roles: editors },
    queue: { from: ended, to: 'waiting', by: ['editor'], roles: editors },
    accept: { from: ['sent'], to: 'accepted', by: ['member', 'editor'], roles: editors },
    decline: { from: ['sent', 'accepted'], to: 'declined', by: ['member', 'editor'], roles: editors },
    expire: { from: ['sent'], to: 'expired', by: ['calendar'] },
    recall: {
      from: ['waiting', 'sent', 'accepted'],
      to: 'recalled',
      by: ['editor', 'client', 'network'],
      roles: editors,
      destructive: true,
    },
    choose: { from: ['accepted'], to: 'chosen', by: ['editor', 'client', 'member'], roles: editors },
    'pass-over': {
      from: ['waiting', 'sent', 'accepted'],
      to: 'passed-over',
      by: ['editor', 'client', 'member'],
      roles: editors,
    },
    // The job came to them from another member.
    'take-over': {
      from: ['waiting', 'sent', 'accepted', ...ended],
      to: 'chosen',
      by: ['client', 'editor'],
      roles: editors,
    },
    // The job came back, or went to somebody else.
    release: { from: ['chosen'], to: 'recalled', by: ['editor', 'executor', 'client'], roles: editors },
  },
})

export type OfferTransition = keyof typeof offerLifecycle.transitions

/** Somebody may still answer, or be asked. */
export const openStatuses = ['waiting', 'sent', 'accepted'] as const satisfies readonly OfferStatus[]

export const isOpen = ({ status }: { status: OfferStatus }): boolean =>
  (openStatuses as readonly OfferStatus[]).includes(status)
