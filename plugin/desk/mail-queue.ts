// Mails at the desk: those that did not leave, and why.
import { localized, pickFor } from '../i18n/localized.js'
import { causeInWords } from '../outbox/cause.js'
import { actions } from '../outbox/collection.js'
import { headOf } from '../outbox/head.js'
import type { OutboxRow } from '../outbox/row.js'
import { factsOf } from './facts.js'
import type { DeskQueue } from './queue.js'

const to = localized('A', 'To')
const subject = localized('Oggetto', 'Subject')

/** What the admin calls a mail; its template's name where a later version has none. */
function mailName({ t }: Parameters<DeskQueue<OutboxRow>['line']>[1], template: string): string {
  const key = `mokor:mail-${template}`
  const name = (t as (key: string) => string)(key)
  return name === key ? template : name
}

export const mailQueue: DeskQueue<OutboxRow> = {
  collection: 'outbox',
  unedited: true,
  statuses: { fresh: ['failed'], begun: [], waiting: [] },
  term: { field: 'dueAt' },
  since: 'createdAt',
  select: { template: true, about: true },
  line: ({ template, about }, req) => ({ title: mailName(req, template), who: about, place: null }),
  async sheet(row, req) {
    const head = await headOf(req, row.id).catch(() => null)
    return {
      contacts: [],
      texts: [],
      trades: [],
      facts: [
        ...(head
          ? [
              { label: pickFor(req, to), value: head.to },
              { label: pickFor(req, subject), value: head.subject },
            ]
          : []),
        ...factsOf(req, 'outbox', { ...row, lastError: causeInWords(req, row.lastError) }, [
          'lastError',
          'about',
          'attempts',
          'lang',
        ]),
      ],
    }
  },
  statusColors: { failed: 'danger' },
  news: { failed: 'dueAt' },
  actions,
}
