// The published rows beside what the rooms supply: which ought to be there, and what repairs them.
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../database/transaction.js'
import { type Checked, checkRows, type ReadModelReport, sweepAtStart } from '../read-model/check.js'
import { mokor, slugOf } from '../runtime.js'
import { rowOf } from './build.js'
import { directoryModel } from './publish.js'
import type { DirectoryRow, PublicProfile } from './row.js'
import { isOfType, type ProfileSource, type RowSource, rowSourcesOf } from './source.js'

const model: Checked = {
  ...directoryModel,
  async ids(req) {
    const ids = await mokor(req.payload).profiles.idsPublished(req)
    for (const source of rowSourcesOf(req)) ids.push(...(await source.idsPublished(req)))
    return ids
  },
  build: builtRows,
  async refresh(req, ids) {
    const { profiles, rowSources } = mokor(req.payload)
    // Members first: other rows are made from theirs.
    for (const [source, own] of bySource(ids, [profiles, ...rowSources])) await source.refresh(req, own)
  },
}

/** @param mend also puts right what differs, a batch a transaction */
export const checkDirectory = (payload: Payload, how: { mend: boolean }): Promise<ReadModelReport> =>
  checkRows(payload, model, how)

export async function sweepDirectory(payload: Payload): Promise<void> {
  await sweepOthers(payload)
  await sweepAtStart(payload, model)
}

/** A room's feature may have been switched on or off since: what it shows no more is gone before anybody asks. */
async function sweepOthers(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  const on = rowSourcesOf(req)
  for (const source of mokor(payload).rowSources) {
    const wanted = on.includes(source) ? await source.idsPublished(req) : []
    const there = await idsOfType(payload, source)
    const differing = [...there.filter((id) => !wanted.includes(id)), ...wanted.filter((id) => !there.includes(id))]
    if (differing.length > 0) await inTransaction(payload, (inner) => source.refresh(inner, differing))
  }
}

async function idsOfType(payload: Payload, { type }: RowSource): Promise<string[]> {
  const { docs } = await payload.db.find<Pick<DirectoryRow, 'id' | 'type'>>({
    collection: slugOf(payload, 'directory'),
    where: { type: { equals: type } },
    select: { type: true },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ id }) => id)
}

async function builtRows(req: PayloadRequest, ids: readonly string[]): Promise<DirectoryRow[]> {
  const { profiles } = mokor(req.payload)
  const shown: PublicProfile[] = []
  for (const [source, own] of bySource(ids, [profiles, ...rowSourcesOf(req)]))
    shown.push(...(await source.profilesOf(req, own)))
  const skills = await profiles.skillWords(req, skillsOf(shown))
  const words = new Map(skills.map((skill) => [skill.slug, skill]))
  return shown.map((profile) => rowOf(profile, words))
}

type Source = Pick<ProfileSource, 'profilesOf' | 'refresh'>

/** Whose rows these are: the members' where no other source claims them. */
function bySource(ids: readonly string[], [members, ...others]: [ProfileSource, ...RowSource[]]): [Source, string[]][] {
  const isClaimed = (id: string) => others.some((source) => isOfType(id, source))
  const parts: [Source, string[]][] = [
    [members, ids.filter((id) => !isClaimed(id))],
    ...others.map((source): [Source, string[]] => [source, ids.filter((id) => isOfType(id, source))]),
  ]
  return parts.filter(([, own]) => own.length > 0)
}

const skillsOf = (profiles: PublicProfile[]): string[] => [
  ...new Set(profiles.flatMap(({ skills }) => skills.flatMap(({ slug }) => slug ?? []))),
]
