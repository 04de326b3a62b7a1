// Reads amounts of bank files as whole cents: with a fixed mark in XML and CBI, with the mark of the whole column in tables. Pure.

export type DecimalMark = ',' | '.'

const most = 99_999_999_999

/** @returns null when it is no amount in whole cents: letters, or more than two decimals that are not 0 */
export function centsAt(text: string, mark: DecimalMark): number | null {
  const { digits, negative } = bare(text)
  const [whole = '', decimals = '', ...rest] = digits.split(mark)
  const thousands = mark === ',' ? /^\d{1,3}(\.\d{3})+$|^\d*$/ : /^\d{1,3}(,\d{3})+$|^\d*$/
  if (rest.length > 0 || !thousands.test(whole) || !/^\d*$/.test(decimals) || whole + decimals === '') return null
  const significant = decimals.replace(/0+$/, '')
  if (significant.length > 2) return null
  const cents = Number(whole.replace(/\D/g, '')) * 100 + Number(significant.padEnd(2, '0'))
  if (!Number.isSafeInteger(cents) || cents > most) return null
  return negative && cents > 0 ? -cents : cents
}

/** Without currency, spaces, apostrophes and sign: `-1'438,74 €`, `(25,00)`, `25,00-`, `26.851,95|`. */
function bare(text: string): { digits: string; negative: boolean } {
  const tidy = text.replace(/[\s'’`|"€$£\uFFFD\p{Cf}]|\b(?:eur|euro|usd|chf|gbp)\b/giu, '').replace(/[−–—]/g, '-')
  const bracketed = /^\((.*)\)$/.exec(tidy)
  const signed = /^([+-]?)([\d.,]*)([+-]?)$/.exec(bracketed?.[1] ?? tidy)
  if (!signed) return { digits: 'x', negative: false }
  const [, before, digits = '', after] = signed
  return { digits, negative: Boolean(bracketed) || before === '-' || after === '-' }
}

export const looksLikeAmount = (text: string): boolean => {
  const { digits } = bare(text)
  return /^[\d.,]*\d[\d.,]*$/.test(digits) && digits.replace(/\D/g, '').length <= 13
}

/** What a single cell tells of its column's decimal mark. */
function evidence(text: string): DecimalMark | 'either' | null {
  const { digits } = bare(text)
  const marks = digits.replace(/\d/g, '')
  const last = marks.at(-1)
  if (last !== ',' && last !== '.') return null
  // Two of one mark are thousands.
  if (marks.length > 1 && marks[0] === last) return last === ',' ? '.' : ','
  if (marks.length > 1) return last
  const after = digits.length - digits.lastIndexOf(last) - 1
  const before = digits.lastIndexOf(last)
  if (after === 3 && before >= 1 && before <= 3 && !digits.startsWith('0')) return 'either'
  return last
}

export interface MarkFound {
  mark: DecimalMark | null
  /** Cell that can be read in two ways, or that is written against the others. */
  ambiguous?: { index: number }
  conflict?: { index: number }
}

/** The decimal mark of a column, from all its cells together; none where they hold whole numbers only. */
export function markOf(cells: Iterable<string>): MarkFound {
  const seen: Record<DecimalMark, number> = { ',': 0, '.': 0 }
  const first: Partial<Record<DecimalMark | 'either', number>> = {}
  let index = 0
  for (const cell of cells) {
    const found = evidence(cell)
    if (found && found !== 'either') seen[found]++
    if (found && first[found] === undefined) first[found] = index
    index++
  }
  if (seen[','] > 0 && seen['.'] > 0) {
    const rare = seen[','] < seen['.'] ? ',' : '.'
    return { mark: null, conflict: { index: first[rare] ?? 0 } }
  }
  if (seen[','] > 0) return { mark: ',' }
  if (seen['.'] > 0) return { mark: '.' }
  return first.either === undefined ? { mark: ',' } : { mark: null, ambiguous: { index: first.either } }
}
