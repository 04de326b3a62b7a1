// A unit of work that happens whole or not at all, and is tried again when the database asks for it.
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

const attempts = 5

/**
 * Runs `work` in a transaction of its own (none on SQLite, where order keeps things safe) and retries it whole,
 * at most five times, on transient errors and duplicate keys. Hooks inside must pass the `req` they are given.
 * @param user acts as this user for access and versions; Local API calls still need `overrideAccess: false` to check it
 */
export async function inTransaction<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  user: PayloadRequest['user'] = null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const req = await createLocalReq(user ? { user } : {}, payload)
    const begun = await initTransaction(req)
    try {
      const result = await work(req)
      if (begun) await commitTransaction(req)
      return result
    } catch (error) {
      if (begun) await killTransaction(req)
      if (attempt >= attempts || !(isRetryable(error) || isDuplicate(error, req))) throw error
    }
  }
}

/** Whether a unique index refused a write: every adapter of Payload turns that into a `ValidationError` in the request's language. */
export function isDuplicate(error: unknown, req?: PayloadRequest): boolean {
  const seen = error as { name?: unknown; data?: { errors?: { message?: unknown }[] } } | null
  if (!seen || typeof seen !== 'object' || seen.name !== 'ValidationError') return false
  const sentences: unknown[] = ['Value must be unique', req?.t('error:valueMustBeUnique')]
  return seen.data?.errors?.some((issue) => sentences.includes(issue.message)) ?? false
}

/** Transient transaction errors and duplicate keys, on MongoDB, SQLite and Postgres. */
export function isRetryable(error: unknown): boolean {
  const seen = error as {
    code?: unknown
    codeName?: unknown
    cause?: unknown
    errorLabelSet?: Set<string>
    hasErrorLabel?: (label: string) => boolean
  } | null
  if (!seen || typeof seen !== 'object') return false
  if (seen.hasErrorLabel?.('TransientTransactionError') || seen.hasErrorLabel?.('UnknownTransactionCommitResult'))
    return true
  if (seen.code === 11000 || seen.code === 112 || seen.codeName === 'WriteConflict') return true
  if (
    typeof seen.code === 'string' &&
    /^(SQLITE_BUSY|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|40001|40P01|23505)/.test(seen.code)
  )
    return true
  return isRetryable(seen.cause)
}
