// Pledges at the treasurer's desk: which are waited for, until when, and what is shown of them.
import { type DeskQueue, factsOf, textsOf } from '../../plugin/desk/index.js'
import { editorLanguage, localized, pickFor } from '../../plugin/i18n/localized.js'
import { euros } from '../../plugin/values/money.js'
import { actions } from './actions.js'
import { donationAdmin } from './admin/index.js'
import { booksPanel } from './books-panel.js'
import type { Donation } from './types.js'

const unnamed = localized('Senza nome', 'No name')

export const pledgeQueue: DeskQueue<Donation> = {
  collection: 'donations',
  feature: 'donations',
  statuses: { fresh: ['pledged'], begun: [], waiting: [] },
  // Past its term a pledge has expired, whether or not that is written down yet.
  where: (now) => ({ expiresAt: { greater_than: now.toISOString() } }),
  term: { field: 'expiresAt' },
  since: 'createdAt',
  select: { amountCents: true, donor: { name: true }, reference: true },
  line: ({ amountCents, donor, reference }, req) => ({
    title: `${euros(amountCents, editorLanguage(req))} · ${reference}`,
    who: donor?.name || pickFor(req, unnamed),
    place: null,
  }),
  sheet: (donation, req) => ({
    contacts: donation.donor.email
      ? factsOf(req, 'donations', donation, ['donor.email']).map((fact) => ({ ...fact, kind: 'email' as const }))
      : [],
    texts: textsOf(req, 'donations', donation, ['message', 'notes']),
    trades: [],
    facts: factsOf(req, 'donations', donation, [
      'reference',
      'frequency',
      'method',
      'donor.type',
      'publicAs',
      'channel',
      'expiresAt',
    ]),
  }),
  statusColors: donationAdmin.statusColors ?? {},
  panels: [booksPanel],
  news: { pledged: 'createdAt', expired: 'expiresAt' },
  actions,
}
