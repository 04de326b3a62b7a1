// Documents that hold trades: members and requests, with a row for each trade or own word.
import type { Where } from 'payload'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { fold } from '../../../plugin/values/fold.js'

/** Collections whose documents have `skills`. */
export const holders = ['members', 'commissions'] as const
export type Holder = (typeof holders)[number]

/** A row as it is stored; members' hold more. */
export interface TradeRow {
  skill?: DocumentId | null
  own?: string | null
  [more: string]: unknown
}

/** Documents with a word in any row: on MongoDB `exists` would want one in every row. No word begins with a blank. */
export const holdsOwnWord: Where = { 'skills.own': { greater_than: ' ' } }

/** Two words are one where this is: case, accents, apostrophes and blanks make no difference. */
export const wordKey = (word: string): string => fold(word).slice(0, 120)

/** The own word of a row that no trade has been chosen for. */
export const ownWordOf = ({ skill, own }: TradeRow): string | null =>
  skill ? null : own?.trim().replace(/\s+/g, ' ') || null

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/**
 * The rows with this trade in place of those that match, each trade once: what a row that falls away knew more stays with the other.
 * @returns null where nothing matches
 */
export function withTrade(
  rows: readonly TradeRow[],
  matches: (row: TradeRow) => boolean,
  skill: DocumentId,
): TradeRow[] | null {
  if (!rows.some(matches)) return null
  const kept: TradeRow[] = []
  for (const row of rows) {
    const changed = matches(row) ? { ...row, skill, own: null } : row
    const same = kept.findIndex((one) => String(one.skill) === String(skill))
    if (String(changed.skill) !== String(skill) || same < 0) kept.push(changed)
    else {
      const known = Object.entries(kept[same] ?? {}).filter(([, value]) => !isEmpty(value))
      kept[same] = { ...changed, ...Object.fromEntries(known) } as TradeRow
    }
  }
  return kept
}
