// The texts that each language must have for API problems.
import type { ProblemKind } from '../problem-kinds.js'

export interface Messages {
  /** Title and detail of each kind of problem. */
  problems: Record<ProblemKind, [title: string, detail: string]>
  /** One sentence a field code. */
  codes: Record<string, string>
}
