// The shape of a trade in the catalogue, and how a table's row becomes one.
import type { Sector } from './sectors.js'

export interface Trade {
  /** Fixed for ever: an Italian word, kebab-case. */
  slug: string
  names: { it: string; en: string }
  /** Other words people look for it by, feminine forms included. New ones come at the end: `mokor:seed` counts what it has offered. */
  synonyms: { it: string[]; en: string[] }
  sector: Sector
  /** Why Italian law asks for a qualification; absent where it asks for none. */
  regulated?: { it: string; en: string }
  /** Address of the matching ESCO occupation or skill. */
  escoUri?: string
}

/** slug, Italian name, English name, Italian synonyms, English synonyms; synonyms separated by commas. */
export type TradeRow = [slug: string, it: string, en: string, synonymsIt: string, synonymsEn: string]

/** The trades of one sector's table. */
export function tradesOf(sector: Sector, rows: TradeRow[]): Trade[] {
  return rows.map(([slug, it, en, synonymsIt, synonymsEn]) => ({
    slug,
    names: { it, en },
    synonyms: { it: words(synonymsIt), en: words(synonymsEn) },
    sector,
  }))
}

const words = (list: string) => list.split(',').map((word) => word.trim())
