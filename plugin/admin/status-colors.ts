// The colour of each status, by collection.
import type { CollectionKey } from '../options/index.js'
import type { StatusColors } from './status.js'

export const statusColors = {
  members: {
    unconfirmed: 'muted',
    pending: 'pending',
    active: 'success',
    paused: 'muted',
    suspended: 'danger',
    refused: 'danger',
    leaving: 'active',
  },
  commissions: {
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
  },
  teams: { forming: 'active', active: 'success' },
  donations: { pledged: 'pending', received: 'success' },
  outbox: { queued: 'pending', leased: 'active', sent: 'success', failed: 'danger' },
} as const satisfies Partial<Record<CollectionKey, StatusColors>>

/** States of a request that still owe the client an answer. */
export const awaitingAnswer = ['received', 'triage'] as const

/** Which field says since when a document stands as it does, where that is not `since`. */
export const sinceFieldOf: Partial<Record<string, string>> = {
  pledged: 'createdAt',
  received: 'receivedAt',
  expired: 'expiresAt',
  queued: 'createdAt',
  leased: 'createdAt',
  sent: 'sentAt',
}
