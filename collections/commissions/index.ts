// The commissions room.
import type { Room } from '../../plugin/room.js'

export const commissionsRoom: Room = {
  collections: (options) => ({
    commissions: { slug: options.slugs.commissions, fields: [] },
  }),
  mails: {},
  links: {},
}
