// The pages that belong to no room, and every page as endpoints.
import type { Endpoint } from 'payload'
import type { ResolvedOptions } from '../options/index.js'
import { linkPage, linkPaper, linkPicture } from './link-page.js'
import { type Page, pageEndpoints, unknownPage } from './serve.js'
import { indexPage, reportPage } from './text-pages.js'

export const ownPages: readonly Page[] = [linkPage, linkPicture, linkPaper, indexPage, reportPage]

/** Endpoints of every page there is; mail links work even where the other pages are switched off. */
export const endpointsOfPages = (pages: readonly Page[], options: ResolvedOptions): Omit<Endpoint, 'root'>[] =>
  [...pages, unknownPage].flatMap((page) => pageEndpoints(page, options))
