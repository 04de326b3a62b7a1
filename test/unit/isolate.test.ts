// Names written from right to left beside other text: kept apart, in subjects, headers and sentences.

import { mailbox, oneLine } from '../../plugin/mail/address.js'
import { plainName } from '../../plugin/mail/plain-name.js'
import { isolated } from '../../plugin/values/isolate.js'

test.each(['Maria Rossi', '李小龙', 'Đorđe', '123 srl', ''])('%j stays as it is', (name) => {
  expect(isolated(name)).toBe(name)
  expect(mailbox({ name, address: 'a@b.example' }).name).toBe(name)
})

test.each(['שרה', 'محمد علي', 'Anna שרה'])('%j stands apart', (name) => {
  expect(isolated(name)).toBe(`\u2068${name}\u2069`)
  expect(isolated(isolated(name))).toBe(isolated(name))
  expect(plainName(name)).toBe(isolated(name))
  expect(mailbox({ name, address: 'a@b.example' }).name).toBe(isolated(name))
})

test('what older texts hold to turn the writing round leaves subjects and display names', () => {
  expect(oneLine('\u202eAnna\u202c ti\u200f scrive\u2066')).toBe('Anna ti scrive')
  expect(mailbox({ name: 'Anna\u202e\r\nmoc.live', address: 'a@b.example' }).name).toBe('Anna moc.live')
})
