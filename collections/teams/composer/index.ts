// The composer: the smallest set of available people who fill the places of the trades a job needs. Exact, pure, quick.
//
// How far a team has come is a number of filled places a trade; there are ∏(places + 1) such standings. People are taken in one
// after the other, in fair turn, and for each standing the best way to reach it is kept: fewest people, then the least sum of
// turns. So the team of the last standing is the best there is, not merely a good one.
import type { ComposedPerson, Composition, TeamCandidate, TeamNeed, Uncovered } from './types.js'

export type { ComposedPerson, Composition, TeamCandidate, TeamNeed, Uncovered } from './types.js'

/** Standings that are looked through: twelve trades of one place each, or fewer trades of more. */
export const mostWays = 4096

/** What somebody is named for at most, where several could be. */
const mostNamed = 3

/** More than all turns together. */
const onePerson = 1e9

/** Taken by nobody. */
const untaken = 0xffff

interface Axis {
  trade: string
  places: number
  /** What one more filled place adds to the number of a standing. */
  stride: number
}

/**
 * @param candidates in fair turn: of teams of the same size the one whose people come sooner in this list is taken
 * @param only ids to choose among, e.g. a company's own pool; everybody by default
 */
export function composeTeam(
  needs: readonly TeamNeed[],
  candidates: readonly TeamCandidate[],
  only?: readonly string[],
): Composition {
  const axes = axesOf(needs)
  const ways = axes.reduce((product, { places }) => product * (places + 1), 1)
  if (ways > mostWays) return { outcome: 'too-many', ways, atMost: mostWays }
  const pool = only ? new Set(only) : null
  const asked = candidates.filter(({ id, available }) => available && (pool === null || pool.has(id)))
  const useful = mostUseful(axes, asked)
  const chosen = best(axes, ways, useful)
  return {
    outcome: 'composed',
    people: chosen.map((person) => ({
      ...person,
      instead: insteadOf(
        axes,
        chosen.map(({ id }) => id),
        person.id,
        asked,
      ),
    })),
    uncovered: uncoveredBy(axes, chosen, candidates),
  }
}

/** Each trade once; several needs of one trade are one of more places. */
function axesOf(needs: readonly TeamNeed[]): Axis[] {
  const places = new Map<string, number>()
  for (const need of needs)
    if (need.places > 0) places.set(need.trade, (places.get(need.trade) ?? 0) + Math.floor(need.places))
  let stride = 1
  return [...places].map(([trade, count]) => {
    const axis = { trade, places: count, stride }
    stride *= count + 1
    return axis
  })
}

const tradesIn = (axes: readonly Axis[], { trades }: TeamCandidate): Axis[] => {
  const own = new Set(trades)
  return axes.filter(({ trade }) => own.has(trade))
}

interface Useful {
  id: string
  turn: number
  /** Trades of theirs among those needed. */
  axes: Axis[]
}

/** Of people with the same trades no more can be of use than there are places, and those whose turn it is come first. */
function mostUseful(axes: readonly Axis[], candidates: readonly TeamCandidate[]): Useful[] {
  const taken = new Map<string, number>()
  return candidates.flatMap((candidate, turn) => {
    const own = tradesIn(axes, candidate)
    if (own.length === 0) return []
    const key = own.map(({ stride }) => stride).join()
    const count = taken.get(key) ?? 0
    if (count >= Math.max(...own.map(({ places }) => places))) return []
    taken.set(key, count + 1)
    return [{ id: candidate.id, turn, axes: own }]
  })
}

/** Where each standing leads when somebody of these trades comes in. */
function stepper(axes: readonly Axis[], ways: number): (own: readonly Axis[]) => Uint16Array {
  const same = new Uint16Array(ways)
  for (let standing = 0; standing < ways; standing++) same[standing] = standing
  const single = new Map(axes.map((axis) => [axis, oneMore(axis, ways)]))
  return (own) => {
    const next = same.slice()
    for (const axis of own) {
      const one = single.get(axis) ?? same
      for (let standing = 0; standing < ways; standing++) next[standing] = one[next[standing] as number] as number
    }
    return next
  }
}

function oneMore({ stride, places }: Axis, ways: number): Uint16Array {
  const next = new Uint16Array(ways)
  for (let standing = 0; standing < ways; standing++) {
    const filled = Math.floor(standing / stride) % (places + 1)
    next[standing] = filled < places ? standing + stride : standing
  }
  return next
}

/** The best team: most places filled, then fewest people, then the least sum of turns. */
function best(axes: readonly Axis[], ways: number, people: readonly Useful[]): Omit<ComposedPerson, 'instead'>[] {
  const nextOf = stepper(axes, ways)
  const cost = new Float64Array(ways).fill(Number.POSITIVE_INFINITY)
  cost[0] = 0
  /** By person and standing: the standing before this person came in, where the best way there goes through them. */
  const before = new Uint16Array(ways * people.length).fill(untaken)
  for (const [at, { axes: own, turn }] of people.entries())
    takeIn(nextOf(own), onePerson + turn, cost, before.subarray(at * ways, (at + 1) * ways))
  const chosen: Omit<ComposedPerson, 'instead'>[] = []
  let standing = furthest(axes, cost)
  for (let at = people.length - 1; at >= 0; at--) {
    const earlier = before[at * ways + standing] as number
    if (earlier === untaken) continue
    const filled = axes.filter((axis) => filledAt(axis, standing) > filledAt(axis, earlier))
    chosen.push({ id: (people[at] as Useful).id, trades: filled.map(({ trade }) => trade) })
    standing = earlier
  }
  return chosen.reverse()
}

/** Downwards: a standing only leads to greater ones, so nobody comes in twice. */
function takeIn(next: Uint16Array, weight: number, cost: Float64Array, before: Uint16Array): void {
  for (let standing = cost.length - 1; standing >= 0; standing--) {
    const reached = next[standing] as number
    const costs = (cost[standing] as number) + weight
    if (reached === standing || costs >= (cost[reached] as number)) continue
    cost[reached] = costs
    before[reached] = standing
  }
}

const filledAt = ({ stride, places }: Axis, standing: number): number => Math.floor(standing / stride) % (places + 1)

/** Among those that can be reached: the one with most places filled, the cheapest of these. */
function furthest(axes: readonly Axis[], cost: Float64Array): number {
  let [found, most] = [0, 0]
  for (let standing = 1; standing < cost.length; standing++) {
    const costs = cost[standing] as number
    if (costs === Number.POSITIVE_INFINITY) continue
    const filled = axes.reduce((sum, axis) => sum + filledAt(axis, standing), 0)
    if (filled > most || (filled === most && costs < (cost[found] as number))) [found, most] = [standing, filled]
  }
  return found
}

/** How many places of each trade these people fill. */
const filledBy = (axes: readonly Axis[], people: readonly TeamCandidate[]): Map<Axis, number> =>
  new Map(
    axes.map((axis) => [
      axis,
      Math.min(axis.places, people.filter(({ trades }) => trades.includes(axis.trade)).length),
    ]),
  )

function insteadOf(
  axes: readonly Axis[],
  chosen: readonly string[],
  id: string,
  asked: readonly TeamCandidate[],
): string[] {
  const inTeam = new Set(chosen)
  const team = asked.filter((candidate) => inTeam.has(candidate.id))
  const others = team.filter((candidate) => candidate.id !== id)
  const whole = filledBy(axes, team)
  const left = filledBy(axes, others)
  const missing = axes.filter((axis) => (left.get(axis) ?? 0) < (whole.get(axis) ?? 0))
  return asked
    .filter(({ id: other, trades }) => !inTeam.has(other) && missing.every(({ trade }) => trades.includes(trade)))
    .slice(0, mostNamed)
    .map(({ id: other }) => other)
}

const byDistance = (a: TeamCandidate, b: TeamCandidate): number =>
  (a.km ?? Number.POSITIVE_INFINITY) - (b.km ?? Number.POSITIVE_INFINITY) || 0

function uncoveredBy(
  axes: readonly Axis[],
  chosen: readonly { trades: readonly string[] }[],
  candidates: readonly TeamCandidate[],
): Uncovered[] {
  return axes.flatMap(({ trade, places }) => {
    const missing = places - chosen.filter(({ trades }) => trades.includes(trade)).length
    if (missing === 0) return []
    const others = candidates.filter(({ trades, available }) => !available && trades.includes(trade)).sort(byDistance)
    const named = (company: boolean) =>
      others
        .filter((one) => one.company === company)
        .slice(0, mostNamed)
        .map(({ id }) => id)
    return [{ trade, places: missing, nearest: named(false), companies: named(true) }]
  })
}
