// What a language must hold so that problems can be answered in it.
import type { ProblemKind } from '../problem-kinds.js'

export interface Messages {
  /** Title and detail of each kind of problem. */
  problems: Record<ProblemKind, [title: string, detail: string]>
  /** One sentence a field code. */
  codes: Record<string, string>
}
