// The texts that each language must have for API problems.
import type { ProblemKind } from '../problem-kinds.js'

export interface Messages {
  /** Title and detail of each kind of problem. */
  problems: Record<ProblemKind, [title: string, detail: string]>
  /** Detail of `busy` where something was only read: who shows it asks again by itself. */
  busyRead: string
  /** One sentence a field code. */
  codes: Record<string, string>
}
