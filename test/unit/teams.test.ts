// A team's terms: parts that add up, and which changes ask everybody again.
import fc from 'fast-check'
import { composeTeam } from '../../collections/teams/composer/index.js'
import { teamLifecycle } from '../../collections/teams/lifecycle.js'
import { equalShares, holdsMark, isAgreed, needsAgain, sharesAddUp, sharesOf } from '../../collections/teams/terms.js'
import type { Team } from '../../collections/teams/types.js'

test('equal parts are whole numbers that add up to 100 and differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
      const shares = equalShares(count)
      expect(shares).toHaveLength(count)
      expect(shares.every(Number.isInteger)).toBe(true)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
    }),
  )
  expect(equalShares(3)).toEqual([34, 33, 33])
})

test('parts are as given, or equal where nobody’s is; some given and some not add up to nothing', () => {
  expect(sharesOf([{}, { share: null }])).toEqual([50, 50])
  expect(sharesOf([{ share: 70 }, { share: 30 }])).toEqual([70, 30])
  expect(sharesAddUp([{ share: 70 }, { share: 30 }])).toBe(true)
  expect(sharesAddUp([{ share: 70 }, { share: 29 }])).toBe(false)
  expect(sharesAddUp([{ share: 100 }, {}])).toBe(false)
  expect(sharesAddUp([])).toBe(false)
})

const team: Partial<Team> = {
  name: 'Casa vecchia',
  purpose: 'Tetti e muri',
  referent: 1,
  issuer: 'each',
  from: '2026-12-03T11:00:00.000Z',
  members: [
    { member: 1, role: 'Muri' },
    { member: 2, role: 'Tetti' },
  ],
}

test.each<[string, Partial<Team>]>([
  ['what it is for', { purpose: 'Solo tetti' }],
  ['who keeps in touch', { referent: 2 }],
  ['who invoices', { issuer: 'referent' }],
  ['the first day', { from: '2026-12-04T11:00:00.000Z' }],
  ['the last day', { until: '2026-12-20T11:00:00.000Z' }],
  [
    'what somebody does',
    {
      members: [
        { member: 1, role: 'Muri' },
        { member: 2, role: 'Grondaie' },
      ],
    },
  ],
  [
    'a part',
    {
      members: [
        { member: 1, role: 'Muri', share: 60 },
        { member: 2, role: 'Tetti', share: 40 },
      ],
    },
  ],
  ['somebody more', { members: [...(team.members ?? []), { member: 3 }] }],
  ['somebody less', { members: [{ member: 1, role: 'Muri' }] }],
])('everybody is asked again when this changes: %s', (_, change) => {
  expect(needsAgain(team, { ...team, ...change })).toBe(true)
})

test.each<[string, Partial<Team>]>([
  ['its name', { name: 'Casa nuova' }],
  ['whether it is public', { public: true }],
  ['what the desk notes', { deskNotes: [{ at: '2026-12-01T10:00:00.000Z', by: 'a', text: 'b' }] }],
  ['the order of its people', { members: (team.members ?? []).toReversed() }],
  ['what somebody answered', { members: (team.members ?? []).map((one) => ({ ...one, accepted: 'yes' as const })) }],
  ['parts written out that were the same', { members: (team.members ?? []).map((one) => ({ ...one, share: 50 })) }],
  ['the hour of the first day', { from: '2026-12-03T15:00:00.000Z' }],
  ['ids as another database spells them', { referent: '1' }],
])('nobody is asked again when this changes: %s', (_, change) => {
  expect(needsAgain(team, { ...team, ...change })).toBe(false)
})

test('it is agreed when each has said yes and the parts add up', () => {
  const said = (...answers: (string | null)[]) =>
    isAgreed({ members: answers.map((accepted) => ({ accepted }) as { accepted: 'yes' }) })
  expect(said('yes', 'yes')).toBe(true)
  expect(said('yes', null)).toBe(false)
  expect(said('yes', 'no')).toBe(false)
  expect(said()).toBe(false)
  expect(isAgreed({ members: [{ accepted: 'yes', share: 90 }] })).toBe(false)
})

test('the mark is found as a word of its own, however it is written', () => {
  expect(holdsMark('Gli Amici di MÓKOR', ['mokor'])).toBe(true)
  expect(holdsMark('La rete-del-lavoro unita', ['Rete del lavoro'])).toBe(true)
  expect(holdsMark('Mokorini', ['mokor'])).toBe(false)
})

test('whatever is done with a team, it can be closed, and closed ones come back to the desk', () => {
  const { statuses, transitions, starts } = teamLifecycle
  for (const status of statuses) expect(starts(status === 'closed' ? 'reopen' : 'close', status)).toBe(true)
  expect(transitions.reopen.to).toBe('proposed')
})

test('the parts of a composed team are equal until its people say otherwise', () => {
  const candidate = { company: false, available: true, km: null }
  const composed = composeTeam(
    [
      { trade: 'a', places: 1 },
      { trade: 'b', places: 1 },
      { trade: 'c', places: 1 },
    ],
    ['a', 'b', 'c'].map((trade) => ({ ...candidate, id: trade, trades: [trade] })),
  )
  expect(composed.outcome === 'composed' && sharesOf(composed.people.map(() => ({})))).toEqual([34, 33, 33])
})
