// The books without a database: what may be posted, what takes an entry back, and what the entries say in sum.
import fc from 'fast-check'
import {
  type Account,
  bankAccount,
  expenseRows,
  incomeRows,
  isAccount,
} from '../../collections/donations/ledger/accounts.js'
import { counterOf } from '../../collections/donations/ledger/correction.js'
import { balances, giftsIn, holding } from '../../collections/donations/ledger/fold.js'
import { balanced, type Entry, incomeOf, isDay, type Posting } from '../../collections/donations/ledger/posting.js'

const gift: Posting = {
  key: 'hand:1:1',
  on: '2026-12-01',
  kind: 'gift',
  currency: 'EUR',
  legs: [
    { account: 'bank:3456', cents: 2500 },
    { account: 'income:A4', cents: -2500 },
  ],
  donation: '1',
  mode: 'bank-transfer',
}
const entered = (posting: Posting): Entry => ({ ...posting, id: posting.key, by: 'network', createdAt: posting.on })

test('a gift may stand in the books', () => {
  expect(balanced(gift)).toEqual([])
  expect(incomeOf(gift)).toBe(2500)
})

test.each<[string, Partial<Record<keyof Posting, unknown>>, string[]]>([
  ['no key', { key: ' ' }, ['key']],
  ['a day that does not exist', { on: '2026-02-30' }, ['day']],
  ['a moment', { on: '2026-12-01T00:00:00.000Z' }, ['day']],
  ['a day on the account that does not exist', { booked: '2026-13-01' }, ['booked']],
  ['an unknown kind', { kind: 'present' }, ['kind']],
  ['another currency', { currency: 'USD' }, ['currency']],
  ['one leg', { legs: [{ account: 'cash', cents: 2500 }] }, ['legs', 'sum']],
  ['no legs', { legs: null }, ['legs']],
  ['an unknown account', { legs: [gift.legs[0], { account: 'income:A11', cents: -2500 }] }, ['account']],
  [
    'half a cent',
    {
      legs: [
        { account: 'cash', cents: 0.5 },
        { account: 'income:A4', cents: -0.5 },
      ],
    },
    ['cents'],
  ],
  ['a leg of nothing', { legs: [...gift.legs, { account: 'cash', cents: 0 }] }, ['cents']],
  [
    'texts for numbers',
    {
      legs: [
        { account: 'cash', cents: '1' },
        { account: 'income:A4', cents: '-1' },
      ],
    },
    ['cents', 'sum'],
  ],
  ['a cent too much', { legs: [{ account: 'cash', cents: 2501 }, gift.legs[1]] }, ['sum']],
  ['a correction of nothing', { kind: 'correction' }, ['reverses', 'reason']],
])('%s is refused', (_, change, faults) => {
  expect(balanced({ ...gift, ...change } as Posting)).toEqual(faults)
})

test('accounts are those of the yearly statement, and of where money lies', () => {
  for (const row of incomeRows) expect([row, isAccount(`income:${row}`)]).toEqual([row, true])
  for (const row of expenseRows) expect([row, isAccount(`expense:${row}`)]).toEqual([row, true])
  for (const name of ['income:A11', 'expense:A10', 'bank:', 'bank:abcd', 'money', '', null])
    expect([name, isAccount(name)]).toEqual([name, false])
  expect(bankAccount('IT60 X054 2811 1010 0000 0123 456')).toBe('bank:3456')
})

const accounts: readonly Account[] = ['bank:3456', 'cash', 'stripe', 'income:A4', 'income:C2', 'expense:D1']
const account = fc.constantFrom(...accounts)
const day = fc.integer({ min: 0, max: 700 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))

/** Legs of any accounts; the last takes what is left, so that they sum to nothing. */
const legs = fc
  .array(fc.record({ account, cents: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((n) => n !== 0) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => [...list, { account: 'bank:3456' as const, cents: -list.reduce((sum, { cents }) => sum + cents, 0) }])
  .filter((list) => list.at(-1)?.cents !== 0)

const postings = fc
  .array(fc.record({ on: day, legs }), { maxLength: 30 })
  .map((list) => list.map((one, n): Entry => entered({ ...gift, ...one, key: `hand:1:${n}` })))

test('whatever balances is booked, and all accounts together hold nothing', () => {
  fc.assert(
    fc.property(postings, (entries) => {
      expect(entries.flatMap(balanced)).toEqual([])
      expect([...balances(entries).values()].reduce((sum, cents) => sum + cents, 0)).toBe(0)
    }),
  )
})

test('one changed cent, or one leg lost, is always seen', () => {
  fc.assert(
    fc.property(postings, fc.nat(), fc.integer({ min: 1, max: 500 }), (entries, at, cents) => {
      fc.pre(entries.length > 0)
      const entry = entries[at % entries.length] as Entry
      const [first, ...others] = entry.legs as [Entry['legs'][number], ...Entry['legs']]
      expect(balanced({ ...entry, legs: [{ ...first, cents: first.cents + cents }, ...others] })).toContain('sum')
      expect(balanced({ ...entry, legs: others })).toContain('sum')
    }),
  )
})

test('what is taken back leaves every account as if it had never been, in any order of the entries', () => {
  fc.assert(
    fc.property(
      postings,
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.infiniteStream(fc.nat()),
      (entries, chosen, mix) => {
        fc.pre(entries.length > 0)
        const all = [...entries]
        /** A choice of what was taken back takes the correction back in its turn. */
        for (const n of chosen) {
          const root = entries[n % entries.length] as Entry
          let entry = root
          for (;;) {
            const against = all.find(({ reverses }) => reverses === entry.key)
            if (!against) break
            entry = against
          }
          const counter = counterOf(entry, { kind: 'correction', on: entry.on, reason: 'sbaglio', before: 0 })
          expect(balanced(counter)).toEqual([])
          all.push(entered(counter))
        }
        const taken = (key: string) => chosen.filter((n) => (entries[n % entries.length] as Entry).key === key).length
        const left = entries.filter(({ key }) => taken(key) % 2 === 0)
        const mixed = all.map((entry) => ({ entry, at: mix.next().value })).sort((a, b) => a.at - b.at)
        const shuffled = mixed.map(({ entry }) => entry)
        const plain = (sums: Map<Account, number>) => [...sums].filter(([, cents]) => cents !== 0).sort()
        expect(plain(balances(shuffled))).toEqual(plain(balances(left)))
        const held = holding(shuffled)
        expect(entries.filter(({ key }) => held.has(key))).toEqual(left)
        expect(giftsIn(shuffled)).toEqual(giftsIn(left))
      },
    ),
  )
})

test('five months of a standing order are five gifts', () => {
  const months = ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-02', '2026-04-02']
  const entries = months.map((on, n) => entered({ ...gift, on, key: `hand:1:${n}` }))
  expect(giftsIn(entries)).toEqual({ cents: 12_500, count: 5, last: '2026-04-02' })
})

test('a refund of a part leaves the gift, and takes its cents', () => {
  const refund: Posting = {
    ...gift,
    key: 'hand:1:2',
    kind: 'refund',
    reverses: gift.key,
    legs: [
      { account: 'bank:3456', cents: -1000 },
      { account: 'income:A4', cents: 1000 },
    ],
  }
  expect(giftsIn([entered(gift), entered(refund)])).toEqual({ cents: 1500, count: 1, last: '2026-12-01' })
})

test('entries that take each other back, which nobody can book, end nowhere', () => {
  const of = (key: string, reverses: string) => entered({ ...gift, key, kind: 'correction', reverses, note: 'x' })
  expect(holding([of('a', 'b'), of('b', 'a')]).size).toBeLessThan(2)
})

test.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['26-02-01', false],
  [20260201, false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is)
})
