// The commissions room: what clients ask of the network, from the form to the desk.

import { wholeOrNothing } from '../../plugin/bulk.js'
import { placesByName } from '../../plugin/place-filter.js'
import type { Room } from '../../plugin/room.js'
import { searchable } from '../../plugin/search-key.js'
import { trashFirst } from '../../plugin/trash.js'
import { commissionActions } from './actions.js'
import { commissionEffects } from './effects.js'
import { commissionLinks } from './links.js'
import { commissionMails } from './mails.js'
import { hasOpenRequests } from './open.js'
import { acknowledgeEntered, addressChanged, fillIn, forgetWithIt, recordStep } from './rules.js'
import { commissionCollection } from './schema.js'
import { searched } from './search.js'

export type { Commission } from './commission.js'
export type { CommissionStatus } from './lifecycle.js'
export { newReference } from './reference.js'
export { requestCommission, requestIssues } from './request.js'

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
