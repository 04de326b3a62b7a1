// Reads the days that banks write. Pure.
import type { Day } from './types.js'

const months: Record<string, number> = {
  ...Object.fromEntries(
    ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'].map((name, at) => [
      name,
      at + 1,
    ]),
  ),
  ...Object.fromEntries(
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, at) => [
      name,
      at + 1,
    ]),
  ),
}

/** @returns null when the calendar has no such day */
export function dayFrom(year: number, month: number, day: number): Day | null {
  const full = year < 100 ? 2000 + year : year
  if (full < 1970 || full > 2199) return null
  const at = new Date(Date.UTC(full, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return at.toISOString().slice(0, 10)
}

/** `2024-01-31`, with or without a time behind it. */
export function isoDay(text: string): Day | null {
  const found = /^\s*(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text)
  return found ? dayFrom(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

/** CBI's DDMMYY. */
export function shortDay(text: string): Day | null {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(text)
  return found ? dayFrom(Number(found[3]), Number(found[2]), Number(found[1])) : null
}

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?![\d./-])/
const backwards = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/
const worded = /^(\d{1,2})[\s.-]+(\p{L}{3})\p{L}*\.?[\s.,-]+(\d{4}|\d{2})(?!\d)/u

/** Whether it is written like a day, be it in the calendar or not. */
export const looksLikeDay = (text: string): boolean => {
  const tidy = text.trim()
  return tidy.length <= 40 && (numeric.test(tidy) || backwards.test(tidy) || isNamed(tidy))
}

const isNamed = (text: string): boolean => (months[worded.exec(text)?.[2]?.toLowerCase() ?? ''] ?? 0) > 0

/** @param monthFirst as Americans write; only where a column shows it */
export function dayOf(text: string, monthFirst = false): Day | null {
  const tidy = text.trim()
  const iso = backwards.exec(tidy)
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = worded.exec(tidy)
  if (named) return dayFrom(Number(named[3]), months[named[2]?.toLowerCase() ?? ''] ?? 0, Number(named[1]))
  const found = numeric.exec(tidy)
  if (!found) return null
  const [first, second] = [Number(found[1]), Number(found[2])]
  return monthFirst ? dayFrom(Number(found[3]), first, second) : dayFrom(Number(found[3]), second, first)
}

/** Whether a column writes the month before the day: a second number over 12 somewhere, a first one nowhere. */
export function isMonthFirst(cells: Iterable<string>): boolean {
  let second = false
  for (const cell of cells) {
    const found = numeric.exec(cell.trim())
    if (Number(found?.[1]) > 12) return false
    if (Number(found?.[2]) > 12) second = true
  }
  return second
}
