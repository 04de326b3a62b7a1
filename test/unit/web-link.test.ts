// Links of people: what is shown leads where it says, to a site that everybody can open.
import { wordsFor } from '../../plugin/api/messages/index.js'
import { containsContact } from '../../plugin/values/contact-details.js'
import { disguisedHost, linkFault } from '../../plugin/values/web-link.js'

test.each([
  'https://example.org',
  'https://www.rossi-restauri.it/lavori?anno=2026#tavoli',
  'https://città.it/',
  'https://müller.de',
  'https://пример.рф',
  'https://日本カメラjp.jp/',
  'https://x.example:443/',
  'HTTPS://X.example',
  'https://x.example/@maria',
])('%s may be shown', (url) => {
  expect(linkFault(url)).toBeNull()
})

test.each([
  ['http://example.org', 'link.https'],
  ['javascript:alert(1)', 'link.https'],
  ['https:///x.example', 'link.https'],
  ['https:x.example', 'link.https'],
  ['https:\\\\x.example', 'link.https'],
  ['https://', 'link.https'],
  ['https://a b.example', 'link.https'],
  ['https://posta.it@x.example/', 'link.user'],
  ['https://posta.it:pw@x.example/', 'link.user'],
  ['https://@x.example/', 'link.user'],
  ['https://127.0.0.1/', 'link.number'],
  ['https://2130706433/', 'link.number'],
  ['https://0x7f.1/', 'link.number'],
  ['https://10.0.0.8/', 'link.number'],
  ['https://169.254.169.254/latest', 'link.number'],
  ['https://93.184.216.34/', 'link.number'],
  ['https://[::1]/', 'link.number'],
  ['https://[2001:db8::5]/', 'link.number'],
  ['https://[::ffff:10.0.0.1]/', 'link.number'],
  ['https://localhost/admin/logout', 'link.closed'],
  ['https://localhost./', 'link.closed'],
  ['https://LOCALHOST', 'link.closed'],
  ['https://intranet/', 'link.closed'],
  ['https://nas.local', 'link.closed'],
  ['https://a.localhost', 'link.closed'],
  ['https://router.home.arpa', 'link.closed'],
  ['https://1.0.0.127.in-addr.arpa', 'link.closed'],
  ['https://x.example:8443/', 'link.port'],
  ['https://аpple.com', 'link.letters'],
  ['https://xn--pple-43d.com', 'link.letters'],
  ['https://pοsta.it', 'link.letters'],
])('%s: %s', (url, fault) => {
  expect(linkFault(url)).toBe(fault)
  expect(wordsFor('it').message(fault)).not.toBe(wordsFor('it').message('invalid'))
})

test('a host in other letters is shown as a browser asks for it', () => {
  expect(disguisedHost('https://аррӏе.com/id')).toEqual({ seen: 'аррӏе.com', real: 'xn--80ak6aa92e.com' })
  expect(disguisedHost('https://example.org')).toBeNull()
})

test.each(['https://truffa.example', 'www.truffa.it', 'truffa.it/vinci', 'mario@x.it'])('«%s» is no name', (name) => {
  expect(containsContact(name)).toBe(true)
})
test.each(['Mario Rossi', 'Rossi S.r.l.', 'G.B. Vico', 'Studio A/B'])('«%s» is one', (name) => {
  expect(containsContact(name)).toBe(false)
})
