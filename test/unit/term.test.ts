// How a file with a term reads at a given time.
import { standingAt } from '../../plugin/term.js'

test.each([
  ['unconfirmed', '2026-01-01T00:00:00Z', 'expired'],
  ['unconfirmed', '2026-01-02T00:00:00Z', 'expired'],
  ['unconfirmed', '2026-01-02T00:00:01Z', 'unconfirmed'],
  ['unconfirmed', null, 'unconfirmed'],
  ['received', '2026-01-01T00:00:00Z', 'received'],
] as const)('%s until %s is %s on the second', (status, expiresAt, today) => {
  expect(standingAt<string>('unconfirmed')({ status, expiresAt }, new Date('2026-01-02T00:00:00Z'))).toBe(today)
})
