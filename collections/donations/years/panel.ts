// The panels of a year of the books: its figures, what is booked by hand, and the check.
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { treasurers } from '../../../plugin/access/index.js'
import { Refusal } from '../../../plugin/collection/errors.js'
import { documents } from '../../../plugin/database/documents.js'
import type { DeskPanel, PanelButton, PanelEntry, PanelField, PanelStep } from '../../../plugin/desk/index.js'
import { editorLanguage, type Localized, pick, pickFor } from '../../../plugin/i18n/localized.js'
import { dayInItaly, formatDate } from '../../../plugin/values/dates.js'
import { euros } from '../../../plugin/values/money.js'
import { checkBooks } from '../commands/books.js'
import { isMoney } from '../ledger/accounts.js'
import { keepsBooks, post, takeBack } from '../ledger/books.js'
import type { Violation } from '../ledger/check.js'
import { balances, holding } from '../ledger/fold.js'
import type { Entry } from '../ledger/posting.js'
import { accountWords, bookSentences, kindWords, violationWords } from '../ledger/words.js'
import { type MovementName, moneyAccounts, movementNames, movementOf, refuseField } from './movements.js'
import type { BookYear } from './types.js'
import { yearWords as words } from './words.js'
import { entriesOfYear } from './year.js'

/** Entries shown of those that were booked here. */
const shownAtMost = 100

const readyIncome = ['A5', 'A6', 'A8', 'C1', 'C2', 'D1', 'A10'] as const
const readyExpenses = ['A5', 'A2', 'A1', 'A3', 'D1', 'C1', 'C2', 'E2', 'T1'] as const

function formFields(req: PayloadRequest, name: MovementName, { year }: BookYear): PanelField[] {
  const say = (text: Localized) => pickFor(req, text)
  const today = dayInItaly(new Date())
  const last = `${year}-12-31` < today ? `${year}-12-31` : today
  const accounts = moneyAccounts(req).map((value) => ({ value, label: say(accountWords(value)) }))
  const select = (
    field: string,
    label: Localized,
    options: { value: string; label: string }[],
    at = 0,
  ): PanelField => ({
    name: field,
    label: say(label),
    kind: 'select',
    options,
    value: options[at]?.value ?? '',
  })
  const amount: PanelField = { name: 'amount', label: say(words.amount), kind: 'text', required: true, maxLength: 15 }
  const on: PanelField = {
    name: 'on',
    label: say(words.day),
    kind: 'date',
    min: `${year}-01-01`,
    max: last,
    value: last,
    required: true,
  }
  const text = (field: string, label: Localized, required = false): PanelField => ({
    name: field,
    label: say(label),
    kind: 'text',
    maxLength: 200,
    required,
  })
  const rows = (of: readonly string[], side: 'income' | 'expense', first?: Localized) =>
    of.map((row, at) => ({ value: row, label: say(at === 0 && first ? first : accountWords(`${side}:${row}`)) }))
  const forms: Record<MovementName, PanelField[]> = {
    fee: [amount, on, select('account', words.paidInto, accounts), text('note', words.feeFrom)],
    income: [
      amount,
      on,
      select('row', words.what, rows(readyIncome, 'income')),
      select('account', words.paidInto, accounts),
      text('note', words.note, true),
    ],
    expense: [
      amount,
      on,
      select('row', words.what, rows(readyExpenses, 'expense', words.volunteers)),
      select('account', words.paidFrom, accounts),
      text('note', words.note, true),
      text('voucher', words.voucher),
    ],
    transfer: [
      amount,
      on,
      select('from', words.from, accounts, 1),
      select('to', words.to, accounts, 0),
      text('note', words.note),
    ],
    opening: [select('account', words.account, accounts), { ...amount, help: say(words.openingHelp) }],
  }
  return forms[name]
}

const labels: Record<MovementName, Localized> = {
  fee: words.fee,
  expense: words.expense1,
  income: words.income1,
  transfer: words.transfer,
  opening: words.opening,
}

const buttonsOf = (req: PayloadRequest, doc: BookYear): PanelButton[] =>
  movementNames.map((name) => ({
    act: name,
    label: pickFor(req, labels[name]),
    // Pressed twice, or sent again after a broken line: booked once.
    values: { once: randomUUID() },
    fields: formFields(req, name, doc),
  }))

function looseEntry(req: PayloadRequest, entry: Entry, holds: boolean, open: boolean): PanelEntry {
  const lang = editorLanguage(req)
  const { key, kind, on, legs, note, voucher, by } = entry
  const correct: PanelButton = {
    act: 'correct',
    label: pick(lang, words.correct),
    style: 'quiet',
    values: { key },
    sure: pick(lang, words.sure),
    fields: [{ name: 'reason', label: pick(lang, words.why), kind: 'text', required: true, maxLength: 200 }],
  }
  return {
    key,
    title: `${euros(
      legs.reduce((sum, { cents }) => sum + Math.max(0, cents), 0),
      lang,
    )} · ${pick(lang, kindWords[kind])}`,
    subtitle: formatDate(on, lang),
    ...(holds ? {} : { status: { text: pick(lang, words.taken), tone: 'muted' as const } }),
    lines: [
      ...legs.map(({ account, cents }) => ({
        text: `${pick(lang, accountWords(account))} ${euros(cents, lang)}`,
        tone: 'muted' as const,
      })),
      ...[note, voucher].flatMap((text) => (text ? [{ text }] : [])),
      { text: by, tone: 'muted' as const },
    ],
    ...(holds && open && kind !== 'correction' ? { buttons: [correct] } : {}),
  }
}

const isLoose = ({ donation, line }: Entry): boolean => !donation && !line

const sumEntry = (req: PayloadRequest, account: string, cents: number): PanelEntry => ({
  key: account,
  title: pickFor(req, accountWords(account)),
  subtitle: euros(cents, editorLanguage(req)),
})

async function figures(req: PayloadRequest, { year }: BookYear) {
  const say = (text: Localized) => pickFor(req, text)
  const until = await documents(req, 'ledger').find({ on: { less_than_equal: `${year}-12-31` } })
  const sums = (entries: readonly Entry[], which: (account: string) => boolean, sign: 1 | -1) =>
    [...balances(entries)]
      .filter(([account, cents]) => which(account) && cents !== 0)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([account, cents]) => sumEntry(req, account, sign * cents))
  const during = until.filter(({ on }) => on.startsWith(year))
  const group = (key: string, title: Localized, entries: PanelEntry[]) => ({
    key,
    title: say(title),
    entries,
    empty: say(words.nothing),
  })
  return [
    group(
      'money',
      words.money,
      sums(until, (account) => isMoney(account) || account.startsWith('suspense'), 1),
    ),
    group(
      'income',
      words.income,
      sums(during, (account) => account.startsWith('income'), -1),
    ),
    group(
      'expense',
      words.expense,
      sums(during, (account) => account.startsWith('expense'), 1),
    ),
  ]
}

async function onlyWithBooks(req: PayloadRequest): Promise<void> {
  if (!(await keepsBooks(req.payload))) throw new Refusal(pickFor(req, bookSentences.notKept), 409)
}

async function book({ req, doc, values }: PanelStep<BookYear>, name: MovementName): Promise<string> {
  await onlyWithBooks(req)
  const posting = movementOf(req, name, values, doc.year)
  if (name === 'opening') {
    const { account = '' } = posting.legs[0] ?? {}
    const known = await documents(req, 'ledger').find({ 'legs.account': { equals: 'opening' } })
    const held = holding(known)
    const twice = known.some(
      ({ key, kind, legs }) =>
        key !== posting.key && kind === 'opening' && held.has(key) && legs.some((leg) => leg.account === account),
    )
    if (twice) refuseField(req, 'account', words.hasOpening)
  }
  await post(req, posting)
  return pickFor(req, words.booked)
}

async function correct({ req, doc, values }: PanelStep<BookYear>): Promise<string> {
  await onlyWithBooks(req)
  const reason = typeof values.reason === 'string' ? values.reason.trim().slice(0, 200) : ''
  if (!reason) refuseField(req, 'reason', words.badReason)
  const entry = (await entriesOfYear(req, doc.year)).find((one) => one.key === values.key && isLoose(one))
  await takeBack(req, entry, { reason })
  return pickFor(req, words.corrected)
}

export const figuresPanel: DeskPanel<BookYear> = {
  name: 'figures',
  feature: 'donations',
  roles: treasurers,
  async read({ req, doc }) {
    const title = `${pickFor(req, words.figures)} ${doc.year}`
    if (!(await keepsBooks(req.payload))) return { title, notes: [pickFor(req, bookSentences.notKept)] }
    return { title, groups: await figures(req, doc) }
  },
  acts: {},
}

export const movementsPanel: DeskPanel<BookYear> = {
  name: 'movements',
  feature: 'donations',
  roles: treasurers,
  async read({ req, doc, open }) {
    if (!(await keepsBooks(req.payload))) return null
    const isOpen = doc.status === 'open'
    const loose = open.has('loose') ? (await entriesOfYear(req, doc.year)).filter(isLoose) : null
    const held = loose && holding(loose)
    return {
      title: pickFor(req, words.book),
      notes: [pickFor(req, words.bookNote)],
      buttons: isOpen ? buttonsOf(req, doc) : [],
      groups: [
        {
          key: 'loose',
          title: pickFor(req, words.loose),
          entries:
            loose
              ?.toReversed()
              .slice(0, shownAtMost)
              .map((entry) => looseEntry(req, entry, held?.has(entry.key) ?? true, isOpen)) ?? null,
          empty: pickFor(req, words.nothing),
        },
      ],
    }
  },
  acts: {
    fee: { run: (step) => book(step, 'fee') },
    expense: { run: (step) => book(step, 'expense') },
    income: { run: (step) => book(step, 'income') },
    transfer: { run: (step) => book(step, 'transfer') },
    opening: { run: (step) => book(step, 'opening') },
    correct: { run: correct },
  },
}

const violationEntry = (req: PayloadRequest, { kind, about, detail }: Violation, at: number): PanelEntry => ({
  key: `${at}`,
  title: about,
  lines: [{ text: `${pickFor(req, violationWords[kind])}: ${detail}`, tone: 'danger' }],
})

export const checkPanel: DeskPanel<BookYear> = {
  name: 'check',
  feature: 'donations',
  roles: treasurers,
  async read({ req, open }) {
    if (!(await keepsBooks(req.payload))) return null
    const found = open.has('wrong') ? (await checkBooks(req.payload, { mend: false })).violations : null
    return {
      title: pickFor(req, words.checkTitle),
      notes: [pickFor(req, words.checkNote)],
      buttons: [{ act: 'check', label: pickFor(req, words.check) }],
      groups: [
        {
          key: 'wrong',
          title: pickFor(req, words.wrong),
          entries: found?.slice(0, shownAtMost).map((one, at) => violationEntry(req, one, at)) ?? null,
          empty: pickFor(req, words.allWell),
        },
      ],
    }
  },
  acts: {
    check: {
      async run({ req }) {
        await onlyWithBooks(req)
        const { violations, mended } = await checkBooks(req.payload, { mend: true })
        const left = violations.filter(({ kind }) => kind !== 'sums').length
        const said = [...(mended > 0 ? [words.mended(mended)] : []), left > 0 ? words.left(left) : words.allWell]
        return said.map((text) => pickFor(req, text)).join(' ')
      },
    },
  },
}
