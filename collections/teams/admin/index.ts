// How editors see teams: colours, hints on their texts, people by name, and the words.
import type { CollectionAdmin, StatusColorsOf } from '../../../plugin/admin/collection-admin.js'
import { client, setComponent } from '../../../plugin/admin/components.js'
import type { Team } from '../types.js'
import { en } from './en.js'
import { it } from './it.js'

export const teamWords = { it, en }

export const teamAdmin: CollectionAdmin = {
  statusColors: { forming: 'active', active: 'success' } satisfies StatusColorsOf<Team['status']>,
  sinceFields: {},
  bulk: [],
  head: 'hints',
  headFields: [],
  fields: ({ options }) => ({
    members: setComponent('RowLabel', client('PersonLabel', { slug: options.slugs.members })),
  }),
}
