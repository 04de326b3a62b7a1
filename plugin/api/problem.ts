// Errors as the public sees them (RFC 9457): a title, a detail, and which field or parameter to mend.
import type { ProblemDto } from './dto.js'

export interface FieldIssue {
  /** JSON pointer into the body, e.g. `/client/email`. */
  pointer?: string
  /** Name of the query parameter. */
  parameter?: string
  /** Key of plugin/api/messages, e.g. `email.invalid`. */
  code: string
  /** Values for the message's placeholders. */
  values?: Record<string, string | number>
  choices?: { value: string; label: string }[]
}

export type ProblemKind =
  | 'bad-request'
  | 'invalid'
  | 'origin'
  | 'not-found'
  | 'challenge'
  | 'too-large'
  | 'media-type'
  | 'limit'
  | 'unavailable'

export const problemStatus: Record<ProblemKind, number> = {
  'bad-request': 400,
  origin: 403,
  'not-found': 404,
  challenge: 409,
  'too-large': 413,
  'media-type': 415,
  invalid: 422,
  limit: 429,
  unavailable: 503,
}

/** Thrown by services and guards; the pipeline turns it into a problem answer in the visitor's language. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly issues: FieldIssue[] = [],
    /** Seconds, for 429 and 503. */
    readonly retryAfter?: number,
  ) {
    super(`${kind}: ${issues.map((issue) => `${issue.pointer ?? issue.parameter ?? ''} ${issue.code}`).join(', ')}`)
    this.name = 'Problem'
  }
}

export type ProblemBody = ProblemDto
