// The colour of each state, collection by collection.
import type { CollectionKey } from '../options/index.js'
import type { Tones } from './status.js'

export const tones = {
  members: {
    unconfirmed: 'quiet',
    pending: 'waiting',
    active: 'good',
    paused: 'quiet',
    suspended: 'stopped',
    refused: 'stopped',
    leaving: 'busy',
  },
  commissions: {
    unconfirmed: 'quiet',
    received: 'waiting',
    triage: 'busy',
    offered: 'busy',
    agreed: 'good',
    'in-progress': 'good',
    delivered: 'good',
    declined: 'stopped',
    disputed: 'stopped',
    referred: 'busy',
  },
  teams: { forming: 'busy', active: 'good' },
  donations: { pledged: 'waiting', received: 'good' },
  outbox: { queued: 'waiting', leased: 'busy', sent: 'good', failed: 'stopped' },
} as const satisfies Partial<Record<CollectionKey, Tones>>

/** States of a request that still owe the client an answer. */
export const awaitingAnswer = ['received', 'triage'] as const

/** Which field says since when a document stands as it does, where that is not `since`. */
export const momentOf: Partial<Record<string, string>> = {
  pledged: 'createdAt',
  received: 'receivedAt',
  expired: 'expiresAt',
  queued: 'createdAt',
  leased: 'createdAt',
  sent: 'sentAt',
}
