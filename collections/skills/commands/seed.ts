// Seeds a network with the catalogue of skills, and brings it the synonyms that later versions of the catalogue know.
import type { Payload } from 'payload'
import { withoutValidation } from '../../../plugin/collection/skip-validation.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { fold } from '../../../plugin/values/fold.js'
import { catalogue, type Trade } from '../catalogue.js'
import type { Skill } from '../words.js'

export interface Seeded {
  created: number
  /** Trades that were there already; an editor's changes to them stay. */
  kept: number
  /** Those of them that got synonyms which the catalogue did not know before. */
  completed: number
}

type Language = keyof Trade['synonyms']

/** How many of the catalogue's synonyms were offered in each language; nothing before the field was there. */
type Offered = Partial<Record<Language, number>> | null | undefined

type SeededSkill = Skill & { seeded?: Offered }

/** Adds the trades that are missing, and to the others the synonyms that are new. Safe to repeat; what editors changed stays. */
export async function seed(payload: Payload): Promise<Seeded> {
  const collection = slugOf(payload, 'skills')
  const { docs } = await payload.db.find<SeededSkill>({ collection, pagination: false })
  const known = new Map(docs.map((skill) => [skill.slug, skill]))
  const languages = mokor(payload).options.languages.filter((lang): lang is Language => lang === 'it' || lang === 'en')
  const done: Seeded = { created: 0, kept: 0, completed: 0 }
  for (const trade of catalogue) {
    const skill = known.get(trade.slug)
    if (skill) {
      done.kept += 1
      if (await complete(payload, skill, trade, languages)) done.completed += 1
    } else if (await add(payload, trade, languages)) done.created += 1
    else done.kept += 1
  }
  return done
}

async function add(payload: Payload, trade: Trade, languages: Language[]): Promise<boolean> {
  const collection = slugOf(payload, 'skills')
  return inTransaction(payload, async (req) => {
    // Looked up again: somebody else may have started the same command.
    const there = await payload.db.findOne({ collection, where: { slug: { equals: trade.slug } }, req })
    if (there) return false
    const [first = 'en'] = mokor(payload).options.languages
    await payload.create({ collection, req, depth: 0, data: { ...skillOf(trade, languages, first), active: true } })
    return true
  })
}

/** @returns whether the trade got new synonyms */
async function complete(payload: Payload, skill: SeededSkill, trade: Trade, languages: Language[]): Promise<boolean> {
  const fresh = languages.flatMap((lang) => {
    const words = newSynonyms(
      trade.synonyms[lang],
      skill.synonyms?.[lang] ?? [],
      skill.seeded && (skill.seeded[lang] ?? 0),
    )
    return words.length > 0 ? [[lang, [...(skill.synonyms?.[lang] ?? []), ...words]] as const] : []
  })
  const seeded = offeredOf(trade, languages)
  if (fresh.length === 0 && languages.every((lang) => skill.seeded?.[lang] === seeded[lang])) return false
  const synonyms = { ...skill.synonyms, ...Object.fromEntries(fresh) }
  const of = { collection: slugOf(payload, 'skills'), id: skill.id, depth: 0 }
  await inTransaction(payload, (req) =>
    // What else stands in the trade is the editors' own.
    withoutValidation(req, () =>
      payload.update({ ...of, req, data: { seeded, ...(fresh.length > 0 && { synonyms }) } }),
    ),
  )
  return fresh.length > 0
}

/**
 * Words of the catalogue's list that a trade was never offered: it grows at its end alone.
 * @param offered how many it was offered; where nobody wrote that down, as many as lead up to the last that the trade still has, and
 * of a trade without any of them all: its words are the editors' own
 */
export function newSynonyms(list: string[], stored: string[], offered: number | null | undefined): string[] {
  const has = new Set(stored.map(fold))
  const from = offered ?? (list.findLastIndex((word) => has.has(fold(word))) + 1 || list.length)
  return list.slice(from).filter((word) => !has.has(fold(word)))
}

const offeredOf = ({ synonyms }: Trade, languages: Language[]): NonNullable<Offered> =>
  Object.fromEntries(languages.map((lang) => [lang, synonyms[lang].length]))

/** A trade as a document of `skills`, in the languages of this network. */
function skillOf(trade: Trade, languages: Language[], first: string) {
  const among = <T>(words: { it: T; en: T }) => Object.fromEntries(languages.map((lang) => [lang, words[lang]]))
  return {
    slug: trade.slug,
    // A network that speaks neither still gets a name to find the trade by.
    names: { [first]: trade.names.en, ...among(trade.names) },
    synonyms: among(trade.synonyms),
    seeded: offeredOf(trade, languages),
    sector: trade.sector,
    regulated: Boolean(trade.regulated),
    ...(trade.regulated ? { regulatedNote: among(trade.regulated) } : {}),
    ...(trade.escoUri ? { escoUri: trade.escoUri } : {}),
  }
}
