// Seeds a new network with the catalogue of skills.
import type { Payload } from 'payload'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { catalogue, type Trade } from '../catalogue.js'

export interface Seeded {
  created: number
  /** Trades that were there already; an editor's changes to them stay. */
  kept: number
}

/** Adds the trades that are missing. Safe to repeat; nothing that exists is touched. */
export async function seed(payload: Payload): Promise<Seeded> {
  const collection = slugOf(payload, 'skills')
  const { docs } = await payload.find({
    collection,
    limit: 0,
    pagination: false,
    depth: 0,
    select: { slug: true },
  })
  const known = new Set(docs.map((doc) => (doc as unknown as { slug: string }).slug))
  const { languages } = mokor(payload).options
  let created = 0
  for (const trade of catalogue) {
    if (known.has(trade.slug)) continue
    const added = await inTransaction(payload, async (req) => {
      // Looked up again: somebody else may have started the same command.
      const there = await payload.db.findOne({ collection, where: { slug: { equals: trade.slug } }, req })
      if (there) return false
      await payload.create({ collection, req, depth: 0, data: { ...skillOf(trade, languages), active: true } })
      return true
    })
    if (added) created += 1
  }
  return { created, kept: catalogue.length - created }
}

/** A trade as a document of `skills`, in the languages of this network. */
function skillOf(trade: Trade, languages: string[]) {
  const [first = 'en'] = languages
  const among = <T>(words: { it: T; en: T }) =>
    Object.fromEntries(
      languages.flatMap((lang) => (lang === 'it' || lang === 'en' ? [[lang, words[lang]] as const] : [])),
    )
  return {
    slug: trade.slug,
    // A network that speaks neither still gets a name to find the trade by.
    names: { [first]: trade.names.en, ...among(trade.names) },
    synonyms: among(trade.synonyms),
    sector: trade.sector,
    regulated: Boolean(trade.regulated),
    ...(trade.regulated ? { regulatedNote: among(trade.regulated) } : {}),
    ...(trade.escoUri ? { escoUri: trade.escoUri } : {}),
  }
}
