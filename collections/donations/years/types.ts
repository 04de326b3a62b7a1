// Types of a year of the books, and its lifecycle: open, then closed for good.
import { treasurers } from '../../../plugin/access/index.js'
import { defineLifecycle } from '../../../plugin/lifecycle/state-machine.js'
import type { TimelineEntry } from '../../../plugin/lifecycle/timeline.js'

export interface BookYear {
  id: number | string
  /** E.g. `2026`. */
  year: string
  status: BookYearStatus
  /** Its last moment; from then on it can be closed. */
  endsAt: string
  /** By when its statement is deposited: 30 June of the year after. */
  dueAt: string
  /** Of the entries as they stood when it was closed. */
  digest?: string | null
  entries?: number | null
  since?: string | null
  timeline?: TimelineEntry<BookYearStatus>[] | null
  createdAt: string
}

export const bookYearLifecycle = defineLifecycle({
  document: 'bookYears',
  statuses: ['open', 'closed'],
  initial: ['open'],
  final: ['closed'],
  transitions: {
    'close-year': { from: ['open'], to: 'closed', by: ['editor'], roles: treasurers, confirm: true, undo: true },
  },
})

export type BookYearStatus = (typeof bookYearLifecycle.statuses)[number]
export type BookYearTransition = keyof typeof bookYearLifecycle.transitions

/** Days of a year that its document keeps. */
export const datesOf = (year: string): Pick<BookYear, 'endsAt' | 'dueAt'> => ({
  // Midnight in Italy, in winter.
  endsAt: `${year}-12-31T23:00:00.000Z`,
  dueAt: `${Number(year) + 1}-06-30T12:00:00.000Z`,
})
