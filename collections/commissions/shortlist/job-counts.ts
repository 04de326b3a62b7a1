// What the offers and jobs of members come to, for the roster: counted from the documents themselves.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { type JobCounts, noJobs } from '../../../plugin/roster/index.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { couldBeId, databaseId } from '../../../plugin/values/document-id.js'
import type { CommissionStatus } from '../lifecycle.js'

/** The work is agreed and not done yet. */
const inHand: readonly CommissionStatus[] = ['agreed', 'in-progress', 'disputed']

/** Where nothing came of an agreement. */
const cameToNothing: readonly CommissionStatus[] = ['withdrawn', 'triage', 'offered', 'received']

const later = (a: string | null, b: string | null | undefined): string | null => {
  const day = b ? dayInItaly(new Date(b)) : null
  return day !== null && (a === null || day > a) ? day : a
}

/** By id of the member; who was never asked is left out. */
export async function jobCounts(req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, JobCounts>> {
  const wanted = ids.filter((id) => couldBeId(req.payload, id)).map((id) => databaseId(req.payload, id))
  const counts = new Map<string, JobCounts>()
  if (wanted.length === 0) return counts
  const asked = new Set(ids)
  const among = (people: readonly unknown[]): string[] => [...new Set(people.map(String))].filter((id) => asked.has(id))
  const add = (id: unknown, change: (before: JobCounts) => Partial<JobCounts>): void => {
    const before = counts.get(String(id)) ?? noJobs
    counts.set(String(id), { ...before, ...change(before) })
  }
  // One after the other: a transaction of MongoDB takes one command at a time.
  const offers = await documents(req, 'offers').find({ member: { in: wanted } })
  const theirs: Where = { or: [{ executor: { in: wanted } }, { partners: { in: wanted } }] }
  const jobs = await documents(req, 'commissions').find(theirs)
  for (const { member, askedAt, decline } of offers)
    if (askedAt)
      add(member, ({ asked, askedOn, busyUntil }) => ({
        asked: asked + 1,
        askedOn: later(askedOn, askedAt),
        busyUntil: later(busyUntil, decline?.until),
      }))
  for (const { executor, partners, agreement, since, status } of jobs)
    for (const id of cameToNothing.includes(status) ? [] : among([executor, ...(partners ?? [])]))
      add(id, ({ openJobs, served, servedOn }) => ({
        openJobs: openJobs + (inHand.includes(status) ? 1 : 0),
        served: served + 1,
        servedOn: later(servedOn, agreement?.at ?? since),
      }))
  return counts
}
