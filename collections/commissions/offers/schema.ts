// The collection of offers: one document for each member whom a request asks; written by the desk's and the members' steps alone.
import type { CollectionConfig, Field } from 'payload'
import { editors, nobody, type Rights } from '../../../plugin/access/index.js'
import { localized, privateDescription, selectOptions } from '../../../plugin/i18n/localized.js'
import { timelineField } from '../../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { enforceOfferTransition } from './hooks.js'
import { offerStatuses } from './lifecycle.js'
import { answeredByWords, declineWords, offerStatusWords, taxWords, wayWords } from './words.js'

/** Read as requests are; made and changed by their steps, which say themselves who may take them. */
export const offerRights: Rights = { create: nobody, read: editors, update: nobody, delete: nobody }

const statusOptions = offerStatuses.map((value) => ({ value, label: offerStatusWords[value] }))

const day = { date: { pickerAppearance: 'dayAndTime' as const } }

const sidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'sent',
    index: true,
    label: localized('Stato', 'Status'),
    options: statusOptions,
    admin: { position: 'sidebar' },
  },
  { name: 'since', type: 'date', label: localized('Da quando', 'Since'), admin: { position: 'sidebar', ...day } },
  {
    name: 'askedAt',
    type: 'date',
    label: localized('Proposta il', 'Asked on'),
    admin: { position: 'sidebar', ...day },
  },
  {
    name: 'answerBy',
    type: 'date',
    index: true,
    label: localized('Risposta entro', 'Answer by'),
    admin: { position: 'sidebar', ...day },
  },
  { name: 'termHours', type: 'number', admin: { hidden: true } },
]

const asked = (options: ResolvedOptions): Field[] => [
  { name: 'title', type: 'text', required: true, label: localized('Proposta', 'Offer') },
  { name: 'key', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
  {
    type: 'row',
    fields: [
      {
        name: 'commission',
        type: 'relationship',
        relationTo: options.slugs.commissions,
        required: true,
        index: true,
        label: localized('Richiesta', 'Request'),
      },
      {
        name: 'member',
        type: 'relationship',
        relationTo: options.slugs.members,
        index: true,
        label: localized('Aderente', 'Member'),
      },
      {
        name: 'team',
        type: 'relationship',
        relationTo: options.slugs.teams,
        label: localized('Squadra', 'Team'),
        admin: { condition: (data) => Boolean(data?.team) },
      },
    ],
  },
  {
    name: 'company',
    type: 'group',
    label: localized('Azienda fuori dalla rete', 'Company outside the network'),
    admin: { condition: (data) => Boolean(data?.company?.name) },
    fields: [
      { name: 'name', type: 'text', maxLength: 120, label: localized('Nome', 'Name') },
      { name: 'email', type: 'text', maxLength: 254, label: localized('E-mail', 'E-mail') },
      { name: 'phone', type: 'text', maxLength: 40, label: localized('Telefono', 'Phone') },
      { name: 'url', type: 'text', maxLength: 400, label: localized('Sito', 'Website') },
      { name: 'why', type: 'textarea', maxLength: 500, label: localized('Perché questa', 'Why this one') },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'way',
        type: 'select',
        required: true,
        label: localized('In che modo', 'In which way'),
        options: selectOptions(wayWords),
      },
      {
        name: 'rank',
        type: 'number',
        required: true,
        defaultValue: 0,
        label: localized('Posto nell’ordine', 'Place in the order'),
      },
      {
        name: 'chosenBy',
        type: 'select',
        label: localized('Chi ha scelto', 'Who chose'),
        options: selectOptions({
          network: localized('La rete', 'The network'),
          client: localized('Il cliente', 'The client'),
        }),
      },
    ],
  },
  {
    name: 'reasons',
    type: 'json',
    label: localized('Perché questa persona', 'Why this person'),
    admin: {
      description: privateDescription('Com’era nell’elenco quando è stata scelta.', 'As the shortlist said it then.'),
    },
  },
  {
    name: 'alternatives',
    type: 'json',
    label: localized('Chi altro c’era', 'Who else there was'),
    admin: { description: privateDescription('Nel momento della scelta.', 'At the moment of the choice.') },
  },
]

const answered: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'answeredBy',
        type: 'select',
        label: localized('Ha risposto', 'Answered'),
        options: selectOptions(answeredByWords),
      },
      {
        name: 'taxMode',
        type: 'select',
        label: localized('Come lo farebbe', 'How they would do it'),
        options: selectOptions(taxWords),
      },
      {
        name: 'responsible',
        type: 'date',
        label: localized('Risponde del lavoro, detto il', 'Answers for the work, said on'),
        admin: day,
      },
    ],
  },
  {
    name: 'showToClient',
    type: 'checkbox',
    defaultValue: false,
    label: localized('D’accordo che il cliente la veda', 'Agrees to be shown to the client'),
  },
  {
    name: 'decline',
    type: 'group',
    label: localized('Perché no', 'Why not'),
    admin: { condition: (data) => Boolean(data?.decline?.code) },
    fields: [
      { name: 'code', type: 'select', label: localized('Motivo', 'Reason'), options: selectOptions(declineWords) },
      { name: 'note', type: 'textarea', label: localized('Parole sue', 'Their words') },
      { name: 'until', type: 'date', label: localized('Fino al', 'Until') },
    ],
  },
  { name: 'suggested', type: 'textarea', label: localized('Chi altro lo farebbe bene', 'Who else would do it well') },
]

export const offerCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.offers,
  labels: { singular: localized('Proposta', 'Offer'), plural: localized('Proposte', 'Offers') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'member', 'way', 'status', 'since', 'answerBy'],
    hidden: !(options.features.commissions && options.features.offers),
    description: localized(
      'A chi è stata proposta ogni richiesta, e che cosa ha risposto. Si scrivono da sé: si propone dalla pagina della richiesta.',
      'Whom each request was offered to, and what they answered. They write themselves: offers are made from the request’s page.',
    ),
  },
  defaultSort: '-since',
  disableDuplicate: true,
  indexes: [{ fields: ['commission', 'status'] }, { fields: ['member', 'status'] }, { fields: ['status', 'answerBy'] }],
  hooks: { beforeChange: [enforceOfferTransition] },
  fields: [...sidebar, ...asked(options), ...answered, timelineField(statusOptions)],
})
