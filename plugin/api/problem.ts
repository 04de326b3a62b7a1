// API errors as problem documents (RFC 9457).

import type { ProblemDto } from '../contract/dto.js'
import { wordsFor } from './messages/index.js'
import { type ProblemKind, problemStatus } from './problem-kinds.js'

export interface FieldIssue {
  /** JSON pointer into the body, e.g. `/client/email`. */
  pointer?: string
  /** Name of the query parameter. */
  parameter?: string
  /** Key of plugin/api/messages, e.g. `email.invalid`. */
  code: string
  choices?: { value: string; label: string }[]
}

/** Thrown by services and guards; the pipeline turns it into a problem answer in the visitor's language. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly issues: FieldIssue[] = [],
    /** Seconds, for 429 and 503. */
    readonly retryAfter?: number,
    /** What the same form was answered when it came the first time. */
    readonly answer?: unknown,
  ) {
    super(`${kind}: ${issues.map((issue) => `${issue.pointer ?? issue.parameter ?? ''} ${issue.code}`).join(', ')}`)
    this.name = 'Problem'
  }
}

/** By what it holds, as all errors are told here. */
export const isProblem = (error: unknown): error is Problem => {
  const { kind, issues } = (error ?? {}) as Partial<Problem>
  return typeof kind === 'string' && Object.hasOwn(problemStatus, kind) && Array.isArray(issues)
}

export type ProblemBody = ProblemDto

/** The answer's body, in the visitor's language. */
export function problemBody(problem: Problem, lang: string, reading?: boolean): ProblemBody {
  const words = wordsFor(lang)
  const { title, detail } = words.problem(problem.kind, reading)
  return {
    type: `urn:mokor:problem:${problem.kind}`,
    title,
    status: problemStatus[problem.kind],
    detail,
    ...(problem.answer === undefined ? {} : { answer: problem.answer }),
    ...(problem.issues.length > 0 ? { errors: problem.issues.map((issue) => fieldError(issue, words)) } : {}),
  }
}

function fieldError(issue: FieldIssue, words: ReturnType<typeof wordsFor>): NonNullable<ProblemBody['errors']>[number] {
  return {
    ...(issue.pointer === undefined ? {} : { pointer: issue.pointer }),
    ...(issue.parameter === undefined ? {} : { parameter: issue.parameter }),
    code: issue.code,
    message: words.message(issue.code),
    ...(issue.choices ? { choices: issue.choices } : {}),
  }
}
