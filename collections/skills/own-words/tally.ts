// Counts the words that people and clients wrote themselves in place of a trade, as this editor may read them.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import { slugOf } from '../../../plugin/runtime.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { type Holder, holders, holdsOwnWord, ownWordOf, type TradeRow, wordKey } from './holders.js'

/** A word that was left as it is, until more hold it. */
export interface LeftWord {
  id: DocumentId
  key: string
  count: number
}

export interface Tally {
  key: string
  /** How often each spelling was written. */
  spellings: Map<string, number>
  /** How many documents hold it. */
  in: Map<Holder, number>
  count: number
}

const page = 500

/** By key. */
export async function tallyOf(req: PayloadRequest): Promise<Map<string, Tally>> {
  const found = new Map<string, Tally>()
  for (const holder of holders)
    for await (const rows of rowsIn(req, holder)) {
      const words = rows.flatMap((row) => ownWordOf(row) ?? [])
      for (const key of new Set(words.map(wordKey))) {
        if (key === '') continue
        const tally = found.get(key) ?? { key, spellings: new Map(), in: new Map(), count: 0 }
        found.set(key, tally)
        tally.count += 1
        tally.in.set(holder, (tally.in.get(holder) ?? 0) + 1)
        for (const word of words)
          if (wordKey(word) === key) tally.spellings.set(word, (tally.spellings.get(word) ?? 0) + 1)
      }
    }
  return found
}

/** The rows of each document that holds an own word, a page of documents at a time. */
async function* rowsIn(req: PayloadRequest, holder: Holder): AsyncGenerator<TradeRow[]> {
  const collection = slugOf(req.payload, holder)
  const readable = await readableBy(req, collection)
  if (!readable) return
  let after: DocumentId | null = null
  for (;;) {
    const next: Where[] = after === null ? [] : [{ id: { greater_than: after } }]
    // Straight from the database: Payload's reading of a whole document takes ten times as long, and there may be many thousands.
    const { docs }: { docs: { id: DocumentId; skills?: TradeRow[] | null }[] } = await req.payload.db.find({
      collection,
      where: { and: [holdsOwnWord, ...readable, ...next] },
      limit: page,
      sort: 'id',
      pagination: false,
      joins: false,
      select: { skills: { own: true, skill: true } },
      req,
    })
    for (const { skills } of docs) yield skills ?? []
    after = docs.at(-1)?.id ?? null
    if (docs.length < page || after === null) return
  }
}

/** Which documents this editor may read, those in the trash apart; null where none. */
async function readableBy(req: PayloadRequest, collection: string): Promise<Where[] | null> {
  const config = req.payload.collections[collection]?.config
  const allowed = await config?.access.read({ req })
  if (!allowed) return null
  return [...(config?.trash ? [{ deletedAt: { exists: false } }] : []), ...(allowed === true ? [] : [allowed])]
}

/** Those that wait for somebody, the most frequent first, and how many were left as they are. */
export async function openWords(req: PayloadRequest): Promise<{ open: Tally[]; left: number }> {
  const [tally, known] = [await tallyOf(req), await documents(req, 'ownWords').find({ key: { exists: true } })]
  const left = new Map(known.map(({ key, count }) => [key, count]))
  const open = [...tally.values()].filter(({ key, count }) => count > (left.get(key) ?? 0))
  open.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
  return { open, left: tally.size - open.length }
}

/** Counted for the dashboard at most this often. */
const heldMs = 60_000
const held = new WeakMap<object, Map<string, { at: number; count: number }>>()

/** How many words wait: for this reader, as of a moment ago. */
export async function countOpenWords(req: PayloadRequest): Promise<number> {
  const counts = held.get(req.payload) ?? new Map<string, { at: number; count: number }>()
  held.set(req.payload, counts)
  const reader = String(req.user?.id)
  const known = counts.get(reader)
  if (known && known.at > Date.now() - heldMs) return known.count
  const count = (await openWords(req)).open.length
  counts.set(reader, { at: Date.now(), count })
  return count
}

/** After a decision the next look counts anew. */
export const forgetCounts = ({ payload }: PayloadRequest): boolean => held.delete(payload)
