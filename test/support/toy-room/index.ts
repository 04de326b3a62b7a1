// A room that only tests have, made by the recipe in `collections/README.md`: neighbours lend each other tools.
import { editors } from '../../../plugin/access/index.js'
import { searchable } from '../../../plugin/collection/search-key.js'
import { formPage } from '../../../plugin/forms/page.js'
import { localized } from '../../../plugin/i18n/localized.js'
import { defineRoom } from '../../../plugin/room.js'
import { en } from './admin/en.js'
import { loanAdmin } from './admin/index.js'
import { it } from './admin/it.js'
import { loanQueue } from './desk.js'
import { type LoanMail, loanLinks, loanMails } from './mails.js'
import { type LoanOptions, loanOptions } from './options.js'
import { borrowForm } from './page.js'
import { askForLoan, lentTools } from './route.js'
import { loanCollection } from './schema.js'
import { eraseLoan, loanJobs, readLoan } from './transition.js'
import type { Loan } from './types.js'

declare module '../../../plugin/definitions/rooms.js' {
  interface Rooms {
    loans: {
      documents: { loans: Loan }
      features: 'loans'
      mails: LoanMail
      erasures: 'loan'
      options: keyof LoanOptions
    }
  }
}

export const toyRoom = defineRoom('loans', {
  collections: {
    loans: {
      slug: 'loans',
      rights: { create: editors, read: editors, update: editors, delete: ['owner'] },
      personal: true,
      admin: loanAdmin,
      config: (options) =>
        searchable<Loan>(
          { label: localized('attrezzo o nome', 'tool or name'), short: ({ tool, name }) => [tool, name] },
          loanCollection(options),
        ),
    },
  },
  features: { loans: { core: false, who: 'editors', minutes: 15, otherwise: 'tools stay on the shelf' } },
  options: loanOptions,
  routes: [askForLoan, lentTools],
  pages: [
    formPage(
      {
        name: 'borrow',
        summary: 'Ask for a tool without script',
        card: {
          order: 5,
          title: localized('Prendi in prestito', 'Borrow'),
          text: localized('Un attrezzo, per qualche giorno.', 'A tool, for some days.'),
        },
        features: ['pages', 'loans'],
      },
      borrowForm,
    ),
  ],
  mails: loanMails,
  jobs: loanJobs,
  links: loanLinks,
  desk: [loanQueue],
  erasures: {
    loan: {
      document: 'loans',
      whole: true,
      async erase(req, id, { dry }) {
        const loan = await readLoan(req, id)
        if (loan && !dry) await eraseLoan(req, loan)
        return loan !== null
      },
    },
  },
  words: { it, en },
  without: ['person'],
})
