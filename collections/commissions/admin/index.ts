// How editors see requests: colours, the step for several, cells of the list, and the words.
import type { CollectionAdmin, StatusColorsOf } from '../../../plugin/admin/collection-admin.js'
import {
  client,
  columnTitle,
  languageField,
  namedConsents,
  placeFields,
  setComponent,
  timelineField,
  tradesField,
} from '../../../plugin/admin/components.js'
import { awaitingAnswer } from '../../../plugin/admin/status-colors.js'
import { localized } from '../../../plugin/i18n/localized.js'
import type { CommissionStatus } from '../lifecycle.js'
import { en } from './en.js'
import { hintsFor } from './hints.js'
import { it } from './it.js'

export const commissionWords = { it, en }

const statusColors = {
  unconfirmed: 'muted',
  received: 'pending',
  triage: 'active',
  offered: 'active',
  agreed: 'success',
  'in-progress': 'success',
  delivered: 'success',
  declined: 'danger',
  disputed: 'danger',
  referred: 'active',
} as const satisfies StatusColorsOf<CommissionStatus>

export const commissionAdmin: CollectionAdmin = {
  statusColors,
  sinceFields: {},
  bulk: ['take', 'decline'],
  hints: hintsFor,
  head: 'steps',
  headFields: [],
  fields: ({ options }) => ({
    ...placeFields,
    skills: tradesField(options.slugs.skills),
    'client.name': columnTitle(localized('Chi chiede', 'Who asks')),
    'client.lang': languageField(options.languages),
    consents: namedConsents,
    answerBy: setComponent('Cell', client('TermCell', { open: awaitingAnswer })),
    timeline: timelineField(statusColors),
  }),
}
