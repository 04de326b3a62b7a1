// The Payload fields of a request, in the order in which editors read them.
import type { CollectionConfig, Field, Tab } from 'payload'
import { apartFrom } from '../../plugin/admin/apart.js'
import { assignmentFields } from '../../plugin/fields/assignment.js'
import { consentsField } from '../../plugin/fields/consents.js'
import { placeFields } from '../../plugin/fields/place.js'
import { mustExist } from '../../plugin/fields/relation.js'
import { localized, privateDescription, selectOptions } from '../../plugin/i18n/localized.js'
import { currentStatusHook } from '../../plugin/lifecycle/expiry.js'
import { timelineField } from '../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { skillField } from '../skills/index.js'
import { clientFields } from './client-fields.js'
import { jobFields, jobSidebar, wantedFields } from './job/fields.js'
import { commissionStatuses } from './lifecycle.js'
import { offerFields } from './offers/fields.js'
import { shareAskedField } from './share/fields.js'
import { statusWords } from './words.js'

const statusOptions = commissionStatuses.map((value) => ({ value, label: statusWords[value] }))

const wanted = (options: ResolvedOptions): Field[] => [
  {
    name: 'title',
    type: 'text',
    maxLength: 120,
    label: localized('Titolo', 'Title'),
    admin: {
      description: privateDescription(
        'Come la chiama la redazione. Vuoto: le prime parole della richiesta.',
        'What editors call it. Empty: the first words of the request.',
      ),
    },
  },
  {
    name: 'description',
    type: 'textarea',
    required: true,
    minLength: 10,
    maxLength: 2000,
    label: localized('Che lavoro serve', 'What work is needed'),
    admin: {
      rows: 6,
      description: localized(
        'La leggono solo le persone a cui la rete la propone, se chi chiede è d’accordo.',
        'Read only by the people the network offers it to, if the client agrees.',
      ),
    },
  },
  {
    name: 'skills',
    type: 'array',
    maxRows: 5,
    label: localized('Mestieri', 'Trades'),
    labels: { singular: localized('Mestiere', 'Trade'), plural: localized('Mestieri', 'Trades') },
    admin: {
      description: localized(
        'Se il cliente ha usato parole sue, scegli la capacità che corrisponde.',
        'Where the client used their own words, choose the skill that matches.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: [
          skillField(options),
          { name: 'own', type: 'text', maxLength: 80, label: localized('Con parole sue', 'In their own words') },
        ],
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'choice',
        type: 'select',
        required: true,
        defaultValue: 'network',
        label: localized('Chi sceglie la persona', 'Who chooses the person'),
        options: selectOptions({
          network: localized('La rete propone', 'The network suggests'),
          client: localized('Sceglie il cliente', 'The client chooses'),
        }),
      },
      {
        name: 'member',
        type: 'relationship',
        relationTo: options.slugs.members,
        validate: mustExist('members'),
        label: localized('Dalla scheda di', 'From the profile of'),
        admin: {
          description: localized(
            'La scheda da cui è partita la richiesta, se c’è.',
            'The profile the request was opened from, if any.',
          ),
        },
      },
    ],
  },
]

const jobTab = (options: ResolvedOptions): Tab => ({
  label: localized('Il lavoro', 'The job'),
  fields: jobFields(options),
})

const where: Field[] = [
  {
    name: 'mode',
    type: 'select',
    required: true,
    defaultValue: 'onsite',
    label: localized('Dove si svolge', 'Where it takes place'),
    options: selectOptions({
      onsite: localized('In un luogo', 'In a place'),
      remote: localized('A distanza', 'Remotely'),
      either: localized('È uguale', 'Either'),
    }),
  },
  {
    name: 'place',
    type: 'group',
    label: localized('Dove', 'Where'),
    admin: {
      condition: (data) => data?.mode !== 'remote' || Boolean(data?.place?.municipality),
      description: privateDescription(
        'L’indirizzo si dà solo alla persona scelta.',
        'The address goes only to the chosen person.',
      ),
    },
    fields: [placeFields()],
  },
  {
    name: 'placeNote',
    type: 'text',
    maxLength: 160,
    label: localized('Frazione o zona', 'Village or area'),
    admin: {
      condition: (data) => data?.mode !== 'remote',
      description: privateDescription('Mai l’indirizzo preciso.', 'Never the exact address.'),
    },
  },
  {
    name: 'when',
    type: 'group',
    label: localized('Per quando', 'By when'),
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'soon',
            type: 'select',
            required: true,
            defaultValue: 'no-hurry',
            label: localized('Quando serve', 'When it is needed'),
            options: selectOptions({
              soon: localized('Presto', 'Soon'),
              by: localized('Entro una data', 'By a date'),
              'no-hurry': localized('Senza fretta', 'No hurry'),
            }),
          },
          {
            name: 'by',
            type: 'date',
            label: localized('Entro il', 'By'),
            admin: { condition: (_, sibling) => sibling?.soon === 'by', date: { pickerAppearance: 'dayOnly' } },
          },
        ],
      },
    ],
  },
]

const papers: Field[] = [
  consentsField([
    {
      value: 'share',
      label: localized(
        'La rete può proporla, con fotografie e risposte, e dare i recapiti a chi è scelto',
        'The network may offer it, with photographs and answers, and pass contacts on',
      ),
    },
  ]),
  shareAskedField,
  {
    name: 'notes',
    type: 'textarea',
    label: localized('Note della redazione', 'Editors’ notes'),
    admin: { rows: 4, description: privateDescription('Le legge solo la redazione.', 'Only editors read them.') },
  },
]

const history: Field[] = [timelineField(statusOptions)]

const tabs = (options: ResolvedOptions): Tab[] => [
  { label: localized('Che cosa serve', 'What is needed'), fields: [...wanted(options), ...wantedFields(options)] },
  { label: localized('Dove e quando', 'Where and when'), fields: where },
  { label: localized('Chi chiede', 'Who asks'), fields: clientFields(options) },
  jobTab(options),
  { label: localized('Consensi e note', 'Consents and notes'), fields: papers },
  { label: localized('Storia', 'History'), fields: history },
]

const sidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'received',
    index: true,
    label: localized('Stato', 'Status'),
    options: statusOptions,
    hooks: { afterRead: [currentStatusHook('unconfirmed')] },
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
    label: localized('Riferimento', 'Reference'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.reference),
      description: localized('Quello che il cliente ha nelle sue mail.', 'The one the client has in their mails.'),
    },
  },
  {
    name: 'referenceKey',
    type: 'text',
    label: localized('Riferimento', 'Reference'),
    admin: { position: 'sidebar', hidden: true, disableListColumn: true, disableListFilter: true },
  },
  {
    name: 'since',
    type: 'date',
    index: true,
    label: localized('Da quando', 'Since'),
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime' },
      condition: (data) => Boolean(data?.since),
      description: localized('Da quando è in questo stato.', 'Since when it has been in this state.'),
    },
  },
  {
    name: 'answerBy',
    type: 'date',
    index: true,
    label: localized('Risposta entro', 'Answer by'),
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayOnly' },
      condition: (data) => Boolean(data?.answerBy),
      description: localized('Il termine comunicato al cliente.', 'The term the client was told.'),
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: localized('Scade', 'Expires'),
    admin: { position: 'sidebar', readOnly: true, condition: (data) => data?.status === 'unconfirmed' },
  },
  {
    name: 'channel',
    type: 'select',
    required: true,
    defaultValue: 'phone',
    label: localized('Da dove è arrivata', 'How it arrived'),
    options: selectOptions({
      web: localized('Modulo', 'Form'),
      phone: localized('Telefono', 'Phone'),
      paper: localized('Carta', 'Paper'),
      desk: localized('Sportello', 'Help desk'),
    }),
    admin: { position: 'sidebar', description: localized('Mai pubblico.', 'Never public.') },
  },
]

/** The collection's shape; its rules are added by the room. */
export const commissionCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.commissions,
  labels: { singular: localized('Richiesta', 'Request'), plural: localized('Richieste', 'Requests') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'client.name', 'status', 'mokorLook', 'place.municipality', 'skills', 'answerBy'],
    hidden: !options.features.commissions,
    baseFilter: apartFrom({ status: { not_equals: 'unconfirmed' } }),
    description: localized(
      'Che cosa chiedono i clienti. Nulla di ciò che è scritto qui è pubblico. Le richieste da confermare stanno a parte: si trovano cercando, o con il filtro «Stato».',
      'What clients ask for. Nothing written here is public. Unconfirmed requests stand apart: search for them, or filter by “Status”.',
    ),
  },
  defaultSort: '-since',
  trash: true,
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 20 },
  // Today's status follows from it, whatever a reader asks for.
  forceSelect: { expiresAt: true },
  indexes: [{ fields: ['status', 'createdAt'] }, { fields: ['status', 'answerBy'] }],
  fields: [
    ...sidebar,
    ...jobSidebar(options),
    ...offerFields(options),
    ...assignmentFields(options),
    { type: 'tabs', tabs: tabs(options) },
  ],
})
