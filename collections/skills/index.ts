// The skills room.
import type { Room } from '../../plugin/room.js'

export const skillsRoom: Room = {
  collections: (options) => ({
    skills: { slug: options.slugs.skills, fields: [] },
  }),
  mails: {},
  links: {},
}
