// Collections of the roster: its rows and their change log.
import type { CollectionConfig, Field } from 'payload'
import type { ResolvedOptions } from '../options/index.js'

const text = (name: string): Field => ({ name, type: 'text' })
const number = (name: string): Field => ({ name, type: 'number' })
const yesNo = (name: string): Field => ({ name, type: 'checkbox' })
// Lists and groups as JSON: MongoDB stores and indexes them natively, SQL databases in one column, without join tables.
const json = (name: string): Field => ({ name, type: 'json' })

const system = {
  admin: { hidden: true },
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
} satisfies Partial<CollectionConfig>

export const rosterCollection = (options: ResolvedOptions): CollectionConfig => ({
  ...system,
  slug: options.slugs.roster,
  fields: [
    { name: 'id', type: 'text', required: true },
    number('turn'),
    text('name'),
    yesNo('company'),
    ...['skills', 'skillDetails', 'languages', 'availability'].map(json),
    yesNo('remote'),
    ...['municipality', 'province'].map(text),
    ...['radiusKm', 'lat', 'lng', 'maxOpenJobs'].map(number),
    yesNo('smallJobs'),
    ...['openJobs', 'asked', 'served'].map(number),
    ...['askedOn', 'servedOn', 'busyUntil', 'digest'].map(text),
  ],
})

export const rosterChangeCollection = (options: ResolvedOptions): CollectionConfig => ({
  ...system,
  slug: options.slugs.rosterChanges,
  fields: [{ name: 'id', type: 'text', required: true }, json('ids')],
})
