// Defines a job: work that the outbox performs when due, without sending anything.
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/transaction.js'
import type { MailDefinition } from '../definitions/mail.js'

/** Runs `work` in a transaction of its own when its row is due, also on a site that cannot send mail. */
export const job = (
  work: (req: PayloadRequest, target: string, words: Record<string, string>) => Promise<void>,
): MailDefinition => ({
  effect: true,
  async render({ req, target, words }) {
    await inTransaction(req.payload, (inner) => work(inner, target, words))
    return null
  },
})
