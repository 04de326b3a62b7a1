// One line of the security log: who did what to which document, by ids alone.

export const securityEvents = ['signed-in', 'roles-changed', 'refused', 'read', 'exported'] as const
export type SecurityEvent = (typeof securityEvents)[number]

export interface SecurityLogRow {
  id: number | string
  /** Unique: what happens again the same day, by the same user to the same document, is one line. */
  key: string
  at: string
  event: SecurityEvent
  /** Id of whoever did it; empty for the site's own code. */
  user: string
  /** Slug of the collection. */
  collection?: string | null
  /** Id of the document. */
  document?: string | null
  /** E.g. the roles given and taken, or how many documents a list held. */
  detail?: string | null
}
