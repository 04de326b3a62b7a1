// How editors see teams: colours, steps and hints, people by name, and the words.
import type { CollectionAdmin, StatusColorsOf } from '../../../plugin/admin/collection-admin.js'
import { client, setComponent, timelineField } from '../../../plugin/admin/components.js'
import type { TeamStatus } from '../lifecycle.js'
import { en } from './en.js'
import { it } from './it.js'

export const teamWords = { it, en }

const statusColors = {
  proposed: 'pending',
  forming: 'active',
  active: 'success',
} as const satisfies StatusColorsOf<TeamStatus>

export const teamAdmin: CollectionAdmin = {
  statusColors,
  sinceFields: {},
  bulk: [],
  hints: null,
  head: 'steps',
  headFields: [],
  fields: ({ options }) => ({
    members: setComponent('RowLabel', client('PersonLabel', { slug: options.slugs.members })),
    timeline: timelineField(statusColors),
  }),
}
