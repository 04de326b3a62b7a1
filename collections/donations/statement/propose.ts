// Says of each line what it seems to be, and why; only what is certain is booked together, all else needs a click. Pure.

import type { Localized } from '../../../plugin/i18n/localized.js'
import { fold, foldedWords } from '../../../plugin/values/fold.js'
import { circuitOf } from './circuits.js'
import { donorIndex } from './donors.js'
import type { KeyedLine } from './keys.js'
import type { KnownLine, Proposal, ProposalKind, ProposeContext, ProposedLine } from './proposal.js'
import { proposeCredit } from './propose-credit.js'
import { reasons } from './reasons.js'
import { type Pledge, referenceIndex } from './references.js'

/** Words of a payment that a bank takes back; not «rimborso», which is a payment of ours. */
const returnWords =
  /\b(?:storno|stornat\w*|insolut\w*|richiam\w*|recall|respint\w*|restituzione|riaccredit\w*|returned|reject\w*|chargeback)\b/

export const isReturn = ({ returned, text }: Pick<KeyedLine, 'returned' | 'text'>): boolean =>
  returned !== null || returnWords.test(fold(text))

export function proposeLines(lines: readonly KeyedLine[], context: ProposeContext): ProposedLine[] {
  const find = referenceIndex(context.pledges)
  const donors = donorIndex(context.pledges)
  const isKnown = knownAlready(lines, context.known ?? [])
  const byHand = [...(context.byHand ?? [])]
  /** What this file brought each donation so far. */
  const brought = new Map<string, number>()
  const payouts = [...(context.payouts ?? [])]

  const propose = (line: KeyedLine): Proposal => {
    const simple = unbookable(line) ?? isKnown(line)
    if (simple) return simple
    const found = find(line)
    if ((line.cents ?? 0) < 0) return debit(line, found.whole, brought, context)
    return proposeCredit(line, found, {
      brought,
      byHand,
      payouts,
      isReturn: isReturn(line),
      circuit: circuitOf(line),
      named: donors(line),
      pledges: context.pledges,
    })
  }
  // By day: what came first is the gift, and a second full amount is asked about.
  const order = lines
    .map((line, at) => ({ line, at }))
    .toSorted((one, other) => (one.line.booked ?? '').localeCompare(other.line.booked ?? '') || one.at - other.at)
  const proposals: Proposal[] = []
  for (const { line, at } of order) {
    const proposal = propose(line)
    proposals[at] = proposal
    const sign = proposal.kind === 'reversal' ? -1 : ['matched', 'probable', 'split'].includes(proposal.kind) ? 1 : 0
    for (const { donation, cents } of proposal.parts)
      brought.set(donation, (brought.get(donation) ?? 0) + sign * Math.abs(cents))
  }
  return lines.map((line, at) => ({ ...line, proposal: proposals[at] as Proposal }))
}

const because = (kind: ProposalKind, ...why: Localized[]): Proposal => ({ kind, parts: [], reasons: why })

function unbookable({ problem, cents, status, currency }: KeyedLine): Proposal | null {
  if (problem || cents === null) return because('unknown', ...(problem ? [problem] : []))
  if (cents === 0) return because('ignored', reasons.zero)
  if (status === 'pending') return because('pending', reasons.notBooked)
  if (status === 'info') return because('pending', reasons.onlyNotice)
  return currency === 'EUR' ? null : because('unknown', reasons.foreignCurrency(currency))
}

const sameAccount = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other

/** The same line by either key; else as many lines of that day and amount as another file brought. */
function knownAlready(lines: readonly KeyedLine[], known: readonly KnownLine[]): (line: KeyedLine) => Proposal | null {
  const keys = new Set(known.flatMap((line) => line.keys))
  const here = new Set(lines.flatMap((line) => line.keys))
  // What comes again under its own key is no twin of another line.
  const others = known.filter((line) => !line.keys.some((key) => here.has(key)))
  const twins = new Map<string, KnownLine[]>()
  const mark = (line: { booked: string | null; cents: number | null }): string => `${line.booked}|${line.cents}`
  for (const line of others) twins.set(mark(line), [...(twins.get(mark(line)) ?? []), line])
  return (line) => {
    if (line.keys.some((key) => keys.has(key))) return because('already-booked', reasons.sameLine)
    const list = twins.get(mark(line)) ?? []
    const at = list.findIndex(({ account }) => sameAccount(account, line.account))
    if (at < 0) return null
    list.splice(at, 1)
    return because('twin', reasons.sameDayAndAmount)
  }
}

function debit(
  line: KeyedLine,
  quoted: readonly Pledge[],
  brought: ReadonlyMap<string, number>,
  { rules = [] }: ProposeContext,
): Proposal {
  const cents = line.cents ?? 0
  if (isReturn(line)) {
    const came = quoted.filter(({ id, receivedCents }) => receivedCents + (brought.get(id) ?? 0) >= -cents)
    const [only] = came
    if (only && came.length === 1)
      return {
        kind: 'reversal',
        parts: [{ donation: only.id, reference: only.reference, cents }],
        reasons: [reasons.takenBack],
      }
    return because('reversal', reasons.takenBackUnknown)
  }
  const payer = fold(line.payer.name ?? '')
  const rule = rules.find((one) =>
    one.payer ? fold(one.payer) === payer : one.code !== undefined && one.code === line.code,
  )
  if (rule) return { ...because('expense', reasons.learntRow), row: rule.row }
  const words = new Set(foldedWords(line.text))
  const isFee = line.code === '16' || ['commissioni', 'commissione', 'bollo', 'canone'].some((word) => words.has(word))
  // D1 of the uscite: what bank accounts cost.
  return isFee ? { ...because('expense', reasons.bankFee), row: 'D1' } : because('expense', reasons.expense)
}
