// What confirming a statement's line puts into the books: balanced, each gift under its own key, nothing for what cannot be booked.
import { balanced, incomeOf } from '../../collections/donations/ledger/posting.js'
import { rfReference } from '../../collections/donations/rf.js'
import { postingOf } from '../../collections/donations/statement/booking.js'
import { previewStatements } from '../../collections/donations/statement/preview.js'
import { camtEntry, camtFile, iban } from '../support/statement-files.js'

const pledges = ['K7MN4PXW', 'Q2RT6VXC'].map((body, at) => ({
  id: `d${at}`,
  reference: rfReference(body),
  amountCents: 2500,
  frequency: 'once' as const,
  status: 'pledged',
  donorName: null,
  receivedCents: 0,
  receivedOn: null,
}))
const [one = '', other = ''] = pledges.map(({ reference }) => reference)
const lineOf = (entry: Parameters<typeof camtEntry>[0]) => {
  const file = { name: 'f', bytes: camtFile([camtEntry(entry)]) }
  const [line] = previewStatements([file], { pledges }, { accounts: [iban] }).statements[0]?.lines ?? []
  if (!line) throw new Error('no line')
  return line
}

test('a gift is booked on the day it was given, and again after it was undone', () => {
  const line = lineOf({
    cents: 2500,
    text: one,
    booked: '2027-01-02',
    value: '2026-12-31',
  })
  const [posting] = postingOf(line, iban)
  expect(posting).toMatchObject({
    key: `bank:${line.key}`,
    on: '2026-12-31',
    booked: '2027-01-02',
    kind: 'gift',
    donation: 'd0',
  })
  expect(postingOf(line, iban, { undone: 1 })[0]?.key).toBe(`bank:${line.key}@1`)
})

test('a divided line gives each donation its own; what is unknown is set aside; what went out has its row', () => {
  const split = postingOf(lineOf({ cents: 5000, text: `${one} ${other}` }), iban)
  expect(split.map(({ key, donation }) => [key.slice(-2), donation])).toEqual([
    ['/1', 'd0'],
    ['/2', 'd1'],
  ])
  const [aside] = postingOf(lineOf({ cents: 700, text: 'chi sa' }), iban)
  expect(aside?.legs.map(({ account }) => account)).toEqual(['bank:3456', 'suspense:unmatched'])
  const [cost] = postingOf(lineOf({ cents: -300, text: 'canone' }), iban, {
    expense: 'expense:D1',
  })
  expect(cost).toMatchObject({
    kind: 'expense',
    legs: [{ cents: -300 }, { account: 'expense:D1', cents: 300 }],
  })
  for (const posting of [...split, aside, cost]) expect(posting && balanced(posting)).toEqual([])
  expect(split.reduce((sum, posting) => sum + incomeOf(posting), 0)).toBe(5000)
})

test.each([
  { cents: 2500, text: one, currency: 'USD' },
  { cents: 2500, text: one, status: 'PDNG' },
  { cents: 0 },
  { cents: 2500, text: one, amount: '25.005' },
  { cents: -2500, text: one, reversal: true },
])('%j is not booked', (entry) => {
  expect(postingOf(lineOf(entry), iban)).toEqual([])
})
