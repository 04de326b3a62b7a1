// Tells errors apart by what they hold. A production build renames classes, and Next may load Payload twice: neither a class's
// name nor `instanceof` says what an error is there.

/** Any error, as far as the tests below look at it. */
interface Seen {
  name?: unknown
  message?: unknown
  status?: unknown
  code?: unknown
  codeName?: unknown
  data?: unknown
  isPublic?: unknown
  isOperational?: unknown
  cause?: unknown
  hasErrorLabel?: (label: string) => boolean
}

const seen = (error: unknown): Seen | null => (typeof error === 'object' && error !== null ? error : null)

export interface FieldError {
  path: string
  message: string
}

/** An error of Payload's or ours whose sentence is meant for whoever asked. */
export interface PublicError {
  message: string
  /** HTTP status. */
  status: number
  data: unknown
}

/**
 * What Payload's `APIError` and everything made of it hold (`NotFound`, `Forbidden`, `ValidationError`, our refusals);
 * null for faults, whose words may tell what nobody should read.
 */
export function publicErrorOf(error: unknown): PublicError | null {
  const { message, status, data = null, isPublic, isOperational } = seen(error) ?? {}
  if (isOperational !== true || isPublic !== true) return null
  return typeof message === 'string' && typeof status === 'number' ? { message, status, data } : null
}

/** Fields that a collection refused, as Payload's `ValidationError` lists them; null for any other error. */
export function fieldErrorsOf(error: unknown): FieldError[] | null {
  const { status, data } = seen(error) ?? {}
  const list = status === 400 ? (seen(data) as { errors?: unknown } | null)?.errors : null
  if (!Array.isArray(list) || list.length === 0) return null
  // An adapter names no path where it cannot tell the index that refused.
  return list.map((one: { path?: unknown; message?: unknown } | null) => ({
    path: String(one?.path ?? ''),
    message: String(one?.message ?? ''),
  }))
}

/**
 * Whether a unique index refused a write: every adapter of Payload turns that into refused fields, with one sentence.
 * @param req whose language the sentence is in, where the write had one
 */
export function isDuplicate(error: unknown, req?: { t(key: 'error:valueMustBeUnique'): string }): boolean {
  const sentences = ['Value must be unique', req?.t('error:valueMustBeUnique')]
  return fieldErrorsOf(error)?.some(({ message }) => sentences.includes(message)) ?? false
}

/** Transient transaction errors and duplicate keys as the drivers give them, on MongoDB, SQLite and Postgres. */
export function isRetryable(error: unknown): boolean {
  const one = seen(error)
  if (!one) return false
  if (one.hasErrorLabel?.('TransientTransactionError') || one.hasErrorLabel?.('UnknownTransactionCommitResult'))
    return true
  if (one.code === 11000 || one.code === 112 || one.codeName === 'WriteConflict') return true
  // Two first commands of a transaction at once: the second can come before the one that opens it.
  if (one.code === 251 || one.codeName === 'NoSuchTransaction') return true
  if (
    typeof one.code === 'string' &&
    /^(SQLITE_BUSY|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|40001|40P01|23505)/.test(one.code)
  )
    return true
  return isRetryable(one.cause)
}

/** Whether MongoDB ended a command that took longer than it was given: the database is there, and has too much to do. */
export const isOutOfTime = (error: unknown): boolean => {
  const { code, codeName } = seen(error) ?? {}
  return code === 50 || codeName === 'MaxTimeMSExpired'
}

/** MongoDB's driver and mongoose write these names out as texts, which no build renames; their errors hold nothing else in common. */
const gone =
  /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|TopologyClosed|PoolClosed|ClientClosed|ExpiredSession)Error$/

/** Whether an error says that the database cannot be reached, on any adapter. */
export function isUnreachable(error: unknown): boolean {
  const one = seen(error)
  if (!one) return false
  if (gone.test(String(one.name))) return true
  if (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[123]|08\d{3}|SQLITE_CANTOPEN|SQLITE_IOERR)/.test(
      String(one.code),
    )
  )
    return true
  if (/buffering timed out|interrupted at shutdown|Client must be connected/i.test(String(one.message))) return true
  return isUnreachable(one.cause)
}
