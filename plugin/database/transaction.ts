// Runs a unit of work in a transaction, and retries it on transient errors.

import { setTimeout } from 'node:timers/promises'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { isDuplicate, isRetryable } from '../values/error-kinds.js'
import { throwIfAborted } from './cancellation.js'
import { compensate } from './compensation.js'
import { enterWriteQueue, withWriteQueue } from './serialize.js'

const attempts = 5

/**
 * Runs `work` in a transaction of its own and retries it whole, at most five times, on transient errors and duplicate
 * keys. On SQLite, which has none, order keeps things safe and works of this process come one after the other; on PostgreSQL
 * half as many run at once as the pool has connections.
 * Hooks inside must pass the `req` they are given.
 * @param caller whose user and language the work acts with; Local API calls still need `overrideAccess: false` to check access
 */
export async function inTransaction<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  caller: Pick<PayloadRequest, 'user' | 'i18n'> | null = null,
): Promise<T> {
  return withWriteQueue(payload, async () => {
    await enterWriteQueue(payload)
    return withRetries(payload, work, caller)
  })
}

async function withRetries<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  caller: Pick<PayloadRequest, 'user' | 'i18n'> | null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    throwIfAborted()
    const req = await createLocalReq(caller ? { req: { user: caller.user, i18n: caller.i18n } } : {}, payload)
    const begun = await initTransaction(req)
    try {
      const result = await work(req)
      if (begun) {
        throwIfAborted()
        await commitTransaction(req)
      }
      return result
    } catch (error) {
      if (begun) await killTransaction(req)
      // A mend that fails too must not hide why the work did.
      else await compensate(req).catch((failure: unknown) => payload.logger.error(failure))
      if (attempt >= attempts || !(isRetryable(error) || isDuplicate(error, req))) throw error
      // Whoever collided with us must not meet us again at the same moment.
      await setTimeout(2 ** attempt * (5 + Math.random() * 10))
    }
  }
}
