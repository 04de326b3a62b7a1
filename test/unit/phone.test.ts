// Phones and e-mail addresses as they are typed, dictated and pasted: taken clean, or refused for what they are.
import { contactInput } from '../../collections/members/relay/dto.js'
import { problemsOf } from '../../plugin/contract/form/check.js'
import { isCountry, readPhone } from '../../plugin/values/phone.js'

const takes = (phone: string): boolean => contactInput.shape.phone.safeParse(phone).success
const widgetTakes = (phone: string): boolean =>
  problemsOf([{ name: 'phone', kind: 'tel', at: '/phone' }], { phone }).size === 0

test.each([
  ['(+39) 0471 123456', '+39 0471 123456'],
  ['(+39)\u00a00471\u00a0123456', '+39 0471 123456'],
  ['+39 0471\u2011123\u2011456', '+39 0471 123456'],
  ['\u202a+39 0471 123456\u202c', '+39 0471 123456'],
  ['0471–123456', '+39 0471 123456'],
  ['0471—12−34‐56', '+39 0471 123456'],
  ['0471/12.34.56', '+39 0471 123456'],
  ['３３３　１２３４５６７', '+39 333 123 4567'],
  ['333\u200b1234567', '+39 333 123 4567'],
  ['0039 392 1234567', '+39 392 123 4567'],
  ['39 392 1234567', '+39 392 123 4567'],
  ['+39 300 103 5742', '+39 300 103 5742'],
  ['+41 91 1234567', '+41 91 123 45 67'],
  ['00 41 91 123 45 67', '+41 91 123 45 67'],
  ['800 123456', '+39 800 123 456'],
])('%j is kept as %s', (typed, kept) => {
  expect(readPhone(typed, 'IT')).toBe(kept)
  expect(readPhone(kept, 'CH')).toBe(kept)
  expect([takes(typed), widgetTakes(typed)]).toEqual([true, true])
})

test.each([
  '------',
  '......',
  '()()()()',
  '++++++',
  'casa',
  '333',
  '+39 333',
  '1'.repeat(30),
  '12345',
  '+999 123456789',
])('%j is no number', (typed) => {
  expect(readPhone(typed, 'IT')).toBeNull()
  expect(takes(typed)).toBe(false)
})

test('without a prefix a number is of the site’s country', () => {
  expect(readPhone('091 123 45 67', 'CH')).toBe('+41 91 123 45 67')
  expect(readPhone('06 12 34 56 78', 'FR')).toBe('+33 6 12 34 56 78')
  expect([isCountry('IT'), isCountry('it'), isCountry('ZZ')]).toEqual([true, false, false])
})

test.each([
  ['anna.prova@example.org\u200b', 'anna.prova@example.org'],
  ['\ufeff anna@example.org\u00a0', 'anna@example.org'],
  ['an\u00adna@my\u2011host.example', 'anna@my-host.example'],
  ['anna@my–host.example', 'anna@my-host.example'],
  ['o’brien@example.org', "o'brien@example.org"],
  ['anna＠example.org', 'anna@example.org'],
  ['\u202aanna@example.org\u202c', 'anna@example.org'],
])('the address %j is taken as %s', (typed, kept) => {
  expect(contactInput.shape.email.parse(typed)).toBe(kept)
})
