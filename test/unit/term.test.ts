// How a file with a term reads at a given time.

import * as askedInEnglish from '../../collections/commissions/form/later.en.js'
import * as askedInItalian from '../../collections/commissions/form/later.it.js'
import * as joinedInEnglish from '../../collections/members/joining/form/later.en.js'
import * as joinedInItalian from '../../collections/members/joining/form/later.it.js'
import * as writtenInEnglish from '../../collections/members/relay/form/later.en.js'
import * as writtenInItalian from '../../collections/members/relay/form/later.it.js'
import { confirmationDays, statusAt } from '../../plugin/lifecycle/expiry.js'

test.each([
  ['unconfirmed', '2026-01-01T00:00:00Z', 'expired'],
  ['unconfirmed', '2026-01-02T00:00:00Z', 'expired'],
  ['unconfirmed', '2026-01-02T00:00:01Z', 'unconfirmed'],
  ['unconfirmed', null, 'unconfirmed'],
  ['received', '2026-01-01T00:00:00Z', 'received'],
] as const)('%s until %s is %s on the second', (status, expiresAt, today) => {
  expect(statusAt<string>('unconfirmed')({ status, expiresAt }, new Date('2026-01-02T00:00:00Z'))).toBe(today)
})

test('the widgets say the days within which a form is confirmed', () => {
  for (const { words } of [askedInItalian, joinedInItalian, writtenInItalian])
    expect(JSON.stringify(words)).toContain(`entro ${confirmationDays} giorni`)
  for (const { words } of [askedInEnglish, joinedInEnglish, writtenInEnglish])
    expect(JSON.stringify(words)).toContain(`within ${confirmationDays} days`)
})
