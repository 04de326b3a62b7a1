// What those who work at the desk say of themselves, in their own account: until when they are away, and whether they want the mail
// of the morning.
import type { Field, FieldHook } from 'payload'
import { localized } from '../i18n/localized.js'
import { endOfDayInItaly } from '../values/dates.js'

/** The day itself still counts. */
const wholeDay: FieldHook = ({ value }) => {
  const at = new Date(value ?? Number.NaN)
  return Number.isNaN(at.getTime()) ? value : endOfDayInItaly(at).toISOString()
}

const hasRoles = (data: { mokorRoles?: unknown }): boolean =>
  Array.isArray(data?.mokorRoles) && data.mokorRoles.length > 0

export const deskFields: Field[] = [
  {
    name: 'mokorAwayUntil',
    type: 'date',
    label: localized('Sono via fino al', 'I am away until'),
    hooks: { beforeChange: [wholeDay] },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' },
      condition: hasRoles,
      description: localized(
        'Fino a quel giorno quello che hai in carico alla rete torna libero per gli altri.',
        'Until that day what you have taken on at the network is free for the others.',
      ),
    },
  },
  {
    name: 'mokorDigest',
    type: 'checkbox',
    defaultValue: true,
    label: localized('La mail delle otto', 'The mail at eight'),
    admin: {
      position: 'sidebar',
      condition: hasRoles,
      description: localized(
        'La mattina dei giorni di redazione, quante cose ti aspettano. Nessuna mail se non aspetta nulla.',
        'On the mornings of desk days, how many things wait for you. No mail when nothing waits.',
      ),
    },
  },
]
