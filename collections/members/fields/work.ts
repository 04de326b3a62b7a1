// A member's fields: what they can do, where and when.
import type { Field } from 'payload'
import { type availabilityStates, type origins, radii } from '../../../plugin/contract/dto.js'
import { placeFields } from '../../../plugin/fields/place.js'
import type { ValidateContext } from '../../../plugin/fields/validators.js'
import {
  type Localized,
  localized,
  pickFor,
  privateDescription,
  selectOptions,
} from '../../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { skillField } from '../../skills/index.js'

/** Neither at home nor all of Italy. */
const usualRadius: (typeof radii)[number] = 25

const originWords: Record<(typeof origins)[number], Localized> = {
  practised: localized('Mestiere', 'Practised trade'),
  aptitude: localized('Attitudine', 'Aptitude'),
  passion: localized('Passione', 'Passion'),
}

const availabilityWords: Record<(typeof availabilityStates)[number], Localized> = {
  now: localized('Subito', 'Now'),
  from: localized('Da una data', 'From a date'),
  sometimes: localized('Ogni tanto', 'Now and then'),
  'not-now': localized('Ora no', 'Not now'),
}

const radiusSentence: Localized = localized(
  'Scegli tra 0, 10, 25, 50 e 100 km, o lascia vuoto.',
  'Choose 0, 10, 25, 50 or 100 km, or leave it empty.',
)

export const skills = (options: ResolvedOptions): Field => ({
  name: 'skills',
  type: 'array',
  maxRows: 20,
  label: localized('Capacità', 'Skills'),
  labels: { singular: localized('Capacità', 'Skill'), plural: localized('Capacità', 'Skills') },
  admin: {
    description: localized(
      'Se la persona ha usato parole sue, si sceglie la capacità che le corrisponde: si troverà anche nei filtri.',
      'Where people used their own words, choose the skill that matches: it will be found in the filters too.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        skillField(options),
        {
          name: 'own',
          type: 'text',
          maxLength: 80,
          label: localized('Con parole sue', 'In their own words'),
          admin: {
            description: localized('Pubblica finché non si sceglie una capacità.', 'Public until a skill is chosen.'),
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'origin',
          type: 'select',
          required: true,
          defaultValue: 'practised',
          label: localized('Da dove viene', 'Where it comes from'),
          options: selectOptions(originWords),
        },
        { name: 'years', type: 'number', min: 0, max: 70, label: localized('Da quanti anni', 'For how many years') },
        {
          name: 'qualified',
          type: 'select',
          label: localized('Abilitazione', 'Qualification'),
          options: [
            { value: 'yes', label: localized('Dichiara di averla', 'Declares to have it') },
            { value: 'no', label: localized('Dichiara di non averla', 'Declares not to have it') },
            { value: 'unknown', label: localized('Non sa', 'Does not know') },
          ],
          admin: { description: privateDescription('Solo per i mestieri regolati.', 'For regulated trades only.') },
        },
      ],
    },
    {
      name: 'note',
      type: 'text',
      maxLength: 160,
      label: localized('Nota', 'Note'),
      admin: { description: localized('Pubblica.', 'Public.') },
    },
  ],
})

export const where: Field[] = [
  {
    name: 'place',
    type: 'group',
    label: localized('Dove', 'Where'),
    admin: {
      description: localized(
        'Pubblici il comune e la provincia, mai l’indirizzo.',
        'Municipality and province are public, never the address.',
      ),
    },
    fields: [placeFields()],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'modes',
        type: 'select',
        hasMany: true,
        label: localized('Come lavora', 'How they work'),
        options: [
          { value: 'onsite', label: localized('Sul posto', 'On site') },
          { value: 'remote', label: localized('A distanza', 'Remotely') },
        ],
      },
      {
        name: 'radiusKm',
        type: 'number',
        label: localized('Fin dove si sposta', 'How far they travel'),
        validate: (value: number | null | undefined, { req }: ValidateContext) =>
          value === null ||
          value === undefined ||
          (radii as readonly number[]).includes(value) ||
          pickFor(req, radiusSentence),
        // Of a file that the desk writes: left alone, it would promise all of Italy.
        defaultValue: ({ user }: { user?: unknown }) => (user ? usualRadius : undefined),
        admin: {
          condition: (data) => !Array.isArray(data?.modes) || data.modes.includes('onsite'),
        },
      },
    ],
  },
  {
    name: 'availability',
    type: 'group',
    label: localized('Disponibilità', 'Availability'),
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'state',
            type: 'select',
            defaultValue: 'now',
            label: localized('Quando può', 'When they can'),
            options: selectOptions(availabilityWords),
          },
          {
            name: 'from',
            type: 'date',
            label: localized('Da quando', 'From when'),
            admin: {
              condition: (_, sibling) => sibling?.state === 'from',
              date: { pickerAppearance: 'dayOnly' },
              description: localized('Passata la data, si legge «subito».', 'Once the date has passed it reads “now”.'),
            },
          },
        ],
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'maxOpenJobs',
        type: 'number',
        min: 1,
        max: 20,
        label: localized('Quanti lavori alla volta', 'How many jobs at a time'),
        admin: {
          description: privateDescription(
            'Se lo dice, non gliene proponiamo altri finché ne ha tanti in corso.',
            'Where they say so, no others are proposed while they have as many.',
          ),
        },
      },
      {
        name: 'smallJobs',
        type: 'checkbox',
        defaultValue: false,
        label: localized('Prende anche lavoretti', 'Takes small jobs too'),
        admin: { description: localized('Meno di due ore, vicino a casa.', 'Less than two hours, near home.') },
      },
    ],
  },
]
