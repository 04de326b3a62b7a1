// Writes and removes roster rows in the transaction of the change that causes it.
import type { Payload, PayloadRequest } from 'payload'
import { forgetOldChanges, type ReadModel } from '../read-model/changes.js'
import { type Checked, checkRows, type ReadModelReport, sweepAtStart } from '../read-model/check.js'
import { writeRows } from '../read-model/rows.js'
import { mokor } from '../runtime.js'
import { rosterRowOf } from './build.js'
import { noJobs, type RosterMember, type RosterRow } from './row.js'

export const rosterModel: ReadModel = { rows: 'roster', changes: 'rosterChanges' }

/** Rows of these members, and none any more of the ids that are gone; with the change that causes it (same `req`). */
export async function enrol(
  req: PayloadRequest,
  { members, gone }: { members: readonly RosterMember[]; gone: readonly string[] },
): Promise<void> {
  await writeRows(req, rosterModel, { rows: await rowsOf(req, members), gone })
}

/** To be called with every change of a member's offers or jobs (same `req`): the row counts them anew. */
export const recount = (req: PayloadRequest, id: number | string): Promise<void> =>
  mokor(req.payload).roster.refresh(req, [String(id)])

async function rowsOf(req: PayloadRequest, members: readonly RosterMember[]): Promise<RosterRow[]> {
  const counts = await mokor(req.payload).roster.counts(
    req,
    members.map(({ id }) => id),
  )
  return members.map((member) => rosterRowOf(member, counts.get(member.id) ?? noJobs))
}

const checked = (payload: Payload): Checked => {
  const { roster } = mokor(payload)
  return {
    ...rosterModel,
    ids: (req) => roster.ids(req),
    build: async (req, ids) => rowsOf(req, await roster.members(req, ids)),
    refresh: (req, ids) => roster.refresh(req, ids),
  }
}

/** @param mend also puts right what differs, a batch a transaction */
export const checkRoster = (payload: Payload, how: { mend: boolean }): Promise<ReadModelReport> =>
  checkRows(payload, checked(payload), how)

export const sweepRoster = (payload: Payload): Promise<void> => sweepAtStart(payload, checked(payload))

export const forgetOldRosterChanges = (payload: Payload): Promise<void> =>
  forgetOldChanges(payload, rosterModel.changes)
