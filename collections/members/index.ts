// The members room: who belongs to the network, their public profile, joining and leaving.

import type { CollectionConfig } from 'payload'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { placesByName } from '../../plugin/collection/place-filter.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { requireTrashBeforeDelete } from '../../plugin/collection/trash-first.js'
import { formPage } from '../../plugin/forms/page.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { defineRoom } from '../../plugin/room.js'
import { memberActions } from './actions.js'
import { directoryPage } from './directory/list-page.js'
import { members } from './directory/list-route.js'
import { memberPage } from './directory/profile-page.js'
import { member } from './directory/profile-route.js'
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
import { joinForm } from './joining/page.js'
import { join } from './joining/route.js'
import { links } from './links.js'
import { mails } from './mails/index.js'
import { afterSaving, beforeSaving, compensateAfterError } from './publishing/publish.js'
import { messageCollection } from './relay/collection.js'
import { contact } from './relay/route.js'
import { eraseMessageAgain } from './relay/service.js'
import { memberCollection } from './schema.js'
import { searched } from './search.js'

export { finishLeaving } from './erasure.js'
export { createMember } from './joining/service.js'
export type { Member, MemberStatus } from './member.js'
export { refreshRows } from './publishing/publish.js'
export { memberProfiles } from './publishing/source.js'
export { privateValuesAbout } from './publishing/team-text.js'
export { relayMessage } from './relay/service.js'

const collection = (options: ResolvedOptions): CollectionConfig => ({
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

export const membersRoom = defineRoom({
  collections: (options) => ({
    members: searchable(searched, collection(options)),
    messages: messageCollection(options),
  }),
  mails,
  jobs: memberJobs,
  links,
  eraseAgain: { member: eraseMemberAgain, leaving: leaveAgain, message: eraseMessageAgain },
  routes: [members, member, join, contact],
  pages: [directoryPage, memberPage, formPage('join', joinForm)],
  without: ['person'],
})
