// The team composer at its greatest: twelve trades of one place each, and as many standings with more places, among 1,000 people.
import { composeTeam, type TeamCandidate, type TeamNeed } from '../../collections/teams/composer/index.js'
import { random } from '../support/generated-profiles.js'
import { type Figures, oneByOne } from './measure.js'
import { table, verdictOf } from './report.js'

const people = 1000
const rounds = 20
/** What composing may take, in milliseconds. */
const mostMs = 100

const needsOf = (places: readonly number[]): TeamNeed[] =>
  places.map((count, n) => ({ trade: `trade-${n}`, places: count }))

const questions: Record<string, TeamNeed[]> = {
  '12 trades, one place each': needsOf(Array.from({ length: 12 }, () => 1)),
  '6 trades, three places each': needsOf([3, 3, 3, 3, 3, 3]),
  '2 trades, 63 places each': needsOf([63, 63]),
}

function candidates(needs: readonly TeamNeed[]): TeamCandidate[] {
  const next = random(7)
  return Array.from({ length: people }, (_, n) => ({
    id: `person-${n}`,
    // Two trades each on average: more than people give, so that combinations differ.
    trades: needs.flatMap(({ trade }) => (next() < 2 / needs.length ? [trade] : [])),
    company: false,
    available: true,
    km: null,
  }))
}

const nothing = async (): Promise<void> => {}

export async function composing(): Promise<void> {
  const figures: Record<string, Figures> = {}
  for (const [name, needs] of Object.entries(questions)) {
    const all = candidates(needs)
    figures[name] = await oneByOne(rounds, nothing, async () => composeTeam(needs, all))
  }
  table(`A team composed among ${people.toLocaleString('en-GB')} people`, figures)
  for (const [name, { p99 }] of Object.entries(figures))
    verdictOf(`a team for ${name}: ${p99.toFixed(1)} ms, at most ${mostMs}`, p99 <= mostMs)
}
