// Years of the books at the desk: those that are over and still open.
import type { DeskQueue } from '../../../plugin/desk/index.js'
import { factsOf } from '../../../plugin/desk/index.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { checkPanel, figuresPanel, movementsPanel } from './panel.js'
import { bookYearActions } from './transition.js'
import type { BookYear } from './types.js'

const title = (year: string) => localized(`Conti ${year} da chiudere`, `Books of ${year} to close`)

export const bookYearQueue: DeskQueue<BookYear> = {
  collection: 'bookYears',
  feature: 'donations',
  seldom: true,
  unedited: true,
  statuses: { fresh: ['open'], begun: [], waiting: [] },
  where: (now) => ({ endsAt: { less_than_equal: now.toISOString() } }),
  term: { field: 'dueAt' },
  since: 'endsAt',
  select: { year: true },
  line: ({ year }, req) => ({ title: pickFor(req, title(year)), who: null, place: null }),
  sheet: (year, req) => ({
    contacts: [],
    texts: [],
    trades: [],
    facts: factsOf(req, 'bookYears', year, ['year', 'dueAt']),
  }),
  panels: [figuresPanel, movementsPanel, checkPanel],
  statusColors: { open: 'pending', closed: 'success' },
  news: {},
  actions: bookYearActions,
}
