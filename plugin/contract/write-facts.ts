// How and where a write came in: language, page, channel and time.

/** Mails of a form that wait, to be told together with others to the same mailbox. */
export interface HeldMail {
  /** How long, in milliseconds. */
  afterMs: number
  /** The same for every mail to that mailbox; says nothing of it. */
  together: string
}

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
