// The pages room: mail links and the few pages the plugin serves itself.
import type { Endpoint } from 'payload'
import type { ResolvedOptions } from '../options.js'
import type { Room } from '../room.js'
import { directoryPage } from './directory-page.js'
import { askForm } from './forms/ask.js'
import { giveForm } from './forms/give.js'
import { joinForm } from './forms/join.js'
import { formPage } from './forms/page.js'
import { linkPage } from './link-page.js'
import { linksCollection } from './links.js'
import { memberPage } from './member-page.js'
import { type Page, pageEndpoints, unknownPage } from './serve.js'
import { indexPage, rankingPage, reportPage } from './text-pages.js'

/** Every page, in the order in which they are matched. */
export const pages: Page[] = [
  linkPage,
  indexPage,
  directoryPage,
  memberPage,
  formPage('ask', askForm),
  formPage('join', joinForm),
  formPage('give', giveForm),
  rankingPage,
  reportPage,
]

/** Their endpoints; mail links work even where the other pages are switched off. */
export const pagesOf = (options: ResolvedOptions): Omit<Endpoint, 'root'>[] =>
  [...pages, unknownPage].flatMap((page) => pageEndpoints(page, options))

export const pagesRoom: Room = {
  collections: (options) => ({ links: linksCollection(options) }),
  mails: {},
  links: {},
}
