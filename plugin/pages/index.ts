// The plugin’s own pages, and the page behind mail links.
import type { Endpoint } from 'payload'
import { askForm } from '../../collections/commissions/page.js'
import { giveForm } from '../../collections/donations/page.js'
import { directoryPage } from '../../collections/members/directory/list-page.js'
import { memberPage } from '../../collections/members/directory/profile-page.js'
import { joinForm } from '../../collections/members/joining/page.js'
import { formPage } from '../forms/page.js'
import { linksCollection } from '../links/tokens.js'
import type { ResolvedOptions } from '../options/index.js'
import { linkPage } from './link-page.js'
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

export const pagesRoom = {
  collections: (options: ResolvedOptions) => ({ links: linksCollection(options) }),
  mails: {},
  links: {},
}
