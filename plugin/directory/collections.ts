// Collections of the read model: published rows and their change log.
import type { CollectionConfig, Field } from 'payload'
import type { ResolvedOptions } from '../options/index.js'

const text = (name: string): Field => ({ name, type: 'text' })
const number = (name: string): Field => ({ name, type: 'number' })
// Lists and groups as JSON: MongoDB stores and indexes them natively, SQL databases in one column, without join tables.
const json = (name: string): Field => ({ name, type: 'json' })

const system = {
  admin: { hidden: true },
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
} satisfies Partial<CollectionConfig>

export const directoryCollection = (options: ResolvedOptions): CollectionConfig => ({
  ...system,
  slug: options.slugs.directory,
  fields: [
    { name: 'id', type: 'text', required: true },
    text('type'),
    { name: 'slug', type: 'text', required: true, unique: true, index: true },
    number('turn'),
    ...['name', 'headline', 'experience', 'lang', 'kind'].map(text),
    ...['skills', 'skillDetails', 'modes', 'languages', 'availability'].map(json),
    ...['municipality', 'province', 'region'].map(text),
    ...['lat', 'lng', 'radiusKm'].map(number),
    ...['links', 'picture'].map(json),
    text('phone'),
    ...['strong', 'tokens'].map(json),
    text('digest'),
  ],
})

export const changeCollection = (options: ResolvedOptions): CollectionConfig => ({
  ...system,
  slug: options.slugs.changes,
  fields: [{ name: 'id', type: 'text', required: true }, json('ids')],
})
