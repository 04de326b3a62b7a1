// Compares the published rows with the members, and repairs them.
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../database/transaction.js'
import { mokor, slugOf } from '../runtime.js'
import { rowOf } from './build.js'
import { everything, noteChange } from './changes.js'
import type { DirectoryRow, PublicProfile } from './row.js'

export interface DirectoryReport {
  /** Rows that ought to be there. */
  compared: number
  /** Ids of public members without a row. */
  missing: string[]
  /** Ids whose row shows something else than the file. */
  stale: string[]
  /** Ids of rows that nobody ought to see. */
  extra: string[]
  mended: boolean
}

const batch = 100

/** @param mend also puts right what differs, a batch a transaction */
export async function checkDirectory(payload: Payload, { mend }: { mend: boolean }): Promise<DirectoryReport> {
  const req = await createLocalReq({}, payload)
  const published = (await mokor(payload).profiles.idsPublished(req)).toSorted()
  const rows = await digests(req)
  const wanted = new Set(published)
  const report: DirectoryReport = {
    compared: published.length,
    missing: published.filter((id) => !rows.has(id)),
    stale: [],
    extra: [...rows.keys()].filter((id) => !wanted.has(id)),
    mended: mend,
  }
  // What must not be seen goes first.
  if (mend) for (const ids of batches(report.extra)) await mendRows(payload, ids)
  for (const ids of batches(published)) {
    const stale = (await builtRows(req, ids)).filter((row) => rows.has(row.id) && rows.get(row.id) !== row.digest)
    report.stale.push(...stale.map((row) => row.id))
    const differing = ids.filter((id) => !rows.has(id) || report.stale.includes(id))
    if (mend && differing.length > 0) await mendRows(payload, differing)
  }
  // A crash may have come between a row and its entry among the changes: whoever keeps a copy in memory reads all rows again.
  if (mend && !(await hasTransactions(payload))) await inTransaction(payload, (req) => noteChange(req, [everything]))
  return report
}

/**
 * At start. Where a change and its row share a transaction a crash leaves nothing to mend; elsewhere everything is compared.
 * Rows that an older version of the plugin wrote are written anew, behind the site's back: until then they are found by less.
 */
export async function sweepAtStart(payload: Payload): Promise<void> {
  if (!(await hasTransactions(payload))) await checkDirectory(payload, { mend: true })
  else if (await isOutdated(payload))
    checkDirectory(payload, { mend: true }).catch((error: unknown) =>
      payload.logger.error({ err: error, msg: 'payload-plugin-mokor: the directory waits for `payload mokor:check`' }),
    )
}

/** The row that is mended last tells whether all of them are today's. */
async function isOutdated(payload: Payload): Promise<boolean> {
  const { docs } = await payload.db.find<Pick<DirectoryRow, 'id' | 'digest'>>({
    collection: slugOf(payload, 'directory'),
    select: { digest: true },
    sort: '-id',
    limit: 1,
    pagination: false,
  })
  const [last] = docs
  if (!last) return false
  const [built] = await builtRows(await createLocalReq({}, payload), [last.id])
  return built !== undefined && built.digest !== last.digest
}

async function hasTransactions(payload: Payload): Promise<boolean> {
  const id = await payload.db.beginTransaction()
  if (id === null || id === undefined) return false
  await payload.db.rollbackTransaction(id)
  return true
}

/** Rows of these members as their files stand now, whatever was thought of them before. */
const mendRows = (payload: Payload, ids: string[]): Promise<void> =>
  inTransaction(payload, (req) => mokor(payload).profiles.refresh(req, ids))

async function builtRows(req: PayloadRequest, ids: string[]): Promise<DirectoryRow[]> {
  const { profiles } = mokor(req.payload)
  const shown = await profiles.profilesOf(req, ids)
  const skills = await profiles.skillWords(req, skillsOf(shown))
  const words = new Map(skills.map((skill) => [skill.slug, skill]))
  return shown.map((profile) => rowOf(profile, words))
}

const skillsOf = (profiles: PublicProfile[]): string[] => [
  ...new Set(profiles.flatMap(({ skills }) => skills.flatMap(({ slug }) => slug ?? []))),
]

async function digests(req: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await req.payload.db.find<Pick<DirectoryRow, 'id' | 'digest'>>({
    collection: slugOf(req.payload, 'directory'),
    select: { digest: true },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((row) => [row.id, row.digest]))
}

const batches = (ids: string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch))
