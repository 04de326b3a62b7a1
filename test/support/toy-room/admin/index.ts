// How editors see loans: colours, the step for several, the timeline.
import type { CollectionAdmin, StatusColorsOf } from '../../../../plugin/admin/collection-admin.js'
import { languageField, timelineField } from '../../../../plugin/admin/components.js'
import type { LoanStatus } from '../lifecycle.js'

const statusColors = {
  unconfirmed: 'muted',
  asked: 'pending',
  lent: 'active',
  returned: 'success',
} as const satisfies StatusColorsOf<LoanStatus>

export const loanAdmin: CollectionAdmin = {
  statusColors,
  sinceFields: {},
  bulk: ['lend'],
  hints: null,
  head: 'steps',
  headFields: [],
  fields: ({ options }) => ({ lang: languageField(options.languages), timeline: timelineField(statusColors) }),
}
