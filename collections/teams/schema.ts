// The fields of a team, as editors read them; its rules are added by the room.
import type { CollectionConfig, Field, NumberFieldSingleValidation, RelationshipFieldSingleValidation } from 'payload'
import { relationship } from 'payload/shared'
import { assignmentFields } from '../../plugin/fields/assignment.js'
import { mustExist, optionsFilter } from '../../plugin/fields/relation.js'
import { companyName } from '../../plugin/fields/validators.js'
import { type Localized, localized, pickFor, privateDescription, selectOptions } from '../../plugin/i18n/localized.js'
import { timelineField } from '../../plugin/lifecycle/timeline.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { inTheNetwork } from './hooks.js'
import type { TeamStatus } from './lifecycle.js'
import { answerWords } from './words.js'

const statusWords: Record<TeamStatus, Localized> = {
  proposed: localized('Da proporre', 'To be proposed'),
  forming: localized('In formazione', 'Forming'),
  active: localized('Attiva', 'Active'),
  closed: localized('Chiusa', 'Closed'),
}

const between =
  (least: number, most: number): NumberFieldSingleValidation =>
  (value, { req }) =>
    value === null ||
    value === undefined ||
    (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) ||
    pickFor(
      req,
      localized(`Scrivi un numero intero da ${least} a ${most}.`, `Write a whole number from ${least} to ${most}.`),
    )

const isTrade = mustExist('skills')

/** Of its own kind, given, and there. */
const someTrade: RelationshipFieldSingleValidation = async (value, options) => {
  const usual = await relationship(value, options)
  return usual === true ? isTrade(value, options) : usual
}

/** Written by what people say, never by a form. */
const bySteps = { readOnly: true } as const

const whoIsIn = (options: ResolvedOptions): Field => ({
  name: 'members',
  type: 'array',
  maxRows: 50,
  label: localized('Persone', 'People'),
  labels: { singular: localized('Persona', 'Person'), plural: localized('Persone', 'People') },
  admin: {
    description: localized(
      'Se cambiano le persone, che cosa fanno, le parti, i giorni o chi fattura, si richiede a tutti.',
      'If people, what they do, parts, days or who invoices change, everybody is asked again.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'member',
          type: 'relationship',
          relationTo: options.slugs.members,
          required: true,
          label: localized('Aderente', 'Member'),
          ...optionsFilter(inTheNetwork),
        },
        {
          name: 'role',
          type: 'text',
          maxLength: 80,
          label: localized('Che cosa fa nella squadra', 'Role in the team'),
          admin: { description: localized('Pubblico con la scheda.', 'Public with the profile.') },
        },
        {
          name: 'share',
          type: 'number',
          label: localized('Parte del lavoro, in %', 'Part of the work, in %'),
          validate: between(0, 100),
          admin: {
            description: privateDescription(
              'Vuota per tutti: parti uguali. Se no, insieme fanno 100.',
              'Empty for all: equal parts. Otherwise they add up to 100.',
            ),
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'accepted',
          type: 'select',
          label: localized('Che cosa ha detto', 'What they said'),
          options: selectOptions(answerWords),
          admin: { ...bySteps, condition: (_, sibling) => Boolean(sibling?.accepted) },
        },
        {
          name: 'answeredAt',
          type: 'date',
          label: localized('Quando', 'When'),
          admin: { ...bySteps, condition: (_, sibling) => Boolean(sibling?.answeredAt) },
        },
        {
          name: 'answeredBy',
          type: 'select',
          label: localized('Come', 'How'),
          options: selectOptions({
            link: localized('Dal proprio link', 'By their own link'),
            helper: localized('L’ha detto chi aiuta', 'Their helper said so'),
            desk: localized('L’ha segnato la redazione', 'Recorded by the desk'),
          }),
          admin: { ...bySteps, condition: (_, sibling) => Boolean(sibling?.answeredBy) },
        },
      ],
    },
    {
      name: 'answerNote',
      type: 'textarea',
      label: localized('Perché', 'Why'),
      admin: { ...bySteps, condition: (_, sibling) => Boolean(sibling?.answerNote) },
    },
  ],
})

const terms: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'issuer',
        type: 'select',
        defaultValue: 'each',
        label: localized('Chi fattura', 'Who invoices'),
        options: selectOptions({
          each: localized('Ciascuno la propria parte', 'Each their own part'),
          referent: localized('Chi tiene i contatti, per tutti', 'Who keeps in touch, for all'),
        }),
        admin: { description: privateDescription('Il prezzo lo concordano loro.', 'They agree on the price.') },
      },
      {
        name: 'from',
        type: 'date',
        label: localized('Ci sono tutti dal', 'All are there from'),
        admin: { date: { pickerAppearance: 'dayOnly' } },
      },
      {
        name: 'until',
        type: 'date',
        label: localized('al', 'to'),
        admin: { date: { pickerAppearance: 'dayOnly' } },
      },
    ],
  },
]

const needed = (options: ResolvedOptions): Field => ({
  name: 'needs',
  type: 'array',
  maxRows: 12,
  label: localized('Mestieri che servono', 'Trades that are needed'),
  labels: { singular: localized('Mestiere', 'Trade'), plural: localized('Mestieri', 'Trades') },
  admin: { initCollapsed: true, description: privateDescription('Per comporre la squadra.', 'To compose the team.') },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'trade',
          type: 'relationship',
          relationTo: options.slugs.skills,
          required: true,
          validate: someTrade,
          label: localized('Mestiere', 'Trade'),
        },
        {
          name: 'places',
          type: 'number',
          required: true,
          defaultValue: 1,
          label: localized('Posti', 'Places'),
          validate: between(1, 50),
        },
      ],
    },
  ],
})

const sidebar = (options: ResolvedOptions): Field[] => [
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'proposed',
    index: true,
    label: localized('Stato', 'Status'),
    options: selectOptions(statusWords),
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: localized('Cambia con i pulsanti della scheda.', 'Changed with the buttons on this page.'),
    },
  },
  {
    name: 'public',
    type: 'checkbox',
    defaultValue: false,
    label: localized('Pagina pubblica', 'Public page'),
    admin: {
      position: 'sidebar',
      description: localized(
        'Da quando la squadra non è più in formazione; finché è attiva sta anche nell’elenco.',
        'From when the team is no longer forming; while it is active it is in the directory too.',
      ),
    },
  },
  {
    name: 'commission',
    type: 'relationship',
    relationTo: options.slugs.commissions,
    validate: mustExist('commissions'),
    label: localized('Per la richiesta', 'For the request'),
    admin: {
      position: 'sidebar',
      allowCreate: false,
      description: privateDescription('Vuota: una squadra per conto proprio.', 'Empty: a team of its own.'),
    },
  },
  {
    name: 'slug',
    type: 'text',
    index: true,
    label: localized('Indirizzo pubblico', 'Public address'),
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.slug) },
  },
  { name: 'markAllowed', type: 'text', admin: { hidden: true } },
  { name: 'askedAt', type: 'date', admin: { hidden: true } },
  {
    name: 'answerBy',
    type: 'date',
    label: localized('Risposte entro il', 'Answers by'),
    admin: { position: 'sidebar', readOnly: true, condition: (data) => data?.status === 'forming' && data?.answerBy },
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
]

export const teamCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.teams,
  labels: { singular: localized('Squadra', 'Team'), plural: localized('Squadre', 'Teams') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'status', 'public', 'referent', 'createdAt'],
    hidden: !options.features.teams,
    description: localized(
      'Persone che lavorano insieme. In pubblico si vede solo chi ha una scheda pubblica.',
      'People who work together. Only those with a public profile are shown.',
    ),
  },
  defaultSort: '-createdAt',
  trash: true,
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 20 },
  indexes: [{ fields: ['status', 'createdAt'] }, { fields: ['status', 'since'] }],
  fields: [
    ...sidebar(options),
    ...assignmentFields(options),
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 120,
      label: localized('Nome', 'Name'),
      validate: companyName,
    },
    {
      name: 'purpose',
      type: 'text',
      maxLength: 120,
      label: localized('A che cosa serve, in una riga', 'What it is for, in one line'),
      admin: { description: localized('Pubblico con la squadra.', 'Public with the team.') },
    },
    {
      name: 'referent',
      type: 'relationship',
      relationTo: options.slugs.members,
      validate: mustExist('members'),
      label: localized('Chi tiene i contatti', 'Who keeps in touch'),
      admin: { description: localized('Mai pubblico in questo ruolo.', 'Never public in this role.') },
    },
    whoIsIn(options),
    ...terms,
    needed(options),
    timelineField(selectOptions(statusWords)),
  ],
})
