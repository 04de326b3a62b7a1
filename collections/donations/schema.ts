// The fields of a donation, as the treasurer reads them. Money is in whole cents.
import type { CollectionConfig, Field, NumberFieldSingleValidation } from 'payload'
import { apartFrom } from '../../plugin/admin/apart.js'
import { assignmentFields } from '../../plugin/fields/assignment.js'
import { consentsField } from '../../plugin/fields/consents.js'
import { companyName, emailAddress, languageCode } from '../../plugin/fields/validators.js'
import { type Localized, localized, pickFor, privateDescription, selectOptions } from '../../plugin/i18n/localized.js'
import { currentStatusHook } from '../../plugin/lifecycle/expiry.js'
import { timelineField } from '../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { euros } from '../../plugin/values/money.js'
import { arrivedStatuses } from './ledger/check.js'
import type { DonationStatus } from './types.js'

const statusWords: Record<DonationStatus, Localized> = {
  pledged: localized('Promessa', 'Pledged'),
  received: localized('Arrivata', 'Received'),
  standing: localized('Arriva ogni mese', 'Coming every month'),
  lapsed: localized('Non arriva più', 'Gone quiet'),
  ended: localized('Finita', 'Ended'),
  expired: localized('Scaduta', 'Expired'),
  withdrawn: localized('Ritirata', 'Withdrawn'),
}

/** Whole cents between two amounts; people write and read them in euros. */
const amount =
  (least: number, most: number): NumberFieldSingleValidation =>
  (value, { req }) =>
    (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) ||
    pickFor(
      req,
      localized(
        `Scrivi un importo da ${euros(least, 'it')} a ${euros(most, 'it')}, per esempio 25 o 12,50.`,
        `Write an amount from ${euros(least, 'en')} to ${euros(most, 'en')}, such as 25 or 12.50.`,
      ),
    )

const whereGiven =
  (validate: NumberFieldSingleValidation): NumberFieldSingleValidation =>
  (value, context) =>
    value === null || value === undefined || validate(value, context)

const gift: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'amountCents',
        type: 'number',
        required: true,
        label: localized('Importo in euro', 'Amount in euros'),
        validate: amount(100, 99_999_999),
        admin: {
          description: localized(
            'Non cambia più, una volta dati i dati del bonifico a chi dona.',
            'It stays, once the donor has been given the details for the transfer.',
          ),
        },
      },
      {
        name: 'currency',
        type: 'select',
        required: true,
        defaultValue: 'EUR',
        label: localized('Valuta', 'Currency'),
        options: ['EUR'],
        admin: { readOnly: true },
      },
      {
        name: 'frequency',
        type: 'select',
        required: true,
        defaultValue: 'once',
        label: localized('Quante volte', 'How often'),
        options: selectOptions({
          once: localized('Una volta', 'Once'),
          monthly: localized('Ogni mese', 'Every month'),
        }),
      },
      {
        name: 'method',
        type: 'select',
        required: true,
        defaultValue: 'bank-transfer',
        label: localized('Come', 'How'),
        options: selectOptions({ 'bank-transfer': localized('Bonifico', 'Bank transfer') }),
        admin: { readOnly: true },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'receivedCents',
        type: 'number',
        label: localized('Arrivato davvero, in euro', 'Really received, in euros'),
        validate: whereGiven(amount(1, 99_999_999_999)),
        admin: {
          description: localized(
            'I conti pubblici sommano questo. Vuoto: vale l’importo promesso. Quando è nei conti viene da lì.',
            'The public accounts add this up. Empty: the pledged amount counts. Once it is in the books it comes from there.',
          ),
        },
      },
      {
        name: 'receivedAt',
        type: 'date',
        label: localized('Arrivato il', 'Received on'),
        admin: { date: { pickerAppearance: 'dayOnly' } },
      },
      {
        name: 'receivedCount',
        type: 'number',
        label: localized('Quante volte è arrivata', 'How often it came'),
        admin: { readOnly: true, condition: (data) => Number(data?.receivedCount) > 1 },
      },
    ],
  },
]

const giver = (options: ResolvedOptions): Field[] => [
  {
    name: 'donor',
    type: 'group',
    label: localized('Chi dona', 'Donor'),
    admin: {
      description: privateDescription(
        'Il nome compare nei conti solo se lo chiede e acconsente. Quello che svuoti sparisce anche dalle versioni; se la promessa scade o si ritira si cancella da sé 30 giorni dopo.',
        'The name appears in the accounts only when they ask and consent. What you empty leaves the versions too; when the pledge expires or is withdrawn it is erased by itself 30 days later.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'type',
            type: 'select',
            required: true,
            defaultValue: 'person',
            label: localized('Persona o ente', 'Person or organisation'),
            options: selectOptions({
              person: localized('Persona', 'Person'),
              organisation: localized('Azienda o ente', 'Organisation'),
            }),
          },
          { name: 'name', type: 'text', maxLength: 80, label: localized('Nome', 'Name'), validate: companyName },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'email',
            type: 'email',
            label: localized('E-mail', 'E-mail'),
            validate: emailAddress,
            admin: {
              description: privateDescription('Riceve i dati per il bonifico.', 'Gets the details for the transfer.'),
            },
          },
          {
            name: 'lang',
            type: 'text',
            required: true,
            defaultValue: options.languages[0],
            label: localized('Lingua delle mail', 'Language of the mails'),
            validate: languageCode,
          },
        ],
      },
    ],
  },
  {
    name: 'publicAs',
    type: 'select',
    required: true,
    defaultValue: 'anonymous',
    label: localized('Nei conti pubblici', 'In the public accounts'),
    options: selectOptions({
      anonymous: localized('Senza nome', 'Anonymous'),
      name: localized('Con il nome', 'By name'),
    }),
    admin: {
      description: localized(
        'Con il nome serve il consenso, registrato qui sotto.',
        'Naming needs the consent recorded below.',
      ),
    },
  },
  {
    name: 'message',
    type: 'textarea',
    maxLength: 500,
    label: localized('Messaggio', 'Message'),
    admin: {
      description: localized(
        'Pubblico solo accanto al nome di chi ha acconsentito.',
        'Public only beside the name of whoever consented.',
      ),
    },
  },
]

const sidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'pledged',
    index: true,
    label: localized('Stato', 'Status'),
    options: selectOptions(statusWords),
    hooks: { afterRead: [currentStatusHook('pledged')] },
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: localized('Cambia con i pulsanti della scheda.', 'Changed with the buttons on this page.'),
    },
  },
  {
    name: 'reference',
    type: 'text',
    unique: true,
    index: true,
    label: localized('Riferimento (causale)', 'Reference'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.reference),
      description: localized(
        'La causale da cercare nell’estratto conto.',
        'The remittance to look for on the account statement.',
      ),
    },
  },
  {
    name: 'channel',
    type: 'select',
    required: true,
    defaultValue: 'desk',
    label: localized('Da dove è arrivata', 'How it arrived'),
    options: selectOptions({
      web: localized('Modulo', 'Form'),
      phone: localized('Telefono', 'Phone'),
      paper: localized('Carta', 'Paper'),
      desk: localized('Di persona', 'In person'),
    }),
    admin: { position: 'sidebar', description: localized('Mai pubblico.', 'Never public.') },
  },
  {
    name: 'since',
    type: 'date',
    label: localized('Da quando', 'Since'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime' },
      condition: (data) => Boolean(data?.since),
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: localized('Attesa fino al', 'Expected until'),
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.expiresAt) },
  },
]

const history: Field[] = [timelineField(selectOptions(statusWords))]

const papers: Field[] = [
  consentsField([{ value: 'publish', label: localized('Vuole comparire per nome', 'Wants to be named') }]),
  {
    name: 'notes',
    type: 'textarea',
    label: localized('Note', 'Notes'),
    admin: { description: privateDescription('Per chi tiene i conti.', 'For whoever keeps the accounts.') },
  },
]

/** The collection's shape; its rules are added by the room. */
export const donationCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.donations,
  labels: { singular: localized('Donazione', 'Donation'), plural: localized('Donazioni', 'Donations') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'status', 'amountCents', 'frequency', 'donor.name', 'createdAt'],
    hidden: !options.features.donations,
    baseFilter: apartFrom({ or: [{ status: { in: [...arrivedStatuses] } }, { channel: { not_equals: 'web' } }] }),
    description: localized(
      'Promesse e donazioni arrivate. La rete vive solo di queste: ad aderenti e clienti non chiede nulla. Le promesse dal modulo stanno a parte finché non arrivano: si trovano cercando, o con il filtro «Stato».',
      'Pledges and donations received. The network lives on these alone: it asks nothing of members and clients. Pledges from the form stand apart until they arrive: search for them, or filter by “Status”.',
    ),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 20 },
  // Today's status follows from it, whatever a reader asks for.
  forceSelect: { expiresAt: true },
  indexes: [{ fields: ['status', 'createdAt'] }, { fields: ['status', 'expiresAt'] }],
  fields: [...sidebar, ...assignmentFields(options), ...gift, ...giver(options), ...papers, ...history],
})
