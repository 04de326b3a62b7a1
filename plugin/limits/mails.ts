// How many mails forms may send to one mailbox, and until when more of them wait.
import type { Payload } from 'payload'
import type { HeldMail } from '../contract/write-facts.js'
import { type Allowance, hashOf, take } from './counters.js'
import { mailboxOf } from './mailbox.js'

const hourMs = 3_600_000

/** Mails that forms may send to one mailbox at once; what comes then is told together, in one mail each eight hours. */
const mailsPerMailbox: Allowance = { burst: 5, everyMs: 8 * hourMs }

/** A form that names two people writes to one of them at a time: the one who had most waits. */
export async function holdMails(payload: Payload, emails: string[], at: Date): Promise<HeldMail | null> {
  let held: HeldMail | null = null
  for (const mailbox of new Set(emails.map(mailboxOf))) {
    const key = hashOf(payload, `mail:${mailbox}`)
    const wait = await take(payload, key, mailsPerMailbox, at)
    if (wait === 0) continue
    if (!held || held.afterMs < wait) held = { afterMs: wait, together: key }
  }
  return held
}

/**
 * One mail that told of several things has left: it counts as one more.
 * @returns when the mailbox may have another
 */
export async function countMailTogether(payload: Payload, together: string, now: Date): Promise<Date> {
  await take(payload, together, mailsPerMailbox, now)
  return new Date(now.getTime() + mailsPerMailbox.everyMs)
}
