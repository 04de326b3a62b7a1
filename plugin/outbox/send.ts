// Renders a row of the outbox and sends it by the site’s e-mail adapter.
import { createHash } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '../database/transaction.js'
import type { MailContent, MailContext, MailDefinition } from '../definitions/mail.js'
import { fallbackLanguage } from '../i18n/localized.js'
import type { TimelineEntry } from '../lifecycle/timeline.js'
import { mailboxOf } from '../limits/mailbox.js'
import { linkAddress } from '../links/tokens.js'
import { mailbox, oneLine } from '../mail/address.js'
import { mailHtml, mailText } from '../mail/layout.js'
import { severalInOne } from '../mail/several.js'
import { mokor, slugOf } from '../runtime.js'
import { databaseId } from '../values/document-id.js'
import { parseUrl } from '../values/web-link.js'
import type { OutboxRow } from './row.js'

/** Longer than this and the attempt counts as failed; shorter than the lease. */
const patienceMs = 90_000

interface Sent {
  left: boolean
  apart: OutboxRow[]
}

interface Written {
  row: OutboxRow
  content: MailContent
  mail: MailDefinition
  context: MailContext
}

/**
 * Sends what these rows have to say, as one mail. Its Message-ID comes from the first row's key, so that a mail sent twice is
 * seen as one.
 * @returns whether a mail left (a job, or a mail that is needed no more, sends none), and the rows that speak to another
 * mailbox than the first: nobody reads what is meant for somebody else
 * @throws whatever the adapter throws, `AddressError` for an address that cannot be right
 */
export async function sendMails(payload: Payload, rows: readonly OutboxRow[]): Promise<Sent> {
  const { options } = mokor(payload)
  const written: Written[] = []
  for (const row of rows) {
    const one = await write(payload, row)
    if (one) written.push(one)
  }
  const [first] = written
  if (!first) return { left: false, apart: [] }
  const { lang, key } = first.row
  const mailboxAsked = mailboxOf(first.content.to.address)
  const goesAlong = ({ content }: Written): boolean => mailboxOf(content.to.address) === mailboxAsked
  const along = written.filter(goesAlong)
  const contents = along.map(({ content }) => content)
  const content = along.length > 1 ? severalInOne(contents, options.organisation.name, lang) : first.content
  const desk = { name: options.organisation.name, address: options.organisation.email }
  const message = {
    from: { name: oneLine(payload.email.defaultFromName), address: payload.email.defaultFromAddress },
    to: mailbox(content.to),
    replyTo: mailbox(content.replyTo ?? desk),
    subject: oneLine(content.subject).slice(0, 200),
    text: mailText(content, options, lang),
    html: mailHtml(content, options, lang),
    messageId: messageId(key, options.publicUrl),
    headers: { 'Content-Language': fallbackLanguage(lang), 'Auto-Submitted': 'auto-generated' },
  }
  await inTime(payload.sendEmail(message))
  for (const { mail, context } of along) await mail.sent?.(context)
  return { left: true, apart: written.filter((one) => !goesAlong(one)).map(({ row }) => row) }
}

/** What a row has to say now; null when that is nothing, or when the row is a job, which is done. */
async function write(payload: Payload, row: OutboxRow): Promise<Written | null> {
  const { options, mails, jobs } = mokor(payload)
  if (await wasTakenBack(payload, row)) return null
  const words = row.words ?? {}
  const job = Object.hasOwn(jobs, row.template) ? jobs[row.template] : undefined
  if (job) {
    await inTransaction(payload, (req) => job.run(req, row.target, words))
    return null
  }
  const mail = Object.hasOwn(mails, row.template) ? mails[row.template] : undefined
  if (!mail) throw Object.assign(new Error(`No mail is called «${row.template}»`), { final: true })
  const req = await createLocalReq({}, payload)
  const link = row.link === null || row.link === undefined ? null : await linkAddress(req, row.link, row.lang)
  const context = { req, target: row.target, lang: row.lang, link, words }
  const rendered = await mail.render(context)
  if (rendered === null) return null
  const content = (await options.mails[row.template]?.(rendered, context)) ?? rendered
  return { row, content, mail, context }
}

/**
 * Whether the step that queued it was taken back: its rows go with that, but where there are no transactions the process may have
 * died in between.
 */
async function wasTakenBack(payload: Payload, { step, target, template }: OutboxRow): Promise<boolean> {
  const { mails, jobs } = mokor(payload)
  const key = step && (Object.hasOwn(mails, template) ? mails[template] : jobs[template])?.document
  if (!key) return false
  const doc = await payload.db.findOne<{ id: string; timeline?: TimelineEntry<string>[] | null }>({
    collection: slugOf(payload, key),
    where: { id: { equals: databaseId(payload, target) } },
  })
  return doc?.timeline?.some((entry) => entry.step === 'undo' && entry.mark === step) ?? false
}

function messageId(key: string, publicUrl: string): string {
  const host = parseUrl(publicUrl)?.hostname ?? 'localhost'
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
