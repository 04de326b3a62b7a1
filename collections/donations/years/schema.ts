// The collection of the books' years: one document a year, where the year's figures stand and from where it is closed.
import type { CollectionBeforeValidateHook, CollectionConfig, Field } from 'payload'
import { type Localized, localized, pickFor, selectOptions } from '../../../plugin/i18n/localized.js'
import { timelineField } from '../../../plugin/lifecycle/timeline.js'
import { enforceLifecycle } from '../../../plugin/lifecycle/transition.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { type BookYear, type BookYearStatus, bookYearLifecycle, datesOf } from './types.js'

const statusWords: Record<BookYearStatus, Localized> = {
  open: localized('Aperto', 'Open'),
  closed: localized('Chiuso', 'Closed'),
}

const statusOptions = selectOptions(statusWords)

const badYear = localized('Scrivi un anno, per esempio 2026.', 'Write a year, such as 2026.')

const shown = (name: string) => ({ readOnly: true, condition: (data: Partial<BookYear>) => name in data })

const fields: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'open',
    index: true,
    label: localized('Stato', 'Status'),
    options: statusOptions,
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'year',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    label: localized('Anno', 'Year'),
    validate: (value: unknown, { req }: { req: Parameters<typeof pickFor>[0] }) =>
      (typeof value === 'string' && /^20\d\d$/.test(value)) || pickFor(req, badYear),
  },
  {
    name: 'endsAt',
    type: 'date',
    index: true,
    label: localized('Finisce il', 'Ends on'),
    admin: { position: 'sidebar', readOnly: true, hidden: true },
  },
  {
    name: 'dueAt',
    type: 'date',
    index: true,
    label: localized('Rendiconto entro', 'Statement due by'),
    admin: { position: 'sidebar', ...shown('dueAt') },
  },
  {
    name: 'since',
    type: 'date',
    label: localized('Da quando', 'Since'),
    admin: { position: 'sidebar', readOnly: true, hidden: true },
  },
  {
    name: 'entries',
    type: 'number',
    label: localized('Registrazioni', 'Entries'),
    admin: { readOnly: true, hidden: true },
  },
  { name: 'digest', type: 'text', label: localized('Impronta', 'Digest'), admin: { readOnly: true, hidden: true } },
  timelineField(statusOptions),
]

const giveDates: CollectionBeforeValidateHook = ({ data, originalDoc, operation }) => {
  if (!data) return data
  if (operation === 'create') return { ...data, entries: null, digest: null, ...datesOf(String(data.year)) }
  // Another year would bear this one's digest.
  return { ...data, year: (originalDoc as BookYear | undefined)?.year ?? data.year }
}

export const bookYearCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.bookYears,
  labels: {
    singular: localized('Anno dei conti', 'Year of the books'),
    plural: localized('Anni dei conti', 'Years of the books'),
  },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'year',
    defaultColumns: ['year', 'status', 'dueAt'],
    hidden: !options.features.donations,
    description: localized(
      'Un anno per riga: le sue cifre, il saldo da cui si parte, quote, spese, versamenti in banca, e la chiusura. Un anno si apre da sé con la sua prima registrazione, o a mano.',
      'A year a row: its figures, the opening balance, membership fees, expenses, cash taken to the bank, and closing it. A year opens by itself with its first entry, or by hand.',
    ),
  },
  defaultSort: '-year',
  disableDuplicate: true,
  versions: false,
  forceSelect: { year: true },
  indexes: [{ fields: ['status', 'dueAt'] }],
  hooks: {
    beforeValidate: [giveDates],
    beforeChange: [
      enforceLifecycle(bookYearLifecycle, {
        collection: 'bookYears',
        created: { status: 'open', sentence: localized('Un anno nuovo parte aperto.', 'A new year starts open.') },
        timeline: true,
      }),
    ],
  },
  fields,
})
