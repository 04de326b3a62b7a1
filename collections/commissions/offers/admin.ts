// How editors see offers in lists and on their pages.
import type { CollectionAdmin, StatusColorsOf } from '../../../plugin/admin/collection-admin.js'
import { timelineField } from '../../../plugin/admin/components.js'
import type { OfferStatus } from './lifecycle.js'

export const offerColors = {
  waiting: 'muted',
  sent: 'pending',
  accepted: 'active',
  chosen: 'success',
  declined: 'danger',
  expired: 'danger',
} as const satisfies StatusColorsOf<OfferStatus>

export const offerAdmin: CollectionAdmin = {
  statusColors: offerColors,
  sinceFields: {},
  bulk: [],
  hints: null,
  head: 'none',
  headFields: [],
  fields: () => ({ timeline: timelineField(offerColors) }),
}
