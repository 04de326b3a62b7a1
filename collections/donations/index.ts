// The donations room.
import type { Room } from '../../plugin/room.js'

export const donationsRoom: Room = {
  collections: (options) => ({
    donations: { slug: options.slugs.donations, fields: [] },
  }),
  mails: {},
  links: {},
}
