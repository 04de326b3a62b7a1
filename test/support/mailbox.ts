// A real SMTP server in this process, and an e-mail adapter that sends through it: what left is what arrived.
import nodemailer from 'nodemailer'
import type { Config } from 'payload'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  /** Envelope: where the server was told to deliver. */
  to: string[]
  from: string
  /** Lower-case names; encoded words decoded. */
  headers: Record<string, string>
  subject: string
  text: string
  html: string
  raw: string
}

export interface Mailbox {
  /** For `config.email`. */
  adapter: NonNullable<Config['email']>
  /** Oldest first. */
  mails: ReceivedMail[]
  port: number
  /** Answers every next delivery to `address` with this SMTP code; 0 takes it back. */
  refuse(address: string, code: number): void
  stop(): Promise<void>
}

/** @param port a fixed port, to come back after `stop` */
export async function startMailbox(port = 0): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const refused = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = refused.get(address)
      done(code ? Object.assign(new Error('refused by the test'), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          ...parse(raw),
          raw,
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mailbox has no port')
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: address.port,
    secure: false,
    ignoreTLS: true,
  })
  return {
    adapter: () => ({
      name: 'test-mailbox',
      defaultFromAddress: 'rete@rete.example',
      defaultFromName: 'Rete di prova',
      sendEmail: (message) => transport.sendMail(message as Parameters<typeof transport.sendMail>[0]),
    }),
    mails,
    port: address.port,
    refuse: (to, code) => void (code === 0 ? refused.delete(to) : refused.set(to, code)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

interface Part {
  headers: Record<string, string>
  body: string
}

function parse(raw: string): Pick<ReceivedMail, 'headers' | 'subject' | 'text' | 'html'> {
  const whole = split(raw)
  const parts = leaves(whole)
  const of = (type: string) => parts.find((part) => part.headers['content-type']?.startsWith(type))?.body ?? ''
  return { headers: whole.headers, subject: whole.headers.subject ?? '', text: of('text/plain'), html: of('text/html') }
}

function split(raw: string): Part {
  const at = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const headers: Record<string, string> = {}
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    headers[line.slice(0, colon).toLowerCase()] = words(line.slice(colon + 1).trim())
  }
  return { headers, body: raw.slice(at + 4) }
}

function leaves(part: Part): Part[] {
  const boundary = /boundary="([^"]+)"/.exec(part.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return [{ ...part, body: decode(part) }]
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((piece) => leaves(split(piece.replace(/^\r\n/, ''))))
}

function decode({ headers, body }: Part): string {
  const encoding = headers['content-transfer-encoding']?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')
  if (encoding === 'quoted-printable') return quoted(body.replace(/=\r\n/g, '')).replaceAll('\r\n', '\n')
  return body.replaceAll('\r\n', '\n')
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** RFC 2047 words of a header. */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replaceAll('_', ' ')),
    )
