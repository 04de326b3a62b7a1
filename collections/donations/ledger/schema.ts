// The collection of the books' entries, as the treasurer reads them; only `post` adds to it.
import type { CollectionConfig, Field } from 'payload'
import { type Localized, localized, selectOptions } from '../../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { isMoney } from './accounts.js'
import type { Leg } from './posting.js'
import { kindWords, modeWords } from './words.js'

const text = (name: string, label: Localized, more: { hidden?: boolean; unique?: boolean } = {}): Field => ({
  name,
  type: 'text',
  index: true,
  label,
  ...(more.unique && { unique: true, required: true }),
  admin: { readOnly: true, hidden: more.hidden ?? false, condition: (data) => Boolean(data?.[name]) },
})

/** What moved: what accounts of money gained or lost, and where only others moved, the larger side. */
function moved(legs: readonly Leg[]): number {
  const money = legs.filter(({ account }) => isMoney(account)).reduce((sum, { cents }) => sum + cents, 0)
  return money || legs.reduce((sum, { cents }) => sum + Math.max(0, cents), 0)
}

const what: Field[] = [
  {
    type: 'row',
    fields: [
      { name: 'on', type: 'text', required: true, index: true, label: localized('Giorno', 'Day') },
      { name: 'booked', type: 'text', label: localized('Giorno sul conto', 'Day on the account') },
      {
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        label: localized('Che cosa', 'What'),
        options: selectOptions(kindWords),
      },
      { name: 'mode', type: 'select', label: localized('Come', 'How'), options: selectOptions(modeWords) },
    ],
  },
  {
    name: 'movedCents',
    type: 'number',
    virtual: true,
    label: localized('Importo', 'Amount'),
    hooks: { afterRead: [({ data }) => moved((data?.legs ?? []) as Leg[])] },
    admin: { readOnly: true },
  },
  {
    name: 'currency',
    type: 'select',
    required: true,
    defaultValue: 'EUR',
    options: ['EUR'],
    admin: { hidden: true },
  },
  {
    name: 'legs',
    type: 'array',
    required: true,
    label: localized('Conti', 'Accounts'),
    labels: { singular: localized('Conto', 'Account'), plural: localized('Conti', 'Accounts') },
    admin: {
      readOnly: true,
      description: localized('La somma è sempre zero.', 'They always sum to nothing.'),
    },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'account', type: 'text', required: true, index: true, label: localized('Conto', 'Account') },
          { name: 'cents', type: 'number', required: true, label: localized('Importo in euro', 'Amount in euros') },
        ],
      },
    ],
  },
  { name: 'note', type: 'textarea', label: localized('Perché', 'Why'), admin: { readOnly: true } },
]

const about: Field[] = [
  text('donation', localized('Donazione (numero interno)', 'Donation (internal number)')),
  text('campaign', localized('Campagna', 'Campaign')),
  text('line', localized('Riga dell’estratto conto', 'Line of the statement')),
  text('commission', localized('Richiesta (numero interno)', 'Request (internal number)')),
  text('reverses', localized('Annulla la registrazione', 'Takes back the entry')),
  text('voucher', localized('Giustificativo', 'Voucher')),
  text('by', localized('Chi l’ha registrata', 'Booked by')),
  text('key', localized('Chiave', 'Key'), { unique: true }),
  text('step', localized('Passo', 'Step'), { hidden: true }),
]

export const ledgerCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.ledger,
  labels: { singular: localized('Registrazione', 'Entry'), plural: localized('Registrazioni', 'Entries') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'key',
    defaultColumns: ['on', 'kind', 'movedCents', 'mode', 'note', 'by'],
    hidden: !options.features.donations,
    description: localized(
      'I conti: ogni riga è una registrazione, e resta com’è. Uno sbaglio si corregge dalla scheda della donazione, con una registrazione nuova e il suo perché. Su SQLite e su MongoDB senza replica set resta vuoto: lì «Arrivata» vale come prima, e nulla si registra.',
      'The books: each row is an entry, and stays as it is. A mistake is mended on the donation’s page, by a new entry with its reason. On SQLite, and on MongoDB without a replica set, it stays empty: “Received” holds there as before, and nothing is booked.',
    ),
  },
  defaultSort: '-on',
  disableDuplicate: true,
  versions: false,
  indexes: [{ fields: ['donation', 'createdAt'] }],
  fields: [...what, ...about],
})
