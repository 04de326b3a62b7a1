// The panel of a donation that shows what the books say of it, and where arrivals and corrections are booked by hand.
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { treasurers } from '../../plugin/access/index.js'
import { Refusal } from '../../plugin/collection/errors.js'
import type { DeskPanel, PanelButton, PanelEntry, PanelStep } from '../../plugin/desk/index.js'
import { editorLanguage, type Localized, pick, pickFor } from '../../plugin/i18n/localized.js'
import { editorCause } from '../../plugin/lifecycle/transition.js'
import { dayInItaly, formatDate } from '../../plugin/values/dates.js'
import { centsOf, euros, euroText } from '../../plugin/values/money.js'
import { panelWords as words } from './books-words.js'
import { type Arrival, arriving, foldDonation, type HandMode, isSilent, scheduleLapse } from './gifts.js'
import { entriesOf, keepsBooks, takeBack } from './ledger/books.js'
import { holding } from './ledger/fold.js'
import { type Entry, incomeOf, isDay } from './ledger/posting.js'
import { accountWords, bookSentences, kindWords, modeWords } from './ledger/words.js'
import { again, transition } from './transition.js'
import { type Donation, type DonationTransition, hasArrived } from './types.js'

const handModes = [
  'bank-transfer',
  'cash',
  'cheque',
  'post',
  'card',
  'paypal',
  'satispay',
] as const satisfies HandMode[]
const handRows = ['A4', 'A1', 'A6'] as const

/** From here on cash is against the law. */
const cashLimit = 500_000

const choices = <T extends string>(req: PayloadRequest, values: readonly T[], of: Record<T, Localized>) =>
  values.map((value) => ({ value, label: pickFor(req, of[value]) }))

function arriveButton(req: PayloadRequest, { amountCents, status }: Donation): PanelButton {
  const say = (text: Localized) => pickFor(req, text)
  const today = dayInItaly(new Date())
  return {
    act: 'arrive',
    label: say(words.arrive),
    style: status === 'pledged' ? 'quiet' : 'secondary',
    fields: [
      {
        name: 'amount',
        label: say(words.amount),
        kind: 'text',
        value: euroText(amountCents, editorLanguage(req)),
        required: true,
        maxLength: 15,
      },
      {
        name: 'on',
        label: say(words.day),
        help: say(words.dayHelp),
        kind: 'date',
        value: today,
        max: today,
        required: true,
      },
      {
        name: 'mode',
        label: say(words.mode),
        kind: 'select',
        options: choices(req, handModes, modeWords),
        value: 'bank-transfer',
      },
      { name: 'row', label: say(words.row), kind: 'select', options: choices(req, handRows, words.rows), value: 'A4' },
      { name: 'note', label: say(words.note), kind: 'text', maxLength: 200 },
    ],
  }
}

function correctButton(req: PayloadRequest, { key }: Entry): PanelButton {
  const say = (text: Localized) => pickFor(req, text)
  return {
    act: 'correct',
    label: say(words.correct),
    style: 'quiet',
    values: { key },
    sure: say(words.sure),
    fields: [
      {
        name: 'kind',
        label: say(words.whatHappened),
        kind: 'radio',
        value: 'correction',
        options: [
          { value: 'correction', label: say(words.mistake) },
          { value: 'reversal', label: say(words.bounced) },
        ],
      },
      { name: 'on', label: say(words.bouncedOn), kind: 'date', max: dayInItaly(new Date()) },
      { name: 'reason', label: say(words.why), kind: 'text', required: true, maxLength: 200 },
    ],
  }
}

function entryIn(req: PayloadRequest, entry: Entry, holds: boolean): PanelEntry {
  const lang = editorLanguage(req)
  const { key, kind, on, by, mode, note, legs } = entry
  const moved = legs.map(({ account, cents }) => `${pick(lang, accountWords(account))} ${euros(cents, lang)}`)
  return {
    key,
    title: `${euros(incomeOf(entry), lang)} · ${pick(lang, kindWords[kind])}`,
    subtitle: formatDate(on, lang),
    ...(holds ? {} : { status: { text: pick(lang, words.taken), tone: 'muted' as const } }),
    tags: mode ? [{ text: pick(lang, modeWords[mode]) }] : [],
    lines: [
      ...moved.map((text) => ({ text, tone: 'muted' as const })),
      ...(note ? [{ text: note }] : []),
      { text: pick(lang, words.by(by)), tone: 'muted' as const },
    ],
    ...(holds && kind === 'gift' ? { buttons: [correctButton(req, entry)] } : {}),
  }
}

const badField = (req: PayloadRequest, field: string, text: Localized): never => {
  throw new Refusal(pickFor(req, text), 422, { field })
}

function readArrival({ req, values }: PanelStep<Donation>): Arrival {
  const { amount, on, note } = values
  const cents = typeof amount === 'string' ? centsOf(amount) : null
  if (cents === null || cents < 1 || cents > 99_999_999_999) return badField(req, 'amount', words.badAmount)
  if (!isDay(on) || on > dayInItaly(new Date())) return badField(req, 'on', words.badDay)
  const mode = handModes.find((one) => one === values.mode) ?? badField(req, 'mode', words.badChoice)
  const row = handRows.find((one) => one === values.row) ?? badField(req, 'row', words.badChoice)
  if (mode === 'cash' && cents >= cashLimit) return badField(req, 'amount', words.tooMuchCash)
  return { cents, on, mode, row, ...(typeof note === 'string' && note ? { note: note.slice(0, 200) } : {}) }
}

const stepFor = ({ frequency, status }: Donation): DonationTransition => {
  if (frequency === 'monthly') return 'instalment'
  return status === 'received' ? 'more' : 'received'
}

async function arrive(step: PanelStep<Donation>): Promise<string> {
  const { req, doc } = step
  if (!(await keepsBooks(req.payload))) throw new Refusal(pickFor(req, bookSentences.notKept), 409)
  const arrival = readArrival(step)
  await arriving(req, arrival, () => transition(req, doc, stepFor(doc), editorCause(req, arrival.note ?? '')))
  return pickFor(req, words.booked(euros(arrival.cents, editorLanguage(req))))
}

const correction = z.object({
  key: z.string(),
  kind: z.enum(['correction', 'reversal']),
  on: z.string().nullish(),
  reason: z.string().trim().min(1).max(200),
})

async function correct({ req, doc, values }: PanelStep<Donation>): Promise<string> {
  const asked = correction.safeParse(values)
  if (!asked.success) {
    const field = String(asked.error.issues[0]?.path[0] ?? 'reason')
    return badField(req, field, field === 'reason' ? words.badReason : words.badChoice)
  }
  const { key, kind, on, reason } = asked.data
  const today = dayInItaly(new Date())
  if (on && (!isDay(on) || on > today)) return badField(req, 'on', words.badDay)
  const entry = (await entriesOf(req, String(doc.id))).find((one) => one.key === key)
  await takeBack(req, entry, { reason, kind, ...(kind === 'reversal' ? { on: on || today } : {}) })
  const { count, last } = await foldDonation(req, doc.id)
  if (count === 0 && hasArrived(doc)) await transition(req, doc, 'emptied', { ...editorCause(req, reason) })
  else if (doc.status === 'standing' && last && isSilent(last, today)) await scheduleLapse(req, doc, last, again())
  return pickFor(req, words.corrected)
}

export const booksPanel: DeskPanel<Donation> = {
  name: 'books',
  feature: 'donations',
  roles: treasurers,
  async read({ req, doc }) {
    const title = pickFor(req, words.title)
    if (!(await keepsBooks(req.payload))) return { title, notes: [pickFor(req, bookSentences.notKept)] }
    const entries = await entriesOf(req, String(doc.id))
    const held = holding(entries)
    const shown = entries.toReversed().map((entry) => entryIn(req, entry, held.has(entry.key)))
    return {
      title,
      notes: entries.length === 0 && hasArrived(doc) ? [pickFor(req, words.uncarried)] : [],
      groups: [{ key: 'entries', title: null, entries: shown, empty: pickFor(req, words.none) }],
      buttons: [arriveButton(req, doc)],
    }
  },
  acts: { arrive: { run: arrive }, correct: { run: correct } },
}
