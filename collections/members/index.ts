// The members room: who belongs to the network, their public profile, joining and leaving.

import type { CollectionConfig } from 'payload'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { placesByName } from '../../plugin/collection/place-filter.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { requireTrashBeforeDelete } from '../../plugin/collection/trash-first.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import type { Room } from '../../plugin/room.js'
import { memberActions } from './actions.js'
import { eraseMemberAgain, leaveAgain } from './erasure.js'
import {
  beforeDeleting,
  deriveFields,
  enforceTransition,
  keepDecisions,
  keepSlug,
  revokeLinksOfOldAddress,
} from './hooks.js'
import { memberJobs } from './jobs.js'
import { links } from './links.js'
import { mails } from './mails/index.js'
import { afterSaving, beforeSaving, compensateAfterError } from './publishing/publish.js'
import { messageCollection } from './relay/collection.js'
import { eraseMessageAgain } from './relay/service.js'
import { memberCollection } from './schema.js'
import { searched } from './search.js'

export { finishLeaving } from './erasure.js'
export { joinIssues } from './joining/rules.js'
export { createMember } from './joining/service.js'
export type { Member, MemberStatus } from './member.js'
export { publicProfile } from './publishing/public-profile.js'
export { refreshRows } from './publishing/publish.js'
export { memberProfiles } from './publishing/source.js'
export { privateValuesAbout } from './publishing/team-text.js'
export { relayMessage } from './relay/service.js'

const members = (options: ResolvedOptions): CollectionConfig => ({
  ...memberCollection(options),
  endpoints: memberActions,
  hooks: {
    beforeOperation: [placesByName, requireTrashBeforeDelete('members')],
    beforeValidate: [keepDecisions, deriveFields],
    beforeChange: [enforceTransition, keepSlug, beforeSaving],
    afterChange: [afterSaving, revokeLinksOfOldAddress],
    beforeDelete: [beforeDeleting],
    afterOperation: [rejectPartialBulk],
    afterError: [compensateAfterError],
  },
})

export const membersRoom: Room = {
  collections: (options) => ({ members: searchable(searched, members(options)), messages: messageCollection(options) }),
  mails: { ...mails, ...memberJobs },
  links,
  eraseAgain: { member: eraseMemberAgain, leaving: leaveAgain, message: eraseMessageAgain },
}
