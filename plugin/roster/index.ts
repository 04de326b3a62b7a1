// The second read model: every active member, public or not, as the desk proposes them for work. No public answer ever reads it.
import type { Payload } from 'payload'
import { isMongo } from '../database/mongo.js'
import { mokor } from '../runtime.js'
import { embeddedRoster } from './embedded.js'
import { sweepRoster } from './enrol.js'
import { mongoRoster } from './mongo.js'
import type { Roster } from './roster.js'

export { checkRoster, enrol, forgetOldRosterChanges, recount } from './enrol.js'
export type { RosterCandidate, RosterQuestion, Way } from './question.js'
export type { Roster } from './roster.js'
export { allItalyKm, type JobCounts, noJobs, type RosterMember, type RosterRow, type RosterSkill } from './row.js'
export type { RosterSource } from './source.js'

const rosters = new WeakMap<Payload, Roster>()

export function rosterOf(payload: Payload): Roster {
  const known = rosters.get(payload)
  if (known) return known
  const { engine } = mokor(payload).options.directory
  const made = engine === 'embedded' || !isMongo(payload) ? embeddedRoster(payload) : mongoRoster(payload)
  rosters.set(payload, made)
  return made
}

/** Indexes, and the sweep that mends what a crash left. Called at start. */
export async function prepareRoster(payload: Payload): Promise<void> {
  await rosterOf(payload).prepare()
  await sweepRoster(payload)
}
