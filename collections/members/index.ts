// The members room: who belongs to the network, what of them is public, and how they come and go.

import type { CollectionConfig } from 'payload'
import { wholeOrNothing } from '../../plugin/bulk.js'
import type { ResolvedOptions } from '../../plugin/options.js'
import { placesByName } from '../../plugin/place-filter.js'
import type { Room } from '../../plugin/room.js'
import { searchable } from '../../plugin/search-key.js'
import { trashFirst } from '../../plugin/trash.js'
import { memberActions } from './actions.js'
import { effects } from './effects.js'
import { links } from './links.js'
import { mails } from './mails.js'
import { messageCollection } from './messages.js'
import { afterSaving, beforeDeleting, beforeSaving, mendAfterError } from './publishing.js'
import { addressChanged, checkStep, fillIn, keepDecisions } from './rules.js'
import { memberCollection } from './schema.js'
import { searched } from './search.js'

export { settleLeaving } from './erase.js'
export { joinNetwork } from './join.js'
export { joinIssues } from './joining.js'
export type { Member, MemberStatus } from './member.js'
export { leaksAbout } from './others.js'
export { memberProfiles } from './profiles.js'
export { publicProfile } from './public.js'
export { refreshRows } from './publishing.js'
export { relayMessage } from './relay.js'

const members = (options: ResolvedOptions): CollectionConfig => ({
  ...memberCollection(options),
  endpoints: memberActions,
  hooks: {
    beforeOperation: [placesByName, trashFirst('members')],
    beforeValidate: [keepDecisions, fillIn],
    beforeChange: [checkStep, beforeSaving],
    afterChange: [afterSaving, addressChanged],
    beforeDelete: [beforeDeleting],
    afterOperation: [wholeOrNothing],
    afterError: [mendAfterError],
  },
})

export const membersRoom: Room = {
  collections: (options) => ({ members: searchable(searched, members(options)), messages: messageCollection(options) }),
  mails: { ...mails, ...effects },
  links,
}
