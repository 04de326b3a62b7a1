// The demo's post office: takes every mail the network sends, keeps it, and shows it on a page. Nothing leaves this machine.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { readMail } from './mime.mjs'

const words = {
  it: {
    title: 'La posta della rete di prova',
    intro: 'Tutte le mail che la rete ha spedito. Nessuna è uscita da questo computer.',
    empty: 'Ancora niente. Le mail arrivano qui un secondo dopo che la rete le spedisce.',
    from: 'Da',
    to: 'A',
    subject: 'Oggetto',
    date: 'Quando',
    replyTo: 'Risponde a',
    text: 'Testo',
    html: 'Impaginata',
    back: 'Tutte le mail',
    gone: 'Questa mail non c’è.',
  },
  en: {
    title: 'Mail of the demo network',
    intro: 'Every mail the network has sent. None has left this computer.',
    empty: 'Nothing yet. Mails arrive here a second after the network sends them.',
    from: 'From',
    to: 'To',
    subject: 'Subject',
    date: 'When',
    replyTo: 'Reply to',
    text: 'Plain text',
    html: 'HTML',
    back: 'All mails',
    gone: 'There is no such mail.',
  },
}

const style = `
:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;--line:color-mix(in oklab,currentColor 18%,transparent)}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.2;margin:0 0 .3rem;text-wrap:balance;overflow-wrap:anywhere}
p{margin:.2rem 0 1.2rem}
ul{list-style:none;margin:0;padding:0}
li{border-top:1px solid var(--line)}
li a{color:inherit;display:grid;gap:.1rem 1rem;grid-template-columns:minmax(0,1fr) auto;min-height:2.75rem;padding:.7rem .2rem;text-decoration:none}
li a:hover strong{text-decoration:underline}
li span,time,dt{font-size:.9rem;opacity:.78}
li span{overflow-wrap:anywhere}
dl{display:grid;gap:.2rem 1rem;grid-template-columns:auto minmax(0,1fr);margin:0 0 1.2rem;overflow-wrap:anywhere}
dd{margin:0}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
iframe{border:1px solid var(--line);border-radius:8px;height:36rem;width:100%;background:Canvas}
pre{border:1px solid var(--line);border-radius:8px;font:0.95rem/1.5 ui-monospace,monospace;margin:0;padding:1rem;white-space:pre-wrap;overflow-wrap:anywhere}
a:focus-visible{outline:2px solid;outline-offset:2px}
`
const live = `new EventSource('/events').onmessage=()=>location.reload()`
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const pagePolicy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(live)}; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'`
/** A mail's own HTML: shown, never run; its links open beside the mailbox. */
const mailPolicy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox`

const escaped = (text) => String(text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * @param {{ folder: string, port: number, smtpPort: number }} options `port` is the page's; 0 takes any that is free
 * @returns {Promise<{ origin: string, smtp: string, close(): Promise<void> }>}
 */
export async function startMailbox({ folder, port, smtpPort }) {
  fs.mkdirSync(folder, { recursive: true })
  /** @type {{ id: string, at: Date, headers: Record<string, string>, text: string, html: string }[]} */
  const mails = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => mailOf(name, fs.readFileSync(path.join(folder, name))))
  const watching = new Set()
  let count = 0

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const name = `${Date.now()}-${String(count++).padStart(4, '0')}.eml`
        fs.writeFileSync(path.join(folder, name), raw)
        mails.push(mailOf(name, raw))
        for (const response of watching) response.write('data: new\n\n')
        done()
      })
    },
  })
  smtp.on('error', () => {
    // A broken connection is the sender's to try again.
  })
  await new Promise(
    (resolve, reject) => smtp.server.once('error', reject) && smtp.listen(smtpPort, '127.0.0.1', resolve),
  )

  const server = http.createServer((request, response) => {
    // Taken as it came: an address such as `//` is none to `URL`.
    const [pathname] = (request.url ?? '/').split('?')
    const lang = /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'it'
    const send = (status, body, policy) =>
      response
        .writeHead(status, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': policy,
          'Referrer-Policy': 'no-referrer',
          'Cache-Control': 'no-store',
        })
        .end(body)
    if (pathname === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write('\n')
      watching.add(response)
      request.on('close', () => watching.delete(response))
      return
    }
    if (pathname === '/') {
      send(200, listPage(mails, lang), pagePolicy)
      return
    }
    const [, id, html] = pathname.match(/^\/mail\/([\w-]+)(\/html)?$/) ?? []
    const mail = mails.find((one) => one.id === id)
    if (!mail) send(404, frame(lang, words[lang].gone, `<h1>${words[lang].gone}</h1>`), pagePolicy)
    else if (html) send(200, `<base target="_blank">${mail.html}`, mailPolicy)
    else send(200, mailPage(mail, lang), pagePolicy)
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))

  return {
    origin: `http://localhost:${server.address().port}`,
    smtp: `smtp://127.0.0.1:${smtp.server.address().port}?ignoreTLS=true`,
    async close() {
      server.closeAllConnections()
      await Promise.all([
        new Promise((resolve) => server.close(resolve)),
        new Promise((resolve) => smtp.close(() => resolve(undefined))),
      ])
    },
  }
}

const mailOf = (name, raw) => ({
  id: name.replace(/\.eml$/, ''),
  at: new Date(Number(name.split('-')[0])),
  ...readMail(raw),
})

const frame = (lang, title, body) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body>${body}</body></html>`

const when = (at, lang) =>
  `<time datetime="${at.toISOString()}">${at.toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Rome' })}</time>`

function listPage(mails, lang) {
  const say = words[lang]
  const items = mails
    .toReversed()
    .map(
      ({ id, at, headers }) =>
        `<li><a href="/mail/${id}"><strong>${escaped(headers.subject)}</strong>${when(at, lang)}<span>${escaped(headers.to)}</span></a></li>`,
    )
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${say.empty}</p>`
  return frame(lang, say.title, `<main><h1>${say.title}</h1><p>${say.intro}</p>${list}</main><script>${live}</script>`)
}

function mailPage({ id, at, headers, text, html }, lang) {
  const say = words[lang]
  const facts = [
    [say.from, escaped(headers.from)],
    [say.to, escaped(headers.to)],
    ...(headers['reply-to'] ? [[say.replyTo, escaped(headers['reply-to'])]] : []),
    [say.date, when(at, lang)],
  ]
  const body = [
    `<p><a href="/">${say.back}</a></p><main><h1>${escaped(headers.subject)}</h1>`,
    `<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`,
    html
      ? `<h2>${say.html}</h2><iframe src="/mail/${id}/html" title="${say.html}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
      : '',
    text ? `<h2>${say.text}</h2><pre>${linked(text)}</pre>` : '',
    '</main>',
  ]
  return frame(lang, headers.subject, body.join(''))
}

const linked = (text) =>
  escaped(text).replace(
    /https?:\/\/[^\s<>&]+(?:&#\d+;[^\s<>&]+)*/g,
    (address) => `<a href="${address}" target="_blank" rel="noreferrer">${address}</a>`,
  )
