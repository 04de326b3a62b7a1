// The teams room.
import type { Room } from '../../plugin/room.js'

export const teamsRoom: Room = {
  collections: (options) => ({
    teams: { slug: options.slugs.teams, fields: [] },
  }),
  mails: {},
  links: {},
}
