// The commissions room: requests for work, from the public form to the editors.

import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { placesByName } from '../../plugin/collection/place-filter.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { requireTrashBeforeDelete } from '../../plugin/collection/trash-first.js'
import type { Room } from '../../plugin/room.js'
import { commissionActions } from './actions.js'
import { eraseCommissionAgain } from './erasure.js'
import { acknowledgeNew, deriveFields, enforceTransition, eraseWithDocument, revokeLinksOfOldAddress } from './hooks.js'
import { commissionJobs } from './jobs.js'
import { commissionLinks } from './links.js'
import { commissionMails } from './mails.js'
import { hasOpenRequests } from './open-requests.js'
import { commissionCollection } from './schema.js'
import { searched } from './search.js'

export type { CommissionStatus } from './lifecycle.js'
export { newReference } from './reference.js'
export { createCommission, requestIssues } from './service.js'
export type { Commission } from './types.js'

export const commissionsRoom: Room = {
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
  mails: { ...commissionMails, ...commissionJobs },
  links: commissionLinks,
  eraseAgain: { commission: eraseCommissionAgain },
  needsMember: hasOpenRequests,
}
