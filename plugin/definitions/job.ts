// Type of a job: work that the outbox does when it is due, without sending anything.
import type { PayloadRequest } from 'payload'
import type { About } from './about.js'

export interface JobDefinition extends About {
  /** Runs in a transaction of its own, also on a site that cannot send mail. */
  run(req: PayloadRequest, target: string, words: Record<string, string>): Promise<void>
}
