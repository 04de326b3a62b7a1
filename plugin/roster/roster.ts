// What a roster answers: the interface of both engines.
import type { RosterCandidate, RosterQuestion } from './question.js'
import type { RosterRow } from './row.js'

export interface Roster {
  /** Makes indexes; safe to repeat. */
  prepare(): Promise<void>
  /** The nearest first. */
  candidates(question: RosterQuestion): Promise<RosterCandidate[]>
  /** Of these members, those that are active. */
  rows(ids: readonly string[]): Promise<RosterRow[]>
}
