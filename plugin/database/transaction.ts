// A unit of work that happens whole or not at all, and is tried again when the database asks for it.
import { AsyncLocalStorage } from 'node:async_hooks'
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
import { stillWanted } from './cancellation.js'

const attempts = 5

interface Turn {
  /** There once the turn was asked for. */
  end?: () => void
}

/** Set while a piece of work runs without a transaction, so that work inside work does not wait for itself. */
const working = new AsyncLocalStorage<Turn>()
const lines = new WeakMap<Payload, Promise<void>>()

/**
 * On SQLite, which has no transactions for us, work that takes its turn (`takeTurn`) has it until it ends: works of this process
 * come one after the other.
 */
export async function inTurn<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  if (payload.db.name !== 'sqlite' || working.getStore()) return work()
  const turn: Turn = {}
  try {
    return await working.run(turn, work)
  } finally {
    turn.end?.()
  }
}

/** Waits until whoever came before has ended. Not before all that a slow visitor sends is there: others would wait for it too. */
export async function takeTurn(payload: Payload): Promise<void> {
  const turn = working.getStore()
  if (!turn || turn.end) return
  const before = lines.get(payload) ?? Promise.resolve()
  const over = new Promise<void>((resolve) => {
    turn.end = resolve
  })
  lines.set(
    payload,
    before.then(() => over),
  )
  await before
}

/** Keyed by a request's headers: hooks may get a proxy of the request, its headers are always the same object. */
const mends = new WeakMap<object, () => Promise<void>>()

/** Where no transaction takes the writes of a failed work back, `mend` puts right what this request left half done. */
export const mendOnFailure = (req: PayloadRequest, mend: () => Promise<void>): void => {
  mends.set(req.headers, mend)
}

/** For requests that run in no work of ours: what they left half done is put right, if they left anything. */
export const mendAfter = async (req: PayloadRequest): Promise<void> => mends.get(req.headers)?.()

/**
 * Runs `work` in a transaction of its own and retries it whole, at most five times, on transient errors and duplicate
 * keys. On SQLite, which has none, order keeps things safe and works of this process come one after the other.
 * Hooks inside must pass the `req` they are given.
 * @param caller whose user and language the work acts with; Local API calls still need `overrideAccess: false` to check access
 */
export async function inTransaction<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  caller: Pick<PayloadRequest, 'user' | 'i18n'> | null = null,
): Promise<T> {
  return inTurn(payload, async () => {
    await takeTurn(payload)
    return retried(payload, work, caller)
  })
}

async function retried<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  caller: Pick<PayloadRequest, 'user' | 'i18n'> | null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    stillWanted()
    const req = await createLocalReq(caller ? { req: { user: caller.user, i18n: caller.i18n } } : {}, payload)
    const begun = await initTransaction(req)
    try {
      const result = await work(req)
      if (begun) {
        stillWanted()
        await commitTransaction(req)
      }
      return result
    } catch (error) {
      if (begun) await killTransaction(req)
      // A mend that fails too must not hide why the work did.
      else await mendAfter(req).catch((failure: unknown) => payload.logger.error(failure))
      if (attempt >= attempts || !(isRetryable(error) || isDuplicate(error, req))) throw error
      // Whoever collided with us must not meet us again at the same moment.
      await setTimeout(2 ** attempt * (5 + Math.random() * 10))
    }
  }
}
