// What those who work at the desk say of themselves, in their own account: until when they are away.
import type { Field, FieldHook } from 'payload'
import { localized } from '../i18n/localized.js'
import { endOfDayInItaly } from '../values/dates.js'

/** The day itself still counts. */
const wholeDay: FieldHook = ({ value }) => {
  const at = new Date(value ?? Number.NaN)
  return Number.isNaN(at.getTime()) ? value : endOfDayInItaly(at).toISOString()
}

export const deskFields: Field[] = [
  {
    name: 'mokorAwayUntil',
    type: 'date',
    label: localized('Sono via fino al', 'I am away until'),
    hooks: { beforeChange: [wholeDay] },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' },
      condition: (data) => Array.isArray(data?.mokorRoles) && data.mokorRoles.length > 0,
      description: localized(
        'Fino a quel giorno quello che hai in carico alla rete torna libero per gli altri.',
        'Until that day what you have taken on at the network is free for the others.',
      ),
    },
  },
]
