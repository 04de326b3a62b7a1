// Puts a trade into every file that holds an own word, or another trade that was merged into it: in batches from the outbox, each of
// which queues the next. A batch that is done twice finds nothing left to do, so it may break off anywhere.
import type { PayloadRequest, Where } from 'payload'
import { withoutValidation } from '../../../plugin/collection/skip-validation.js'
import { documents } from '../../../plugin/database/documents.js'
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { type DocumentId, databaseId } from '../../../plugin/values/document-id.js'
import { type Holder, holders, holdsOwnWord, ownWordOf, type TradeRow, withTrade, wordKey } from './holders.js'

/** What gives way to the trade: an own word by its key, or a trade by its id. */
export type Replaced = { own: string } | { merged: DocumentId }

/** Files looked at in one batch. */
const batch = 50

interface Held {
  id: DocumentId
  skills?: TradeRow[] | null
}

/** Files that may hold it. */
const mayHold = (replaced: Replaced): Where =>
  'own' in replaced ? holdsOwnWord : { 'skills.skill': { equals: replaced.merged } }

const matching =
  (replaced: Replaced) =>
  (row: TradeRow): boolean =>
    'own' in replaced
      ? wordKey(ownWordOf(row) ?? '') === replaced.own
      : Boolean(row.skill) && String(row.skill) === String(replaced.merged)

interface Batch {
  replaced: Replaced
  skill: DocumentId
  /** Tells this rewriting from an earlier one of the same. */
  round: string
  holder: Holder
  after: string
}

/** Queues the whole rewriting with whatever decided on it. */
export const rewriteFiles = (req: PayloadRequest, replaced: Replaced, skill: DocumentId): Promise<void> =>
  queue(req, { replaced, skill, round: new Date().toISOString(), holder: holders[0], after: '' })

const queue = (req: PayloadRequest, { replaced, skill, round, holder, after }: Batch): Promise<void> =>
  enqueue(req, {
    key: `skill-files:${skill}:${round}:${holder}:${after}`,
    template: 'skill-files',
    target: String(skill),
    lang: mokor(req.payload).options.languages[0] ?? 'it',
    words: {
      round,
      holder,
      after,
      ...('own' in replaced ? { own: replaced.own } : { merged: String(replaced.merged) }),
    },
  })

async function rewriteBatch(req: PayloadRequest, given: Batch): Promise<void> {
  const { replaced, skill, holder, after } = given
  const { payload } = req
  const next: Where[] = after === '' ? [] : [{ id: { greater_than: databaseId(payload, after) } }]
  const found = (await documents(req, holder).find(
    { and: [mayHold(replaced), ...next] },
    { limit: batch, sort: 'id', trash: true },
  )) as unknown as Held[]
  for (const { id, skills } of found) {
    const rows = withTrade(skills ?? [], matching(replaced), skill)
    if (rows) await store(req, holder, id, rows)
  }
  const last = found.at(-1)
  if (last && found.length === batch) return queue(req, { ...given, after: String(last.id) })
  const following = holders[holders.indexOf(holder) + 1]
  if (following) await queue(req, { ...given, holder: following, after: '' })
}

/** As any save of the file, so that its public row follows; what else may be wrong in it is nobody's fault here. */
const store = (req: PayloadRequest, holder: Holder, id: DocumentId, skills: TradeRow[]): Promise<unknown> =>
  withoutValidation(req, () =>
    req.payload.update({
      collection: slugOf(req.payload, holder),
      id,
      data: { skills },
      depth: 0,
      trash: true,
      overrideAccess: true,
      req,
    }),
  )

export const filesJob: JobDefinition = {
  document: 'skills',
  async run(req, target, { round = '', holder, after = '', own, merged }) {
    const { payload } = req
    const skill = databaseId(payload, target)
    // Deleted meanwhile: the words stay as they are.
    if (!(await documents(req, 'skills').byId(skill))) return
    const known = holders.find((one) => one === holder) ?? holders[0]
    const replaced: Replaced = own === undefined ? { merged: databaseId(payload, merged ?? '') } : { own }
    await rewriteBatch(req, { replaced, skill, round, holder: known, after })
  },
}

/** Whether a rewriting is under way. */
export async function isRewriting(req: PayloadRequest): Promise<boolean> {
  const row = await req.payload.db.findOne({
    collection: slugOf(req.payload, 'outbox'),
    where: { and: [{ template: { equals: 'skill-files' } }, { status: { in: ['queued', 'leased'] } }] },
    req,
  })
  return row !== null
}
