// Many ways to write one mailbox count as one.
import { mailboxOf } from '../../plugin/limits/mailbox.js'

test.each([
  ['v+1@people.example', 'v@people.example'],
  ['V+a+b@People.example', 'v@people.example'],
  [' v@people.example. ', 'v@people.example'],
  ['v.rossi@people.example', 'v.rossi@people.example'],
  ['V.Ros.si+x@gmail.com', 'vrossi@gmail.com'],
  ['vrossi@googlemail.com', 'vrossi@gmail.com'],
  ['+1@people.example', '+1@people.example'],
])('%s → %s', (written, counted) => {
  expect(mailboxOf(written)).toBe(counted)
})
