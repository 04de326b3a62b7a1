// How a file with a term reads at a given time.
import { confirmDays, standingAt } from '../../plugin/term.js'
import * as askedInEnglish from '../../widgets/locales/en/commission-later.js'
import * as writtenInEnglish from '../../widgets/locales/en/contact-later.js'
import * as joinedInEnglish from '../../widgets/locales/en/join-later.js'
import * as askedInItalian from '../../widgets/locales/it/commission-later.js'
import * as writtenInItalian from '../../widgets/locales/it/contact-later.js'
import * as joinedInItalian from '../../widgets/locales/it/join-later.js'

test.each([
  ['unconfirmed', '2026-01-01T00:00:00Z', 'expired'],
  ['unconfirmed', '2026-01-02T00:00:00Z', 'expired'],
  ['unconfirmed', '2026-01-02T00:00:01Z', 'unconfirmed'],
  ['unconfirmed', null, 'unconfirmed'],
  ['received', '2026-01-01T00:00:00Z', 'received'],
] as const)('%s until %s is %s on the second', (status, expiresAt, today) => {
  expect(standingAt<string>('unconfirmed')({ status, expiresAt }, new Date('2026-01-02T00:00:00Z'))).toBe(today)
})

test('the widgets say the days within which a form is confirmed', () => {
  for (const { words } of [askedInItalian, joinedInItalian, writtenInItalian])
    expect(JSON.stringify(words)).toContain(`entro ${confirmDays} giorni`)
  for (const { words } of [askedInEnglish, joinedInEnglish, writtenInEnglish])
    expect(JSON.stringify(words)).toContain(`within ${confirmDays} days`)
})
