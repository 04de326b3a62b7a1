// Reads a mail as the demo's mailbox shows it: a few headers, the plain text and the HTML. Enough for what the network sends.

/**
 * @param {Buffer} raw the mail as it came over SMTP
 * @returns {{ headers: Record<string, string>, text: string, html: string }}
 */
export function readMail(raw) {
  const { headers, body } = split(raw.toString('latin1'))
  const found = { text: '', html: '' }
  collect(headers, body, found)
  const readable = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, decodeWords(value)]))
  return { headers: readable, ...found }
}

function split(source) {
  const end = source.search(/\r?\n\r?\n/)
  const head = end < 0 ? source : source.slice(0, end)
  const headers = {}
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = line.match(/^([^:]+):\s*(.*)$/) ?? []
    if (name) headers[name.toLowerCase()] = value
  }
  return { headers, body: end < 0 ? '' : source.slice(end).replace(/^\r?\n\r?\n/, '') }
}

function collect(headers, body, found) {
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = type.match(/boundary="?([^";]+)"?/i)?.[1]
  if (boundary) {
    for (const part of body.split(`--${boundary}`).slice(1)) {
      if (part.startsWith('--')) return
      const inner = split(part.replace(/^\r?\n/, ''))
      collect(inner.headers, inner.body.replace(/\r?\n$/, ''), found)
    }
    return
  }
  const text = decodeBody(body, headers['content-transfer-encoding'] ?? '').toString('utf8')
  if (/^text\/html/i.test(type)) found.html ||= text
  else if (/^text\/plain/i.test(type)) found.text ||= text
}

const decoders = {
  base64: (body) => Buffer.from(body.replace(/\s+/g, ''), 'base64'),
  'quoted-printable': (body) =>
    Buffer.from(
      body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
      'latin1',
    ),
}

const decodeBody = (body, encoding) =>
  (decoders[encoding.trim().toLowerCase()] ?? ((plain) => Buffer.from(plain, 'latin1')))(body)

/** RFC 2047: `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`. */
function decodeWords(value) {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind, text) =>
      (kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : decoders['quoted-printable'](text.replaceAll('_', ' '))
      ).toString('latin1'),
    )
    .replace(/^[\s\S]*$/, (all) => Buffer.from(all, 'latin1').toString('utf8'))
}
