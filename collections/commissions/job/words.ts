// Labels of the job's fields, in the admin and on the pages of links.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import type { Asker, FeedbackResult } from './types.js'

export const askerWords: Record<Asker, Localized> = {
  client: localized('Chi ha chiesto il lavoro', 'The client'),
  executor: localized('Chi fa il lavoro', 'Whoever does the work'),
  desk: localized('La redazione', 'The desk'),
}

export const feedbackWords: Record<FeedbackResult, Localized> = {
  done: localized('È finito', 'It is done'),
  late: localized('È finito, ma in ritardo', 'It is done, but late'),
  problem: localized('C’è un problema', 'There is a problem'),
}

export const handOverWords = {
  give: localized('Lo passa', 'Passes it on'),
  share: localized('Lo divide', 'Shares it'),
}
