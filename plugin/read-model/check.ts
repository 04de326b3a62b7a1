// Compares the rows of a read model with the documents that they stand for, and repairs them.
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../database/transaction.js'
import { slugOf } from '../runtime.js'
import { everything, noteChange, type ReadModel } from './changes.js'
import { digestsOf, type ModelRow } from './rows.js'

export interface ReadModelReport {
  /** Rows that ought to be there. */
  compared: number
  /** Ids of documents without their row. */
  missing: string[]
  /** Ids whose row says something else than the document. */
  stale: string[]
  /** Ids of rows that ought not to be there. */
  extra: string[]
  mended: boolean
}

/** What rows ought to be there. */
export interface Checked extends ReadModel {
  /** Ids of the documents that must have a row, as strings. */
  ids(req: PayloadRequest): Promise<string[]>
  /** The rows as these documents give them now; of those that give none there is none. */
  build(req: PayloadRequest, ids: readonly string[]): Promise<ModelRow[]>
  /** Writes or removes the rows of these ids as their documents stand, whatever was thought of them before. */
  refresh(req: PayloadRequest, ids: readonly string[]): Promise<void>
}

const batch = 100

/** @param mend also puts right what differs, a batch a transaction */
export async function checkRows(
  payload: Payload,
  model: Checked,
  { mend }: { mend: boolean },
): Promise<ReadModelReport> {
  const req = await createLocalReq({}, payload)
  const mendRows = (ids: readonly string[]): Promise<void> =>
    inTransaction(payload, (inner) => model.refresh(inner, ids))
  const due = (await model.ids(req)).toSorted()
  const rows = await digestsOf(req, model, null)
  const wanted = new Set(due)
  const report: ReadModelReport = {
    compared: due.length,
    missing: due.filter((id) => !rows.has(id)),
    stale: [],
    extra: [...rows.keys()].filter((id) => !wanted.has(id)),
    mended: mend,
  }
  // What must not be seen goes first.
  if (mend) for (const ids of batches(report.extra)) await mendRows(ids)
  for (const ids of batches(due)) {
    const stale = (await model.build(req, ids)).filter((row) => rows.has(row.id) && rows.get(row.id) !== row.digest)
    report.stale.push(...stale.map((row) => row.id))
    const differing = ids.filter((id) => !rows.has(id) || report.stale.includes(id))
    if (mend && differing.length > 0) await mendRows(differing)
  }
  // A crash may have come between a row and its entry in the log: whoever keeps a copy in memory reads all rows again.
  if (mend && !(await hasTransactions(payload)))
    await inTransaction(payload, (inner) => noteChange(inner, model, [everything]))
  return report
}

/**
 * At start. Where a change and its row share a transaction a crash leaves nothing to mend; elsewhere everything is compared.
 * Rows that an older version of the plugin wrote, or never wrote, are written behind the site's back: until then they are found by less.
 */
export async function sweepAtStart(payload: Payload, model: Checked): Promise<void> {
  if (!(await hasTransactions(payload))) await checkRows(payload, model, { mend: true })
  else if (await isOutdated(payload, model))
    checkRows(payload, model, { mend: true }).catch((error: unknown) =>
      payload.logger.error({
        err: error,
        msg: `payload-plugin-mokor: ${slugOf(payload, model.rows)} waits for \`payload mokor:check\``,
      }),
    )
}

/** The row that is mended last tells whether all of them are today's. */
async function isOutdated(payload: Payload, model: Checked): Promise<boolean> {
  const { docs } = await payload.db.find<ModelRow>({
    collection: slugOf(payload, model.rows),
    select: { digest: true },
    sort: '-id',
    limit: 1,
    pagination: false,
  })
  const req = await createLocalReq({}, payload)
  const [last] = docs
  // A model that is new to the site has no rows yet.
  if (!last) return (await model.ids(req)).length > 0
  const [built] = await model.build(req, [last.id])
  return built !== undefined && built.digest !== last.digest
}

async function hasTransactions(payload: Payload): Promise<boolean> {
  const id = await payload.db.beginTransaction()
  if (id === null || id === undefined) return false
  await payload.db.rollbackTransaction(id)
  return true
}

const batches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch))
