// The pages room: mail links and the few pages the plugin serves itself.
import type { Endpoint } from 'payload'
import type { ResolvedOptions } from '../options.js'
import type { Room } from '../room.js'
import { linkPage } from './link-page.js'
import { linksCollection } from './links.js'
import { type Page, pageEndpoints } from './serve.js'

const pages: Page[] = [linkPage]

/** Every page of the plugin; mail links work even where the other pages are switched off. */
export const pagesOf = (options: ResolvedOptions): Omit<Endpoint, 'root'>[] =>
  pages.flatMap((page) => pageEndpoints(page, options))

export const pagesRoom: Room = {
  collections: (options) => ({ links: linksCollection(options) }),
  mails: {},
  links: {},
}
