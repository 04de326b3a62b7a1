// Type of a stored loan, without populated relations.
import type { TimelineEntry } from '../../../plugin/lifecycle/timeline.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import type { LoanStatus } from './lifecycle.js'

export interface Loan {
  id: DocumentId
  tool: string
  name: string
  email: string
  lang: string
  status: LoanStatus
  since?: string | null
  expiresAt?: string | null
  timeline?: TimelineEntry<LoanStatus>[] | null
}
