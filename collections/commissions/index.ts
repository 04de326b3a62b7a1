// The commissions room: requests for work, from the public form to the editors.

import { editorsRights } from '../../plugin/access/index.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { placesByName } from '../../plugin/collection/place-filter.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { formPage } from '../../plugin/forms/page.js'
import { localized } from '../../plugin/i18n/localized.js'
import { defineRoom } from '../../plugin/room.js'
import { onTeamStep } from '../teams/index.js'
import { commissionActions } from './actions.js'
import { commissionAdmin, commissionWords } from './admin/index.js'
import { requestQueue } from './desk.js'
import { eraseCommissionAgain } from './erasure.js'
import { eraseParts } from './family/family.js'
import { acknowledgeNew, deriveFields, enforceTransition, eraseWithDocument, revokeLinksOfOldAddress } from './hooks.js'
import { eraseRemovedPhotos } from './job/photos.js'
import { bringJob } from './job/private.js'
import { commissionJobs } from './jobs.js'
import { commissionLinks } from './links.js'
import { type CommissionMail, commissionMails } from './mails.js'
import { linksOfMember } from './member-links.js'
import { offerAdmin } from './offers/admin.js'
import { eraseOffers, forgetInOffers } from './offers/erasure.js'
import { offerLink } from './offers/link.js'
import { offerCollection, offerRights } from './offers/schema.js'
import type { Offer } from './offers/types.js'
import { hasOpenRequests } from './open-requests.js'
import { type CommissionOptions, commissionOptions } from './options.js'
import { askForm } from './page.js'
import { commissions } from './route.js'
import { commissionCollection } from './schema.js'
import { searched } from './search.js'
import { rankingPage } from './shortlist/ranking-page.js'
import { followTeam } from './team/follow.js'
import type { Commission } from './types.js'

// What is offered to a team, or done by one, follows it.
onTeamStep(followTeam)

export type { CommissionStatus } from './lifecycle.js'
export type { Offer } from './offers/types.js'
export { createCommission } from './service.js'
export { jobCounts } from './shortlist/job-counts.js'
export type { Commission } from './types.js'

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    commissions: {
      documents: { commissions: Commission; offers: Offer }
      features: 'commissions' | 'offers'
      mails: CommissionMail
      options: keyof CommissionOptions
      erasures: 'commission'
    }
  }
}

export const commissionsRoom = defineRoom('commissions', {
  collections: {
    commissions: {
      slug: 'commissions',
      rights: editorsRights,
      personal: true,
      admin: commissionAdmin,
      config: (options) =>
        searchable(searched, {
          ...commissionCollection(options),
          endpoints: commissionActions,
          hooks: {
            beforeOperation: [placesByName],
            beforeValidate: [deriveFields],
            beforeChange: [enforceTransition],
            afterChange: [acknowledgeNew, revokeLinksOfOldAddress, eraseRemovedPhotos],
            beforeDelete: [eraseParts, eraseOffers],
            afterDelete: [eraseWithDocument],
            afterOperation: [rejectPartialBulk],
          },
        }),
    },
    offers: {
      slug: 'mokor-offers',
      rights: offerRights,
      personal: true,
      admin: offerAdmin,
      config: offerCollection,
    },
  },
  features: {
    commissions: {
      core: true,
      who: 'editors',
      minutes: 90,
      otherwise: 'requests pass the term that clients were told, and the dashboard counts them in red',
    },
    offers: {
      core: true,
      who: 'editors',
      minutes: 60,
      otherwise: 'offers run out by themselves, and their requests come back to the desk',
    },
  },
  routes: [commissions],
  pages: [
    rankingPage,
    formPage(
      {
        name: 'ask',
        summary: 'Ask for a job without script',
        card: {
          order: 2,
          title: localized('Chiedi un lavoro', 'Ask for a job'),
          text: localized(
            'La rete propone chi può farlo. Non costa nulla.',
            'The network proposes who can do it. It costs nothing.',
          ),
        },
        features: ['pages', 'commissions'],
      },
      askForm,
    ),
  ],
  mails: commissionMails,
  jobs: commissionJobs,
  desk: [requestQueue],
  links: { ...commissionLinks, offer: offerLink },
  erasures: { commission: { document: 'commissions', whole: true, erase: eraseCommissionAgain } },
  person: { needs: hasOpenRequests, forget: forgetInOffers, links: linksOfMember, page: bringJob },
  words: commissionWords,
  options: commissionOptions,
  without: [],
})
