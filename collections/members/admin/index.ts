// How editors see members: colours, the step for several, the public card, cells of the list, and the words.
import type { CollectionAdmin, StatusColorsOf } from '../../../plugin/admin/collection-admin.js'
import {
  languageField,
  namedConsents,
  placeFields,
  radiusField,
  timelineField,
  tradesField,
} from '../../../plugin/admin/components.js'
import { radii } from '../../../plugin/contract/dto.js'
import type { MemberStatus } from '../member.js'
import { en } from './en.js'
import { it } from './it.js'
import { hintsFor } from './view.js'

export const memberWords = { it, en }

const statusColors = {
  unconfirmed: 'muted',
  pending: 'pending',
  active: 'success',
  paused: 'muted',
  suspended: 'danger',
  refused: 'danger',
  leaving: 'active',
} as const satisfies StatusColorsOf<MemberStatus>

export const memberAdmin: CollectionAdmin = {
  statusColors,
  sinceFields: {},
  bulk: ['approve', 'refuse'],
  hints: hintsFor,
  head: 'steps and card',
  headFields: [],
  fields: ({ options }) => ({
    ...placeFields,
    skills: tradesField(options.slugs.skills),
    lang: languageField(),
    languages: languageField(),
    radiusKm: radiusField(radii),
    consents: namedConsents,
    timeline: timelineField(statusColors),
  }),
}
