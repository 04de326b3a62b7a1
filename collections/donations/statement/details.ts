// Lays the details of a notice (camt.054) into the entry of the statement beside it, so that no gift counts twice. Pure.
import type { Statement, StatementLine } from './types.js'

/** Statements as they came, notices without what was laid into an entry. */
export function withNoticeDetails(statements: readonly Statement[]): Statement[] {
  const notices = statements.filter(({ format }) => format === 'camt.054')
  const books = statements.filter(({ format }) => format === 'camt.053')
  if (notices.length === 0 || books.length === 0) return [...statements]
  const laid = new Set<StatementLine>()
  const filled = new Map<Statement, Statement>()
  for (const book of books) {
    const groups = notices
      .filter(({ account }) => account.iban === book.account.iban && account.name === book.account.name)
      .flatMap(({ lines }) => [...groupsOf(lines)])
    const lines = book.lines.flatMap((entry) => {
      const at = groups.findIndex((group) => belongs(group, entry))
      const [group] = at < 0 ? [] : groups.splice(at, 1)
      if (!group) return [entry]
      for (const line of group) laid.add(line)
      return group.map((line) => detailed(entry, line, group.length))
    })
    filled.set(book, { ...book, lines })
  }
  return statements.map((statement) =>
    statement.format === 'camt.054'
      ? { ...statement, lines: statement.lines.filter((line) => !laid.has(line)) }
      : (filled.get(statement) ?? statement),
  )
}

const entryRef = ({ bankRef }: StatementLine): string | null => bankRef?.replace(/\/\d+$/, '') ?? null

/** Lines of one entry: those in a row whose ids are parts of one. */
function groupsOf(lines: readonly StatementLine[]): StatementLine[][] {
  const groups: StatementLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const isPart = /\/\d+$/.test(line.bankRef ?? '') && last?.[0] && entryRef(last[0]) === entryRef(line)
    if (isPart) last.push(line)
    else groups.push([line])
  }
  return groups
}

function belongs(group: readonly StatementLine[], entry: StatementLine): boolean {
  const [first] = group
  if (!first) return false
  const sum = group.reduce((total, { cents }) => total + (cents ?? Number.NaN), 0)
  if (sum !== entry.cents) return false
  const [one, other] = [entryRef(first), entryRef(entry)]
  return one !== null && other !== null ? one === other : first.booked === entry.booked || first.value === entry.value
}

/** The entry's days and state, the notice's payer and text. */
const detailed = (entry: StatementLine, line: StatementLine, parts: number): StatementLine => ({
  ...entry,
  cents: line.cents,
  ordered: line.ordered ?? entry.ordered,
  returned: entry.returned ?? line.returned,
  payer: {
    name: line.payer.name ?? (parts === 1 ? entry.payer.name : null),
    iban: line.payer.iban ?? (parts === 1 ? entry.payer.iban : null),
    taxCode: line.payer.taxCode ?? (parts === 1 ? entry.payer.taxCode : null),
  },
  text: [...new Set([...(parts === 1 ? [entry.text] : []), line.text])].filter(Boolean).join(' '),
  references: [...new Set([...(parts === 1 ? entry.references : []), ...line.references])],
  bankRef: parts === 1 ? entry.bankRef : line.bankRef,
})
