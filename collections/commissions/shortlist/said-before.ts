// What people said when they declined other jobs, where it speaks of this one: its client, its place, its trade.
import type { PayloadRequest } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { municipality } from '../../../plugin/geo/index.js'
import { dayInItaly } from '../../../plugin/values/dates.js'
import { couldBeId, databaseId } from '../../../plugin/values/document-id.js'
import type { DeclineCode, Offer } from '../offers/types.js'
import type { Commission } from '../types.js'
import type { Reason } from './reasons.js'

const spoken = ['not-this-person', 'too-far', 'too-big', 'too-small'] as const satisfies readonly DeclineCode[]

/** What was said longer ago says little of today. */
const monthsKept = 24

type Known = Pick<Commission, 'client' | 'place' | 'skills' | 'micro'>

const sameText = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a?.trim()) && a?.trim().toLowerCase() === b?.trim().toLowerCase()

const sameClient = ({ client: a }: Known, { client: b }: Known): boolean =>
  sameText(a.email, b.email) || sameText(a.phone, b.phone)

function sharesTrade({ skills: a }: Known, { skills: b }: Known): boolean {
  const known = new Set((a ?? []).flatMap(({ skill }) => (skill ? [String(skill)] : [])))
  return (b ?? []).some(({ skill }) => skill && known.has(String(skill)))
}

const sameTown = ({ place: a }: Known, { place: b }: Known): boolean => sameText(a?.municipality, b?.municipality)

/** Null where it says nothing of this request. A small job is never too big, nor another too small. */
export function saidOf(code: string | null | undefined, day: string, past: Known, now: Known): Reason | null {
  if (code === 'not-this-person') return sameClient(past, now) ? { code: 'said-not-client', params: { day } } : null
  if (code === 'too-far') {
    const place = municipality(now.place?.municipality ?? '')?.name
    return place && sameTown(past, now) ? { code: 'said-far', params: { place, day } } : null
  }
  if (!sharesTrade(past, now) || Boolean(past.micro) !== Boolean(now.micro)) return null
  if (code === 'too-big') return { code: 'said-big', params: { day } }
  return code === 'too-small' ? { code: 'said-small', params: { day } } : null
}

/** By id of the member, the latest of each kind; of these people only. */
export async function saidBefore(
  req: PayloadRequest,
  commission: Commission,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Reason[]>> {
  const { payload } = req
  const people = ids.filter((id) => couldBeId(payload, id)).map((id) => databaseId(payload, id))
  const said = new Map<string, Reason[]>()
  if (people.length === 0) return said
  const since = new Date()
  since.setMonth(since.getMonth() - monthsKept)
  const declined: Offer[] = await documents(req, 'offers').find(
    {
      and: [
        { member: { in: people } },
        { status: { equals: 'declined' } },
        { 'decline.code': { in: [...spoken] } },
        { since: { greater_than: since.toISOString() } },
      ],
    },
    { sort: '-since', limit: 500 },
  )
  const about = [...new Map(declined.map((offer) => [String(offer.commission), offer.commission])).values()]
  if (about.length === 0) return said
  const past = new Map(
    (await documents(req, 'commissions').find({ id: { in: about } })).map((one) => [String(one.id), one]),
  )
  for (const { member, commission: of, decline, since: at } of declined) {
    const before = past.get(String(of))
    const reason = before && saidOf(decline?.code, dayInItaly(new Date(at)), before, commission)
    const theirs = said.get(String(member)) ?? []
    if (reason && !theirs.some(({ code }) => code === reason.code)) said.set(String(member), [...theirs, reason])
  }
  return said
}
