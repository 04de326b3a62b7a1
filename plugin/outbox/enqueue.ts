// Queues a mail or a job with the change that causes it.
import type { PayloadRequest } from 'payload'
import type { HeldMail } from '../contract/write-facts.js'
import { databaseNow } from '../database/clock.js'
import { isRehearsed, rehearseMail } from '../lifecycle/rehearsal.js'
import { currentStep, undoUntil } from '../lifecycle/step.js'
import { issueLink } from '../links/tokens.js'
import { mokor, slugOf } from '../runtime.js'
import { titleOf } from './about.js'

export interface QueuedMail {
  /** Unique: the same key is never queued twice, e.g. `member-active:<id>:<moment>`. */
  key: string
  /** Name in the runtime's `mails`, or in its `jobs`. */
  template: string
  /** Id of the document the mail speaks of. */
  target: string
  lang: string
  /** Purpose of a link to issue with the row; its address is derived while rendering. */
  link?: string
  /** What the link is about, where that is not the mail's own target. */
  linkTarget?: string
  /** Plain words for the template, e.g. an editor's reason. No address, no token. */
  words?: Record<string, string>
  /** A time of the calendar, or one that stands in the document; what is so long from now has `afterMs`. */
  dueAt?: Date
  /** Milliseconds from now, by the clock that says when it is due: this machine's own may be wrong. @default 0 */
  afterMs?: number
  /** Mails of one name that are due leave as one; a form's `held` says it, for a mailbox that had enough of them. */
  together?: string
}

/** For what comes after a mail that was held: it goes with the others too. */
export const together = (held: HeldMail | undefined): Pick<QueuedMail, 'together'> =>
  held ? { together: held.together } : {}

/**
 * Queues a mail with the change that causes it (same `req`, same transaction). Does nothing when the key exists.
 * A network that is switched off writes to nobody, now or later; its other work waits until it is on again.
 */
export async function enqueue(req: PayloadRequest, mail: QueuedMail): Promise<void> {
  const { payload } = req
  const { options, jobs } = mokor(payload)
  if (options.disabled && !Object.hasOwn(jobs, mail.template)) return
  const collection = slugOf(payload, 'outbox')
  // Looked up first: a duplicate key would abort the caller's transaction on MongoDB.
  if (await isQueued(req, mail.key)) return
  if (isRehearsed(req)) return rehearseMail(req, mail)
  const step = currentStep(req)
  const now = await databaseNow(payload, req)
  const dueAt = mail.dueAt ?? new Date(now.getTime() + (mail.afterMs ?? 0))
  const target = mail.linkTarget ?? mail.target
  const link = mail.link === undefined ? null : await issueLink(req, { purpose: mail.link, target })
  await payload.create({
    collection,
    req,
    depth: 0,
    data: {
      key: mail.key,
      template: mail.template,
      target: mail.target,
      about: await titleOf(req, mail),
      link,
      lang: mail.lang,
      words: mail.words ?? null,
      together: mail.together ?? null,
      status: 'queued',
      attempts: 0,
      step: step ?? null,
      dueAt: (step ? later(dueAt, undoUntil(req, now)) : dueAt).toISOString(),
    },
  })
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)

/** Whether a mail of this key is queued, or was. */
export async function isQueued(req: PayloadRequest, key: string): Promise<boolean> {
  const collection = slugOf(req.payload, 'outbox')
  return (await req.payload.db.findOne({ collection, where: { key: { equals: key } }, req })) !== null
}
