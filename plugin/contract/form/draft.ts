// The draft of a form: what was typed, the step, the answer.
import type { Values } from './values.js'

export interface Draft {
  values: Values
  /** Text typed into a suggesting field and not yet chosen. */
  pending: Readonly<Record<string, string>>
  step: number
  /** The network's answer, once it took the form. */
  answer?: unknown
}
