// The fields that a request gains from the job's life: where it came from, its family, questions, photographs, delivery and feedback.
import type { Field } from 'payload'
import { mustExist } from '../../../plugin/fields/relation.js'
import { localized, privateDescription, selectOptions } from '../../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { askerWords, feedbackWords, handOverWords } from './words.js'

/** Written by the steps alone. */
const byStepsAlone = { create: () => false, update: () => false }
const shownWhereSet = (name: string) => ({
  position: 'sidebar' as const,
  condition: (data: Record<string, unknown>) => Boolean(data?.[name]),
})

/** What a restored version must not bring back. */
export const jobFieldNames = [
  'source',
  'broughtBy',
  'parent',
  'part',
  'partners',
  'handOver',
  'questions',
  'photos',
  'deliveredAt',
  'closesAt',
  'feedback',
] as const

/** Beside what is wanted. */
export const wantedFields = (options: ResolvedOptions): Field[] => [
  {
    name: 'wanted',
    type: 'relationship',
    relationTo: options.slugs.members,
    hasMany: true,
    maxRows: 5,
    label: localized('Chi ha scelto il cliente', 'Whom the client picked'),
    admin: {
      description: localized(
        'Le schede aggiunte alla richiesta: si sentono per prime.',
        'Profiles added to the request: they are asked first.',
      ),
    },
  },
  {
    name: 'micro',
    type: 'checkbox',
    defaultValue: false,
    label: localized('Un lavoretto, meno di due ore', 'A small job, less than two hours'),
    admin: {
      description: localized(
        'Si propone insieme ad altri della stessa zona, in un giro solo.',
        'Offered together with others near by, in one round.',
      ),
    },
  },
]

export const photoField = (options: ResolvedOptions): Field => ({
  name: 'photos',
  type: 'upload',
  relationTo: options.slugs.photos,
  hasMany: true,
  maxRows: 5,
  label: localized('Fotografie', 'Photographs'),
  admin: {
    condition: () => options.features.pictures,
    description: privateDescription(
      'Le vedono la redazione e le persone a cui il lavoro è proposto. Tolte da qui si cancellano.',
      'Seen by editors and by the people the job is offered to. Taken out here they are erased.',
    ),
  },
})

/** On a tab of their own. */
export const jobFields = (options: ResolvedOptions): Field[] => [
  photoField(options),
  {
    name: 'questions',
    type: 'array',
    access: byStepsAlone,
    label: localized('Domande e risposte', 'Questions and answers'),
    labels: { singular: localized('Domanda', 'Question'), plural: localized('Domande', 'Questions') },
    admin: { readOnly: true, initCollapsed: true },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'at', type: 'date', required: true, label: localized('Quando', 'When') },
          {
            name: 'by',
            type: 'select',
            required: true,
            label: localized('Chi chiede', 'Who asks'),
            options: selectOptions(askerWords),
          },
        ],
      },
      { name: 'offer', type: 'text', admin: { hidden: true } },
      { name: 'text', type: 'textarea', required: true, label: localized('Domanda', 'Question') },
      { name: 'answer', type: 'textarea', label: localized('Risposta', 'Answer') },
      {
        type: 'row',
        fields: [
          { name: 'answeredAt', type: 'date', label: localized('Risposto il', 'Answered on') },
          {
            name: 'answeredBy',
            type: 'select',
            label: localized('Chi ha risposto', 'Who answered'),
            options: selectOptions(askerWords),
          },
        ],
      },
    ],
  },
  {
    name: 'feedback',
    type: 'group',
    access: byStepsAlone,
    label: localized('Com’è andata', 'How it went'),
    admin: {
      readOnly: true,
      condition: (data) => Boolean(data?.feedback?.result),
      description: privateDescription('Fatti, con le parole del cliente.', 'Facts, in the client’s words.'),
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'result',
            type: 'select',
            label: localized('Esito', 'Outcome'),
            options: selectOptions(feedbackWords),
          },
          { name: 'at', type: 'date', label: localized('Quando', 'When') },
          {
            name: 'by',
            type: 'select',
            label: localized('Come l’ha detto', 'How it was said'),
            options: selectOptions({
              link: localized('Dal suo link', 'By their link'),
              desk: localized('Alla redazione', 'To the desk'),
            }),
          },
        ],
      },
      { name: 'words', type: 'textarea', label: localized('Parole sue', 'Their words') },
    ],
  },
  {
    name: 'handOver',
    type: 'group',
    access: byStepsAlone,
    label: localized('Passaggio ad altri', 'Hand-over'),
    admin: { readOnly: true, condition: (data) => Boolean(data?.handOver?.at) },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'how', type: 'select', label: localized('Come', 'How'), options: selectOptions(handOverWords) },
          {
            name: 'to',
            type: 'relationship',
            relationTo: options.slugs.members,
            index: true,
            label: localized('A chi', 'To whom'),
          },
          { name: 'named', type: 'text', label: localized('Come è stata indicata', 'As they were named') },
        ],
      },
      { name: 'words', type: 'textarea', label: localized('Parole di chi la passa', 'Words of whoever passes it on') },
      {
        type: 'row',
        fields: [
          { name: 'at', type: 'date', label: localized('Chiesto il', 'Asked on') },
          { name: 'acceptedAt', type: 'date', label: localized('Ha detto sì il', 'Said yes on') },
          { name: 'taxMode', type: 'text', admin: { hidden: true } },
        ],
      },
    ],
  },
]

export const jobSidebar = (options: ResolvedOptions): Field[] => [
  {
    name: 'source',
    type: 'select',
    defaultValue: 'network',
    access: byStepsAlone,
    label: localized('Di chi è il cliente', 'Whose client it is'),
    options: selectOptions({
      network: localized('Della rete', 'The network’s'),
      private: localized('Di un aderente', 'A member’s'),
    }),
    admin: { readOnly: true, position: 'sidebar', condition: (data) => data?.source === 'private' },
  },
  {
    name: 'broughtBy',
    type: 'relationship',
    relationTo: options.slugs.members,
    index: true,
    access: byStepsAlone,
    validate: mustExist('members'),
    label: localized('Portata da', 'Brought by'),
    admin: { readOnly: true, ...shownWhereSet('broughtBy') },
  },
  {
    name: 'partners',
    type: 'relationship',
    relationTo: options.slugs.members,
    hasMany: true,
    access: byStepsAlone,
    label: localized('Lo fanno insieme', 'They do it together'),
    admin: {
      readOnly: true,
      position: 'sidebar',
      condition: (data) => Array.isArray(data?.partners) && data.partners.length > 0,
    },
  },
  {
    name: 'parent',
    type: 'relationship',
    relationTo: options.slugs.commissions,
    index: true,
    access: byStepsAlone,
    label: localized('Parte di', 'Part of'),
    admin: { readOnly: true, ...shownWhereSet('parent') },
  },
  { name: 'part', type: 'number', access: byStepsAlone, admin: { hidden: true } },
  {
    name: 'deliveredAt',
    type: 'date',
    access: byStepsAlone,
    label: localized('Consegnata il', 'Delivered on'),
    admin: { readOnly: true, ...shownWhereSet('deliveredAt') },
  },
  {
    name: 'closesAt',
    type: 'date',
    access: byStepsAlone,
    label: localized('Si chiude da sé il', 'Closes by itself on'),
    admin: {
      readOnly: true,
      position: 'sidebar',
      condition: (data) => data?.status === 'delivered' && Boolean(data?.closesAt),
    },
  },
]
