// The fields that say who at the desk looks after a document: its editor, their dated notes, and the day it comes back.
import type { Field } from 'payload'
import { localized, privateDescription } from '../i18n/localized.js'
import { whenAndWho } from '../lifecycle/timeline.js'
import type { ResolvedOptions } from '../options/index.js'

/** Written by the desk's own steps alone, each of which says who may take it. */
const byStepsAlone = { create: () => false, update: () => false }

/** @param options names the collection of those who sign in to the admin */
export const assignmentFields = ({ users }: Pick<ResolvedOptions, 'users'>): Field[] => [
  {
    name: 'editor',
    type: 'relationship',
    relationTo: users,
    index: true,
    access: byStepsAlone,
    label: localized('In mano a', 'Looked after by'),
    admin: {
      position: 'sidebar',
      allowCreate: false,
      allowEdit: false,
      condition: (data) => Boolean(data?.editor),
      description: privateDescription('Chi della redazione l’ha in carico.', 'Who of the desk has taken it on.'),
    },
  },
  {
    name: 'remindAt',
    type: 'date',
    index: true,
    access: byStepsAlone,
    label: localized('Torna in coda il', 'Comes back on'),
    admin: {
      position: 'sidebar',
      condition: (data) => Boolean(data?.remindAt),
      description: privateDescription('Il giorno scelto da chi l’ha in carico.', 'The day chosen by who has it.'),
    },
  },
  {
    name: 'deskNotes',
    type: 'array',
    access: byStepsAlone,
    label: localized('Note interne', 'Internal notes'),
    labels: {
      singular: localized('Nota interna', 'Internal note'),
      plural: localized('Note interne', 'Internal notes'),
    },
    admin: {
      initCollapsed: true,
      condition: (data) => Array.isArray(data?.deskNotes) && data.deskNotes.length > 0,
      description: privateDescription(
        'Le legge solo la redazione; restano come sono.',
        'Only editors read them; they stay.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: whenAndWho(),
      },
      { name: 'text', type: 'textarea', required: true, label: localized('Nota', 'Note') },
    ],
  },
]
