// Renders a row of the outbox and hands it to the site's e-mail adapter.
import { createHash } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import type { OutboxRow } from '../outbox/row.js'
import { linkAddress } from '../pages/links.js'
import { mokor } from '../runtime.js'
import { spokenFor } from '../words.js'
import { mailbox, oneLine } from './address.js'
import { mailHtml, mailText } from './layout.js'

/** Longer than this and the attempt counts as failed; shorter than the lease. */
const patienceMs = 90_000

/**
 * Sends one mail. Its Message-ID comes from the row's key, so that a mail sent twice is seen as one.
 * @returns whether a mail left: an effect, or a mail that is needed no more, sends none
 * @throws whatever the adapter throws, `AddressError` for an address that cannot be right
 */
export async function sendMail(payload: Payload, row: OutboxRow): Promise<boolean> {
  const { options, mails } = mokor(payload)
  const mail = Object.hasOwn(mails, row.template) ? mails[row.template] : undefined
  if (!mail) throw Object.assign(new Error(`No mail is called «${row.template}»`), { final: true })
  const req = await createLocalReq({}, payload)
  const link = row.link === null || row.link === undefined ? null : await linkAddress(req, row.link, row.lang)
  const context = { req, target: row.target, lang: row.lang, link, words: row.words ?? {} }
  const written = await mail.render(context)
  if (written === null) return false
  const content = (await options.mails[row.template]?.(written, context)) ?? written
  const desk = { name: options.organisation.name, address: options.organisation.email }
  const message = {
    from: { name: oneLine(payload.email.defaultFromName), address: payload.email.defaultFromAddress },
    to: mailbox(content.to),
    replyTo: mailbox(content.replyTo ?? desk),
    subject: oneLine(content.subject).slice(0, 200),
    text: mailText(content, options, row.lang),
    html: mailHtml(content, options, row.lang),
    messageId: messageId(row.key, options.publicUrl),
    headers: { 'Content-Language': spokenFor(row.lang), 'Auto-Submitted': 'auto-generated' },
  }
  await inTime(payload.sendEmail(message))
  await mail.sent?.(context)
  return true
}

function messageId(key: string, publicUrl: string): string {
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'localhost'
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${host}>`
}

async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server did not answer in time')), patienceMs)
  })
  sending.catch(() => undefined)
  try {
    await Promise.race([sending, late])
  } finally {
    clearTimeout(timer)
  }
}
