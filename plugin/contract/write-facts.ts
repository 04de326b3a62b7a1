// How and where a write came in: language, page, channel and time.
import type { HeldMail } from '../api/route.js'

/** How and where a write came in: what a consent records beside itself. */
export interface WriteFacts {
  lang: string
  /** Address of the page that held the form, without query; null when unknown. */
  page: string | null
  /** `web` through a widget, `page` through one of the plugin's own pages. */
  how: 'web' | 'page'
  at: Date
  /** Set where the mailbox that the form names had enough mails for now. */
  held?: HeldMail
}
