// What an erasure can speak of.

/** A document that went or was emptied, a member who left while a job was open, a donor whose pledge stays, a mail link (by its hash). */
export const erasedKinds = ['member', 'leaving', 'message', 'commission', 'donation', 'donor', 'link'] as const
export type ErasedKind = (typeof erasedKinds)[number]

/** Kind of an erased document, by its collection. */
export const erasedKindOf = {
  members: 'member',
  messages: 'message',
  commissions: 'commission',
  donations: 'donation',
} as const satisfies Record<string, ErasedKind>
export type ErasableKey = keyof typeof erasedKindOf
