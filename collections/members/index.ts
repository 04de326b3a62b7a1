// The members room.
import type { Room } from '../../plugin/room.js'

export const membersRoom: Room = {
  collections: (options) => ({
    members: { slug: options.slugs.members, fields: [] },
  }),
  mails: {},
  links: {},
}
