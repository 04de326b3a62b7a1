// Type of a job: work that the outbox does when it is due, without sending anything.
import type { Payload, PayloadRequest } from 'payload'
import type { About } from './about.js'

export interface JobDefinition extends About {
  /** For work that comes back by itself: when next after a moment, and what tells that time from the others. */
  next?(payload: Payload, after: Date): { round: string; dueAt: Date }
  /** Runs in a transaction of its own, also on a site that cannot send mail. */
  run(req: PayloadRequest, target: string, words: Record<string, string>): Promise<void>
}
