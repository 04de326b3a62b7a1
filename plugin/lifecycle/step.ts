// A step that an editor may take back: what is queued while it runs bears its mark, and mails wait until it cannot be taken back
// any more.
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { mokor } from '../runtime.js'

/** In a request's context while a step runs. */
const key = 'mokorStep'

/** None where the site lets nothing be taken back. */
export const newMark = (req: PayloadRequest): string | undefined => (undoMs(req) > 0 ? randomUUID() : undefined)

/** Runs what a step does; whatever it queues bears the mark. */
export async function duringStep<T>(req: PayloadRequest, mark: string, work: () => Promise<T>): Promise<T> {
  req.context[key] = mark
  try {
    return await work()
  } finally {
    delete req.context[key]
  }
}

/** Mark of the step that runs now, if it can be taken back. */
export const currentStep = ({ context }: PayloadRequest): string | undefined => context[key] as string | undefined

/** How long after a step it can be taken back. */
export const undoMs = ({ payload }: PayloadRequest): number => mokor(payload).options.outbox.undoSeconds * 1000

/** Until when a step of this moment can be taken back. */
export const undoUntil = (req: PayloadRequest, at: Date): Date => new Date(at.getTime() + undoMs(req))
