// Collections of the API’s guards, shared by all instances: rate limits and spent challenges.
import type { CollectionConfig } from 'payload'
import type { ResolvedOptions } from '../options/index.js'

export const limitCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.limits,
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'n', type: 'number', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
})

export const challengeCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.challenges,
  admin: { hidden: true },
  fields: [
    { name: 'nonce', type: 'text', required: true, unique: true, index: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'sent', type: 'text' },
    { name: 'answer', type: 'json' },
  ],
})
