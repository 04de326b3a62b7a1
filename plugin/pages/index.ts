// The pages room: mail links and the few pages the plugin serves itself.
import type { Room } from '../room.js'
import { linksCollection } from './links.js'

export const pagesRoom: Room = {
  collections: (options) => ({ links: linksCollection(options) }),
  mails: {},
  links: {},
}
