// What money that came seems to be: a gift by its reference, a circuit's payout, something known by hand, or unknown. Pure.
import type { Localized } from '../../../plugin/i18n/localized.js'
import type { Circuit } from './circuits.js'
import type { KeyedLine } from './keys.js'
import type { HandArrival, Proposal } from './proposal.js'
import { reasons } from './reasons.js'
import type { FoundReferences, Pledge } from './references.js'

interface Around {
  brought: ReadonlyMap<string, number>
  /** Each is used for one line. */
  byHand: HandArrival[]
  payouts: { circuit: string; cents: number }[]
  isReturn: boolean
  circuit: Circuit | null
  /** Pledges whose donor the line names. */
  named: readonly Pledge[]
  pledges: readonly Pledge[]
}

const daysAround = 10

export function proposeCredit(line: KeyedLine, found: FoundReferences, around: Around): Proposal {
  const cents = line.cents ?? 0
  const { circuit } = around
  if (circuit && (circuit.isPayer || found.whole.length === 0)) return payout(circuit, cents, around)
  const hand = handArrival(line, found, around)
  if (hand) return hand
  const [first, second] = found.whole
  if (first && second) return split(found.whole, cents)
  if (first) return byReference(first, cents, around)
  return likely(cents, found, around)
}

const partOf = ({ id, reference }: Pledge, cents: number): Proposal['parts'][number] => ({
  donation: id,
  reference,
  cents,
})

const probable = (pledge: Pledge, cents: number, why: Localized[]): Proposal => ({
  kind: 'probable',
  parts: [partOf(pledge, cents)],
  reasons: why,
})

function payout({ name }: Circuit, cents: number, { payouts }: Around): Proposal {
  const at = payouts.findIndex((owed) => owed.circuit === name && owed.cents === cents)
  if (at >= 0) payouts.splice(at, 1)
  return {
    kind: 'payout',
    parts: [],
    reasons: [reasons.circuit(name), at >= 0 ? reasons.circuitAdds : reasons.circuitMissing],
  }
}

/** Marked arrived before the statement came: same cents, same donation by reference or name, some days apart at most. */
function handArrival(line: KeyedLine, found: FoundReferences, { byHand, named }: Around): Proposal | null {
  const candidates = [...found.whole, ...found.body, ...named]
  for (const [at, arrival] of byHand.entries()) {
    if (arrival.cents !== line.cents || !line.booked) continue
    if (Math.abs(Date.parse(arrival.on) - Date.parse(line.booked)) > daysAround * 86_400_000) continue
    const pledge = candidates.find(({ id }) => id === arrival.donation)
    if (!pledge) continue
    byHand.splice(at, 1)
    return { kind: 'already-by-hand', parts: [partOf(pledge, arrival.cents)], reasons: [reasons.byHand(arrival.on)] }
  }
  return null
}

function split(pledges: readonly Pledge[], cents: number): Proposal {
  const sum = pledges.reduce((total, { amountCents }) => total + amountCents, 0)
  if (sum !== cents) return { kind: 'unknown', parts: [], reasons: [reasons.splitFails(sum)] }
  return {
    kind: 'split',
    parts: pledges.map((pledge) => partOf(pledge, pledge.amountCents)),
    reasons: [reasons.splitAdds],
  }
}

function byReference(pledge: Pledge, cents: number, { brought, isReturn, circuit }: Around): Proposal {
  const warnings = [
    ...(pledge.status === 'expired' ? [reasons.expired] : []),
    ...(pledge.status === 'withdrawn' ? [reasons.withdrawn] : []),
    ...(pledge.status === 'lapsed' || pledge.status === 'ended' ? [reasons.lapsed] : []),
  ]
  const doubts = [
    ...(cents === pledge.amountCents ? [] : [reasons.otherAmount(pledge.amountCents)]),
    ...(isReturn ? [reasons.comesBack] : []),
    // Named beside a reference, the money may be of several people.
    ...(circuit ? [reasons.circuit(circuit.name)] : []),
    ...(pledge.frequency === 'once' && cents === pledge.amountCents && hasArrived(pledge, brought)
      ? [reasons.alreadyArrived(pledge.receivedOn)]
      : []),
  ]
  if (doubts.length > 0) return probable(pledge, cents, [...doubts, ...warnings])
  return { kind: 'matched', parts: [partOf(pledge, cents)], reasons: [reasons.referenceAndAmount, ...warnings] }
}

const hasArrived = ({ id, status, receivedCents }: Pledge, brought: ReadonlyMap<string, number>): boolean =>
  receivedCents > 0 || status === 'received' || (brought.get(id) ?? 0) > 0

/** Without a whole reference: what speaks for one pledge and no other. */
function likely(cents: number, found: FoundReferences, { named, isReturn, brought }: Around): Proposal {
  const unknown = (...why: Localized[]): Proposal => ({ kind: 'unknown', parts: [], reasons: why })
  const byName = new Set(named.map(({ id }) => id))
  const speaks = (pledge: Pledge, why: Localized): { pledge: Pledge; why: Localized[]; weight: number } => ({
    pledge,
    why: [
      why,
      ...(pledge.amountCents === cents ? [reasons.sameAmount] : [reasons.otherAmount(pledge.amountCents)]),
      ...(byName.has(pledge.id) && why !== reasons.sameName ? [reasons.sameName] : []),
    ],
    weight: (pledge.amountCents === cents ? 2 : 0) + (byName.has(pledge.id) ? 1 : 0),
  })
  const candidates = [
    ...found.body.map((pledge) => speaks(pledge, reasons.bodyAlone)),
    ...found.near.map((pledge) => speaks(pledge, reasons.oneSlip)).filter(({ weight }) => weight > 0),
  ]
  const open = named.filter(
    (pledge) =>
      pledge.amountCents === cents &&
      (pledge.frequency === 'monthly' || (!hasArrived(pledge, brought) && pledge.status !== 'withdrawn')),
  )
  const list = candidates.length > 0 ? candidates : open.map((pledge) => speaks(pledge, reasons.sameName))
  const best = Math.max(...list.map(({ weight }) => weight))
  const [only, ...rest] = list.filter(({ weight }) => weight === best)
  if (!only) return unknown(found.isForeign ? reasons.foreignReference : reasons.nothingKnown)
  if (rest.length > 0) return unknown(reasons.severalCandidates)
  return probable(only.pledge, cents, [...only.why, ...(isReturn ? [reasons.comesBack] : [])])
}
