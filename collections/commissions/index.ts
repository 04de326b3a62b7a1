// The commissions room: what clients ask of the network, from the form to the desk.

import { wholeOrNothing } from '../../plugin/collection/atomic-bulk.js'
import { placesByName } from '../../plugin/collection/place-filter.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { trashFirst } from '../../plugin/collection/trash-first.js'
import type { Room } from '../../plugin/room.js'
import { commissionActions } from './actions.js'
import { acknowledgeEntered, addressChanged, fillIn, forgetWithIt, recordStep } from './hooks.js'
import { commissionEffects } from './jobs.js'
import { commissionLinks } from './links.js'
import { commissionMails } from './mails.js'
import { hasOpenRequests } from './open-requests.js'
import { commissionCollection } from './schema.js'
import { searched } from './search.js'

export type { CommissionStatus } from './lifecycle.js'
export { newReference } from './reference.js'
export { requestCommission, requestIssues } from './service.js'
export type { Commission } from './types.js'

export const commissionsRoom: Room = {
  collections: (options) => ({
    commissions: searchable(searched, {
      ...commissionCollection(options),
      endpoints: commissionActions,
      hooks: {
        beforeOperation: [placesByName, trashFirst('commissions')],
        beforeValidate: [fillIn],
        beforeChange: [recordStep],
        afterChange: [acknowledgeEntered, addressChanged],
        afterDelete: [forgetWithIt],
        afterOperation: [wholeOrNothing],
      },
    }),
  }),
  mails: { ...commissionMails, ...commissionEffects },
  links: commissionLinks,
  needsMember: hasOpenRequests,
}
