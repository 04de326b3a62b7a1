// Days as mails, pages and the desk write them.
import { endOfDayInItaly, formatDate, formatDateWithArticle } from '../../plugin/values/dates.js'

test.each([
  ['2026-12-01T10:00:00Z', 'dal 1º dicembre 2026', 'al 1º dicembre 2026', 'il 1º dicembre 2026'],
  ['2026-12-07T10:00:00Z', 'dal 7 dicembre 2026', 'al 7 dicembre 2026', 'il 7 dicembre 2026'],
  ['2026-12-08T10:00:00Z', 'dall’8 dicembre 2026', 'all’8 dicembre 2026', 'l’8 dicembre 2026'],
  ['2026-12-11T10:00:00Z', 'dall’11 dicembre 2026', 'all’11 dicembre 2026', 'l’11 dicembre 2026'],
  ['2026-12-18T10:00:00Z', 'dal 18 dicembre 2026', 'al 18 dicembre 2026', 'il 18 dicembre 2026'],
])('%s: «%s», «%s», «%s»', (at, ...written) => {
  expect((['dal', 'al', 'il'] as const).map((article) => formatDateWithArticle(article, at, 'it'))).toEqual(written)
})

test('other languages have no Italian article, and the day is Italy’s', () => {
  expect(formatDateWithArticle('dal', '2026-12-01T10:00:00Z', 'en')).toBe('1 December 2026')
  expect(formatDate('2026-11-30T23:30:00Z', 'it')).toBe('1º dicembre 2026')
})

test.each([
  ['2026-12-01T12:00:00Z', '2026-12-01'],
  ['2026-12-01T23:30:00Z', '2026-12-02'],
  ['2026-07-01T12:00:00Z', '2026-07-01'],
  ['2026-07-01T21:59:00Z', '2026-07-01'],
  ['2026-07-01T22:30:00Z', '2026-07-02'],
])('the day of %s ends late on %s in Italy', (at, ends) =>
  expect(endOfDayInItaly(new Date(at)).toISOString()).toBe(`${ends}T21:59:00.000Z`),
)
