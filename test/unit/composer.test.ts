// The team composer against every team there is: as many places filled, with as few people, in as fair a turn; and within its time.
import fc from 'fast-check'
import { composeTeam, mostWays, type TeamCandidate, type TeamNeed } from '../../collections/teams/composer/index.js'

const trades = ['idraulico', 'elettricista', 'muratore', 'imbianchino', 'falegname']

const person = (id: string, own: string[], more: Partial<TeamCandidate> = {}): TeamCandidate => ({
  id,
  trades: own,
  company: false,
  available: true,
  km: null,
  ...more,
})

interface Measure {
  filled: number
  people: number
  turns: number
}

const filledBy = (needs: readonly TeamNeed[], team: readonly TeamCandidate[]): number =>
  needs.reduce(
    (sum, { trade, places }) => sum + Math.min(places, team.filter((one) => one.trades.includes(trade)).length),
    0,
  )

/** Every subset there is. */
function exhaustive(needs: readonly TeamNeed[], candidates: readonly TeamCandidate[]): Measure {
  const asked = candidates.filter(({ available }) => available)
  let found: Measure = { filled: 0, people: 0, turns: 0 }
  for (let subset = 0; subset < 2 ** asked.length; subset++) {
    const turns = asked.flatMap((_, turn) => (subset & (1 << turn) ? [turn] : []))
    const team = turns.map((turn) => asked[turn] as TeamCandidate)
    const measure = { filled: filledBy(needs, team), people: team.length, turns: turns.reduce((a, b) => a + b, 0) }
    const better = measure.filled - found.filled || found.people - measure.people || found.turns - measure.turns
    if (better > 0) found = measure
  }
  return found
}

function measureOf(needs: readonly TeamNeed[], candidates: readonly TeamCandidate[]): Measure {
  const composed = composeTeam(needs, candidates)
  if (composed.outcome !== 'composed') throw new Error('too many')
  const ids = composed.people.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const asked = candidates.filter(({ available }) => available)
  const team = ids.map((id) => asked.find((one) => one.id === id) as TeamCandidate)
  return {
    filled: filledBy(needs, team),
    people: team.length,
    turns: ids.reduce((sum, id) => sum + asked.findIndex((one) => one.id === id), 0),
  }
}

const needsOf = fc.uniqueArray(
  fc.record({ trade: fc.constantFrom(...trades), places: fc.integer({ min: 1, max: 3 }) }),
  {
    minLength: 1,
    maxLength: 5,
    selector: ({ trade }) => trade,
  },
)

const peopleOf = fc
  .array(fc.record({ own: fc.subarray(trades), available: fc.boolean() }), { maxLength: 10 })
  .map((all) => all.map(({ own, available }, n) => person(`p${n}`, own, { available })))

test('no team of all there are fills more places, with fewer people, or in fairer turn', () => {
  fc.assert(
    fc.property(needsOf, peopleOf, (needs, people) => {
      expect(measureOf(needs, people)).toEqual(exhaustive(needs, people))
    }),
    { numRuns: 400 },
  )
})

test('what it says of each is true: trades they have, places filled once, and who could stand in their place', () => {
  fc.assert(
    fc.property(needsOf, peopleOf, (needs, people) => {
      const composed = composeTeam(needs, people)
      if (composed.outcome !== 'composed') return
      const byId = new Map(people.map((one) => [one.id, one]))
      const ids = composed.people.map(({ id }) => id)
      const filled = filledBy(
        needs,
        ids.map((id) => byId.get(id) as TeamCandidate),
      )
      for (const { id, trades: filling, instead } of composed.people) {
        expect(byId.get(id)?.trades).toEqual(expect.arrayContaining(filling))
        for (const other of instead) {
          const swapped = ids.map((one) => byId.get(one === id ? other : one) as TeamCandidate)
          expect(filledBy(needs, swapped)).toBe(filled)
        }
      }
      for (const { trade, places } of needs) {
        const taken = composed.people.filter((one) => one.trades.includes(trade)).length
        const missing = composed.uncovered.find((one) => one.trade === trade)?.places ?? 0
        expect(taken + missing).toBe(places)
      }
    }),
  )
})

test('of two who can do the same the one whose turn it is is taken, and the other could stand in', () => {
  const people = [person('a', ['muratore']), person('b', ['muratore']), person('c', ['muratore', 'idraulico'])]
  expect(composeTeam([{ trade: 'muratore', places: 1 }], people)).toEqual({
    outcome: 'composed',
    people: [{ id: 'a', trades: ['muratore'], instead: ['b', 'c'] }],
    uncovered: [],
  })
  // One who does both is fewer than two who do one each.
  expect(
    composeTeam(
      [
        { trade: 'muratore', places: 1 },
        { trade: 'idraulico', places: 1 },
      ],
      people,
    ),
  ).toMatchObject({ people: [{ id: 'c', trades: ['muratore', 'idraulico'], instead: [] }] })
})

test('what nobody available does is named, with who comes nearest and the companies to refer to', () => {
  const people = [
    person('a', ['muratore']),
    person('far', ['idraulico'], { available: false, km: 80 }),
    person('near', ['idraulico'], { available: false, km: 12 }),
    person('unknown', ['idraulico'], { available: false }),
    person('firm', ['idraulico'], { available: false, company: true, km: 40 }),
  ]
  expect(
    composeTeam(
      [
        { trade: 'muratore', places: 2 },
        { trade: 'idraulico', places: 1 },
      ],
      people,
    ),
  ).toEqual({
    outcome: 'composed',
    people: [{ id: 'a', trades: ['muratore'], instead: [] }],
    uncovered: [
      { trade: 'muratore', places: 1, nearest: [], companies: [] },
      { trade: 'idraulico', places: 1, nearest: ['near', 'far', 'unknown'], companies: ['firm'] },
    ],
  })
})

test('only the people of a list, where one is given', () => {
  const people = [person('a', ['muratore']), person('b', ['muratore'])]
  expect(composeTeam([{ trade: 'muratore', places: 1 }], people, ['b'])).toMatchObject({ people: [{ id: 'b' }] })
})

test('the same trade asked twice is one trade of more places, and nobody fills two of them', () => {
  const needs = [
    { trade: 'muratore', places: 1 },
    { trade: 'muratore', places: 1 },
  ]
  const people = [person('a', ['muratore']), person('b', ['muratore'])]
  expect(composeTeam(needs, people)).toMatchObject({ people: [{ id: 'a' }, { id: 'b' }], uncovered: [] })
  expect(composeTeam([], people)).toEqual({ outcome: 'composed', people: [], uncovered: [] })
})

test('beyond what is looked through it says so', () => {
  const needs = Array.from({ length: 12 }, (_, n) => ({ trade: `t${n}`, places: n === 0 ? 2 : 1 }))
  expect(composeTeam(needs, [])).toEqual({ outcome: 'too-many', ways: 3 * 2 ** 11, atMost: mostWays })
  expect(composeTeam(needs.slice(1), [])).toMatchObject({ outcome: 'composed' })
})
