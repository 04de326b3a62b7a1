// Types of a stored request, and helpers that need nothing else.
import type { Consent } from '../../plugin/fields/consents.js'
import type { Assigned } from '../../plugin/lifecycle/assignment.js'
import type { TimelineEntry } from '../../plugin/lifecycle/timeline.js'
import type { DocumentId } from '../../plugin/values/document-id.js'
import type { Job } from './job/types.js'
import type { CommissionStatus } from './lifecycle.js'
import type { WithOffers } from './offers/types.js'
import type { ShareAsked } from './share/fields.js'

export type { DocumentId }

export interface Commission extends Assigned, Job, WithOffers {
  id: DocumentId
  reference: string
  title: string
  status: CommissionStatus
  /** When the status began. */
  since: string
  client: {
    kind: 'person' | 'organisation'
    name: string
    organisation?: string | null
    email?: string | null
    phone?: string | null
    contactBy: 'email' | 'phone'
    callTimes?: string | null
    lang: string
  }
  description: string
  skills?: { skill?: DocumentId | null; own?: string | null }[] | null
  mode: 'onsite' | 'remote' | 'either'
  place?: { municipality?: string | null; province?: string | null } | null
  placeNote?: string | null
  when: { soon: 'soon' | 'by' | 'no-hurry'; by?: string | null }
  choice: 'network' | 'client'
  member?: DocumentId | null
  answerBy?: string | null
  channel: 'web' | 'phone' | 'paper' | 'desk'
  consents?: Consent[] | null
  shareAsked?: ShareAsked | null
  expiresAt?: string | null
  notes?: string | null
  timeline?: TimelineEntry<CommissionStatus>[] | null
  deletedAt?: string | null
  createdAt: string
}

const titleLength = 60

/** The request's first words: what editors call it until they find a better title. */
export function titleFrom(description: string): string {
  const [line = ''] = description.trim().split(/[\r\n]+/)
  const sentence = line.replace(/\s+/g, ' ').replace(/[.!?:;,]+$/, '')
  if (sentence.length <= titleLength) return sentence
  const cut = sentence.slice(0, titleLength)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > titleLength / 2 ? space : titleLength).replace(/[.!?:;,]+$/, '')}…`
}

const phraseLength = 160

/** The request's first line, as mails quote it to its client: a long one ends where a sentence or a phrase of it does. */
export function phraseFrom(description: string): string {
  const [line = ''] = description.trim().split(/[\r\n]+/)
  const whole = line.replace(/\s+/g, ' ').replace(/[.!?:;,]+$/, '')
  if (whole.length <= phraseLength) return whole
  const cut = whole.slice(0, phraseLength)
  const sentence = cut.search(/[.!?] (?!.*[.!?] )/)
  if (sentence > phraseLength / 4) return cut.slice(0, sentence)
  const clause = cut.search(/[,;:] (?!.*[,;:] )/)
  const end = clause > phraseLength / 4 ? clause : cut.lastIndexOf(' ')
  return `${cut.slice(0, end > 0 ? end : phraseLength)}…`
}
