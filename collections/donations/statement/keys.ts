// Names each line of a statement so that it is known again: by the bank's id, and by what it says. Pure.
import { createHash } from 'node:crypto'
import type { Day, Statement, StatementLine } from './types.js'

export interface KeyedLine extends StatementLine {
  /** Under which it is booked: by the bank's own id where there is one, else by the fingerprint. */
  key: string
  /** Both; either one known means that the line is. */
  keys: string[]
  /** IBAN, or what the file calls the account; null where it says nothing. */
  account: string | null
  /** Day of the gift: when it was ordered, else its value. */
  on: Day | null
}

/** Capitals and digits alone: banks break and join texts as they like. */
export const compactText = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

const hash = (...parts: (string | number | null)[]): string =>
  createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 32)

/** Equal lines of one day cannot be told apart, so they are counted, and their order does not matter. */
export function keyedLines({ account, lines }: Statement, picked?: string): KeyedLine[] {
  const owner = account.iban ?? picked ?? account.name
  const times = new Map<string, number>()
  const ids = new Map<string, number>()
  for (const { bankRef } of lines) if (bankRef) ids.set(bankRef, (ids.get(bankRef) ?? 0) + 1)
  return lines.map((line) => {
    const { booked, value, cents, currency, text, bankRef } = line
    const print = hash(owner, booked, value, cents, currency, compactText(text))
    const count = (times.get(print) ?? 0) + 1
    times.set(print, count)
    const fingerprint = `${print}#${count}`
    // With day and amount: some banks' ids are the same number on every line.
    const id = bankRef && ids.get(bankRef) === 1 ? hash('id', owner, bankRef, booked, cents) : null
    return {
      ...line,
      key: id ?? fingerprint,
      keys: id ? [id, fingerprint] : [fingerprint],
      account: owner,
      on: line.ordered ?? value ?? booked,
    }
  })
}
