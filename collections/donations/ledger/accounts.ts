// The accounts of the books: where money lies, and the rows of the yearly statement (Modello D) that it comes from and goes to. Pure.

/** Entrate of Modello D, by section and number; `I` are disinvestments. */
export const incomeRows = [
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'],
  ...['B1', 'B2', 'B3', 'B4', 'B5', 'B6'],
  ...['C1', 'C2', 'C3'],
  ...['D1', 'D2', 'D3', 'D4', 'D5'],
  ...['E1', 'E2'],
  ...['I1', 'I2', 'I3', 'I4'],
] as const

/** Uscite of Modello D; `T` are taxes, `I` investments. */
export const expenseRows = [
  ...['A1', 'A2', 'A3', 'A4', 'A5'],
  ...['B1', 'B2', 'B3', 'B4', 'B5'],
  ...['C1', 'C2', 'C3'],
  ...['D1', 'D2', 'D3', 'D4', 'D5'],
  ...['E1', 'E2', 'E3', 'E4', 'E5'],
  ...['I1', 'I2', 'I3', 'I4'],
  ...['T1'],
] as const

export type IncomeRow = (typeof incomeRows)[number]
export type ExpenseRow = (typeof expenseRows)[number]

/** Where money lies; a bank account goes by the last four characters of its IBAN. */
export type MoneyAccount = `bank:${string}` | 'cash' | 'stripe' | 'paypal' | 'satispay'

export type Account =
  | MoneyAccount
  | `income:${IncomeRow}`
  | `expense:${ExpenseRow}`
  /** Money that nobody knows yet what it is. */
  | 'suspense:unmatched'
  /** What was there before the books began. */
  | 'opening'
  /** Gifts in kind and volunteers' hours, on both sides. */
  | 'figurative:in'
  | 'figurative:out'

const fixed: ReadonlySet<string> = new Set<Account>([
  'cash',
  'stripe',
  'paypal',
  'satispay',
  'suspense:unmatched',
  'opening',
  'figurative:in',
  'figurative:out',
])

const rows: ReadonlySet<string> = new Set([
  ...incomeRows.map((row) => `income:${row}`),
  ...expenseRows.map((row) => `expense:${row}`),
])

export const isAccount = (name: unknown): name is Account =>
  typeof name === 'string' && (fixed.has(name) || rows.has(name) || /^bank:[A-Z0-9]{4}$/.test(name))

/** Whether money lies there, so that its sum is a balance. */
export const isMoney = (account: string): account is MoneyAccount =>
  account.startsWith('bank:') || account === 'cash' || ['stripe', 'paypal', 'satispay'].includes(account)

export const isIncome = (account: string): boolean => account.startsWith('income:')

/** The account of a bank, by its IBAN. @example bankAccount('IT60X0542811101000000123456') // 'bank:3456' */
export const bankAccount = (iban: string): MoneyAccount => `bank:${iban.replace(/\s/g, '').slice(-4).toUpperCase()}`
