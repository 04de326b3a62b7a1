// Writes rows as a CSV file that a spreadsheet in Italian opens as a table: semicolons, CRLF, a byte order mark first. Pure.

export const byteOrderMark = '\uFEFF'

/** A number, which a spreadsheet may count with, or a text, which it must not. */
export type Cell = { number: string } | { text: string }

/** What a spreadsheet would work out as a formula, blanks before it or not; the wide signs of Asian keyboards are signs too. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** An apostrophe first makes a text of it: whoever wrote into a form must not run anything on the desk's machines. */
export const neutral = (text: string): string => (formula.test(text) ? `'${text}` : text)

const written = (cell: Cell): string => ('number' in cell ? cell.number : quoted(neutral(cell.text)))

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(';')}\r\n`
