// The type of an outbox row and its retry policy.

export const outboxStatuses = ['queued', 'leased', 'sent', 'failed', 'dropped'] as const
export type OutboxStatus = (typeof outboxStatuses)[number]

export interface OutboxRow {
  id: number | string
  key: string
  template: string
  target: string
  /** What editors call the document, as it was when the mail was queued. */
  about: string | null
  /** Hash of the link the mail carries. */
  link: string | null
  lang: string
  words: Record<string, string> | null
  /** Mark of the editor's step that queued it, which may still be taken back. */
  step?: string | null
  /** Rows of the same name that are due leave as one mail. */
  together?: string | null
  status: OutboxStatus
  attempts: number
  dueAt: string
  leasedUntil: string | null
  /** Which lease holds the row: only its holder writes the outcome. */
  leasedBy: string | null
  lastError: string | null
  sentAt: string | null
}

/** Attempts before a mail waits for a person. */
export const maxAttempts = 8

/** A mail due for longer than this is late. */
export const lateMs = 10 * 60_000

/** A lease this old belongs to a process that died. Longer than any sending may take. */
export const leaseMs = 120_000

/** One minute, then twice as long each time, at most six hours. */
export const backOffMs = (attempts: number): number => Math.min(60_000 * 2 ** Math.max(0, attempts - 1), 6 * 3_600_000)
