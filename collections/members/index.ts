// The members room: who belongs to the network, their public profile, joining and leaving.

import type { CollectionConfig } from 'payload'
import { editors, editorsRights, systemRights } from '../../plugin/access/index.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { placesByName } from '../../plugin/collection/place-filter.js'
import { searchable } from '../../plugin/collection/search-key.js'
import { formPage } from '../../plugin/forms/page.js'
import { localized } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { defineRoom } from '../../plugin/room.js'
import { memberActions } from './actions.js'
import { memberAdmin, memberWords } from './admin/index.js'
import { profileQueue } from './desk.js'
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
  moveLinksOfOtherRooms,
  revokeLinksOfOldAddress,
} from './hooks.js'
import { memberJobs } from './jobs.js'
import { joinForm } from './joining/page.js'
import { join } from './joining/route.js'
import { links } from './links.js'
import { type MemberMail, mails } from './mails/index.js'
import type { Member } from './member.js'
import { afterSaving, beforeSaving, compensateAfterError } from './publishing/publish.js'
import { messageActions } from './relay/actions.js'
import { type Message, messageCollection } from './relay/collection.js'
import { messageQueue } from './relay/desk.js'
import { contact } from './relay/route.js'
import { eraseMessageAgain } from './relay/service.js'
import { memberCollection } from './schema.js'
import { searched } from './search.js'

export { findColleague } from './colleague.js'
export { personOf } from './correspondent.js'
export { finishLeaving } from './erasure.js'
export { createMember } from './joining/service.js'
export { greeting } from './mails/letter.js'
export { calledName, isHelped, recipientOf } from './mails/recipient.js'
export type { Member, MemberStatus } from './member.js'
export { publicName } from './publishing/public-profile.js'
export { refreshRows } from './publishing/publish.js'
export { readMember } from './publishing/read.js'
export { activeMembers, memberProfiles } from './publishing/source.js'
export { privateValuesAbout } from './publishing/team-text.js'
export { relayMessage } from './relay/service.js'

const collection = (options: ResolvedOptions): CollectionConfig => ({
  ...memberCollection(options),
  endpoints: memberActions,
  hooks: {
    beforeOperation: [placesByName],
    beforeValidate: [keepDecisions, deriveFields],
    beforeChange: [enforceTransition, keepSlug, beforeSaving],
    afterChange: [afterSaving, revokeLinksOfOldAddress, moveLinksOfOtherRooms],
    beforeDelete: [beforeDeleting],
    afterOperation: [rejectPartialBulk],
    afterError: [compensateAfterError],
  },
})

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    members: {
      documents: { members: Member; messages: Message }
      features: 'directory' | 'join' | 'relay'
      mails: MemberMail
      erasures: 'member' | 'leaving' | 'message'
    }
  }
}

export const membersRoom = defineRoom('members', {
  collections: {
    members: {
      slug: 'members',
      rights: editorsRights,
      personal: true,
      admin: memberAdmin,
      config: (options) => searchable(searched, collection(options)),
    },
    messages: {
      slug: 'mokor-messages',
      // Those in the desk's hands, and no other: the collection narrows it.
      rights: { ...systemRights, read: editors },
      personal: true,
      admin: null,
      config: (options) => ({ ...messageCollection(options), endpoints: messageActions }),
    },
  },
  features: {
    directory: { core: true, who: 'nobody', minutes: 0, otherwise: 'it keeps itself up to date' },
    join: {
      core: true,
      who: 'editors',
      minutes: 60,
      otherwise: 'new people wait to be approved, and nobody sees them',
    },
    relay: {
      core: true,
      who: 'editors',
      minutes: 10,
      otherwise: 'messages that no mail can bring to their member go back to their senders after three weeks',
    },
  },
  mails,
  jobs: memberJobs,
  desk: [profileQueue, messageQueue],
  links,
  erasures: {
    member: { document: 'members', whole: true, erase: eraseMemberAgain },
    // Who left while a job was open, and is erased when it closes.
    leaving: { document: 'members', whole: false, erase: leaveAgain },
    message: { document: 'messages', whole: true, erase: eraseMessageAgain },
  },
  routes: [members, member, join, contact],
  pages: [
    directoryPage,
    memberPage,
    formPage(
      {
        name: 'join',
        summary: 'Join without script',
        card: {
          order: 3,
          title: localized('Entra nella rete', 'Join the network'),
          text: localized('Gratis, per chiunque sappia fare qualcosa.', 'Free, for whoever can do something.'),
        },
        features: ['pages', 'join'],
      },
      joinForm,
    ),
  ],
  words: memberWords,
  without: ['options', 'person'],
})
