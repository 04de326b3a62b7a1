// Types of what a request keeps of the job's life: questions, photographs, delivery, feedback, hand-over, its family.
import type { DocumentId } from '../../../plugin/values/document-id.js'
import type { TaxMode } from '../offers/types.js'

export const askers = ['client', 'executor', 'desk'] as const
/** Who asks, or answers: the client, whoever does the work or was asked to, the desk. */
export type Asker = (typeof askers)[number]

export interface Question {
  id?: string | null
  at: string
  by: Asker
  /** The offer of the member it is between, until there is an agreement. */
  offer?: string | null
  text: string
  answer?: string | null
  answeredAt?: string | null
  answeredBy?: Asker | null
}

export const feedbackResults = ['done', 'late', 'problem'] as const
export type FeedbackResult = (typeof feedbackResults)[number]

export interface Feedback {
  result?: FeedbackResult | null
  words?: string | null
  at?: string | null
  /** By the client's own link, or told to the desk. */
  by?: 'link' | 'desk' | null
}

export const handOverWays = ['give', 'share'] as const

/** Another member is to do the job, or to do it too: they say yes first, then the client. */
export interface HandOver {
  how?: (typeof handOverWays)[number] | null
  /** Whom it goes to; nobody yet where whoever passes it on named somebody that the desk has to find. */
  to?: DocumentId | null
  /** As they were named. */
  named?: string | null
  words?: string | null
  at?: string | null
  acceptedAt?: string | null
  taxMode?: TaxMode | null
}

export const nobodyNamed: HandOver = {
  how: null,
  to: null,
  named: null,
  words: null,
  at: null,
  acceptedAt: null,
  taxMode: null,
}

/** What the fields of `job/fields.ts` keep in a request. */
export interface Job {
  source?: 'network' | 'private' | null
  /** The member who brought it: credited, whoever does it. */
  broughtBy?: DocumentId | null
  wanted?: DocumentId[] | null
  micro?: boolean | null
  parent?: DocumentId | null
  part?: number | null
  /** Members who do it beside the executor, who answers for it. */
  partners?: DocumentId[] | null
  handOver?: HandOver | null
  questions?: Question[] | null
  photos?: DocumentId[] | null
  deliveredAt?: string | null
  closesAt?: string | null
  feedback?: Feedback | null
}
