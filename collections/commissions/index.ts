// The commissions room: requests for work, from the public form to the editors.

import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { placesByName } from '../../plugin/collection/place-filter.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { requireTrashBeforeDelete } from '../../plugin/collection/trash-first.js'
import { formPage } from '../../plugin/forms/page.js'
import { defineRoom } from '../../plugin/room.js'
import { commissionActions } from './actions.js'
import { eraseCommissionAgain } from './erasure.js'
import { acknowledgeNew, deriveFields, enforceTransition, eraseWithDocument, revokeLinksOfOldAddress } from './hooks.js'
import { commissionJobs } from './jobs.js'
import { commissionLinks } from './links.js'
import { commissionMails } from './mails.js'
import { hasOpenRequests } from './open-requests.js'
import { askForm } from './page.js'
import { commissions } from './route.js'
import { commissionCollection } from './schema.js'
import { searched } from './search.js'

export type { CommissionStatus } from './lifecycle.js'
export { createCommission } from './service.js'
export type { Commission } from './types.js'

export const commissionsRoom = defineRoom({
  collections: (options) => ({
    commissions: searchable(searched, {
      ...commissionCollection(options),
      endpoints: commissionActions,
      hooks: {
        beforeOperation: [placesByName, requireTrashBeforeDelete('commissions')],
        beforeValidate: [deriveFields],
        beforeChange: [enforceTransition],
        afterChange: [acknowledgeNew, revokeLinksOfOldAddress],
        afterDelete: [eraseWithDocument],
        afterOperation: [rejectPartialBulk],
      },
    }),
  }),
  routes: [commissions],
  pages: [formPage('ask', askForm)],
  mails: commissionMails,
  jobs: commissionJobs,
  links: commissionLinks,
  eraseAgain: { commission: eraseCommissionAgain },
  person: { needs: hasOpenRequests, forget: async () => undefined },
  without: [],
})
