// The fields that a request gains from its offers: who does the work, what was agreed, and whether it cannot wait.
import type { Field } from 'payload'
import { mustExist } from '../../../plugin/fields/relation.js'
import { localized, selectOptions } from '../../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { taxWords } from './words.js'

const bySteps = { position: 'sidebar', readOnly: true } as const
/** Written by the steps alone. */
const byStepsAlone = { create: () => false, update: () => false }

/** What a restored version must not bring back. */
export const offerFieldNames = ['executor', 'team', 'agreement', 'claim'] as const

export const offerFields = (options: ResolvedOptions): Field[] => [
  {
    name: 'urgent',
    type: 'checkbox',
    defaultValue: false,
    label: localized('Non può aspettare', 'It cannot wait'),
    admin: {
      position: 'sidebar',
      description: localized(
        'Esce acqua, manca la luce: si propone a ore, non a giorni.',
        'Water runs, there is no light: offers have hours, not days.',
      ),
    },
  },
  {
    name: 'executor',
    type: 'relationship',
    relationTo: options.slugs.members,
    index: true,
    access: byStepsAlone,
    validate: mustExist('members'),
    label: localized('Chi fa il lavoro', 'Who does the work'),
    admin: { ...bySteps, condition: (data) => Boolean(data?.executor) },
  },
  {
    name: 'team',
    type: 'relationship',
    relationTo: options.slugs.teams,
    access: byStepsAlone,
    validate: mustExist('teams'),
    label: localized('La squadra', 'The team'),
    admin: { ...bySteps, condition: (data) => Boolean(data?.team) },
  },
  // Which offer has won while its agreement is being written; nothing once it stands.
  { name: 'claim', type: 'text', index: true, access: byStepsAlone, admin: { hidden: true, disableListFilter: true } },
  {
    name: 'agreement',
    type: 'group',
    access: byStepsAlone,
    label: localized('Accordo', 'Agreement'),
    admin: { ...bySteps, condition: (data) => Boolean(data?.agreement?.at) },
    fields: [
      {
        name: 'at',
        type: 'date',
        label: localized('Quando', 'When'),
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'taxMode',
        type: 'select',
        label: localized('Come lo fa', 'How they do it'),
        options: selectOptions(taxWords),
      },
      { name: 'from', type: 'date', label: localized('Dal', 'From') },
      { name: 'to', type: 'date', label: localized('Al', 'To') },
      { name: 'version', type: 'text', label: localized('Versione del testo', 'Version of the text') },
    ],
  },
]
