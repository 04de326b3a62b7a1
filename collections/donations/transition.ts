// What each transition of a donation writes, what it puts into the books, and what follows from it.
import type { PayloadRequest } from 'payload'
import { lastEntry, type TransitionCause } from '../../plugin/lifecycle/timeline.js'
import { type Transit, transitions } from '../../plugin/lifecycle/transition.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { scheduleErasure } from './erasure.js'
import {
  type Arrival,
  bookArrival,
  carryOver,
  currentArrival,
  scheduleLapse,
  takeGiftsBack,
  takeStepBack,
} from './gifts.js'
import { scheduleExpiry } from './service.js'
import { type Donation, type DonationStatus, type DonationTransition, donationLifecycle } from './types.js'

/** Tells one sending from another. */
export const again = (): string => `:${Date.now()}`

/** What stands in the history of the books; the treasurer's own words where there are some. */
const reasons = {
  reopen: 'Segnata come arrivata per sbaglio.',
  undo: 'Passo annullato subito.',
}

const noon = (day: string): string => `${day}T12:00:00.000Z`

/** A gift as it was promised, on the day that the treasurer noted, or today. */
const promised = (cents: number, at: string | null | undefined): Arrival => ({
  cents,
  on: dayInItaly(new Date(at ?? Date.now())),
  mode: 'bank-transfer',
  row: 'A4',
})

const bookReceived = (req: PayloadRequest, doc: Donation): Promise<void> =>
  bookArrival(req, doc, promised(doc.receivedCents ?? doc.amountCents, doc.receivedAt))

const step = transitions<DonationStatus, DonationTransition, Donation>(donationLifecycle, {
  collection: 'donations',
  changes: {
    received(req, { receivedAt, receivedCents, amountCents }) {
      const arrival = currentArrival(req)
      return {
        receivedAt: (arrival ? noon(arrival.on) : receivedAt) ?? new Date().toISOString(),
        receivedCents: arrival?.cents ?? receivedCents ?? amountCents,
      }
    },
    instalment(req, { receivedCents, amountCents }) {
      const arrival = currentArrival(req)
      return {
        receivedAt: arrival ? noon(arrival.on) : new Date().toISOString(),
        receivedCents: (receivedCents ?? 0) + (arrival?.cents ?? amountCents),
      }
    },
    reopen: () => ({ receivedAt: null, receivedCents: null }),
    emptied: () => ({ receivedAt: null, receivedCents: null }),
  },
  effects: {
    received: bookReceived,
    async instalment(req, doc) {
      const arrival = currentArrival(req) ?? promised(doc.amountCents, null)
      await bookArrival(req, doc, arrival)
      await scheduleLapse(req, doc, arrival.on, again())
    },
    more: bookReceived,
    withdraw: scheduleErasure,
    async reopen(req, doc, { why }) {
      await takeGiftsBack(req, doc, why ?? reasons.reopen)
      // Its term runs on: one that has passed meanwhile is written down as expired.
      await scheduleExpiry(req, doc, again())
    },
    emptied: (req, doc) => scheduleExpiry(req, doc, again()),
    carried: (req, doc) => scheduleLapse(req, doc, dayInItaly(new Date(doc.receivedAt ?? Date.now()))),
  },
})

/** Steps by which more comes: what had come before the books began is booked first. */
const further: ReadonlySet<DonationTransition> = new Set(['more', 'instalment'])

async function take(req: PayloadRequest, doc: Donation, name: DonationTransition, cause: TransitionCause) {
  if (further.has(name)) await carryOver(req, doc)
  return step(req, doc, name, cause)
}

export const transition: Transit<Donation, DonationTransition> = Object.assign(take, {
  async undo(req: PayloadRequest, doc: Donation, cause: TransitionCause) {
    const { mark } = lastEntry(doc.timeline) ?? {}
    const undone = await step.undo(req, doc, cause)
    if (mark) await takeStepBack(req, undone, mark, reasons.undo)
    return undone
  },
})
