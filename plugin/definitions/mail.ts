// Types of a mail: its recipient and content, rendered at the moment of sending.
import type { PayloadRequest } from 'payload'
import type { About } from './about.js'

/** One addr-spec and an optional display name: never a list, never a raw header. */
export interface Mailbox {
  name?: string
  address: string
}

export interface MailContent {
  to: Mailbox
  /** @default the desk */
  replyTo?: Mailbox
  subject: string
  /** First line, e.g. "Ciao Maria,". Plain text; the layout escapes it. */
  greeting?: string
  /** Paragraphs of plain text; the layout escapes them. Line breaks inside are kept. */
  paragraphs: string[]
  /** The one thing to do. */
  action?: { label: string; url: string }
  /** Label and value pairs, e.g. IBAN and reference; shown as a table, copied as text. A value that is an address can be opened. */
  facts?: { label: string; value: string; url?: string }[]
  /** Small print under the action. */
  footer?: string[]
}

export interface MailContext {
  req: PayloadRequest
  /** Id of the document the mail speaks of. */
  target: string
  /** 'it' or 'en' (or another of the site's languages, falling back to English). */
  lang: string
  /** Address of the link that the row carries, derived while rendering; null when the row has none. */
  link: string | null
  /** Plain words that were queued with the row, e.g. an editor's reason. */
  words: Record<string, string>
}

export interface MailDefinition extends About {
  /** True for a mail to the network's own address: only the site's options can correct it. */
  toDesk?: boolean
  /** True for a mail to an address that a visitor typed as their own: nobody else can correct it. */
  toSender?: boolean
  /** @returns null when there is nothing to send any more (target gone, or state moved on): the row counts as sent */
  render(context: MailContext): Promise<MailContent | null>
  /** After the mail has left, e.g. to erase what was kept only for it. May run again when the mail is sent again. */
  sent?(context: MailContext): Promise<void>
  /** When an editor gives the mail up, in the same transaction: what became of the document, where somebody waits to hear. */
  dropped?(context: Pick<MailContext, 'req' | 'target'>): Promise<void>
  /**
   * When it cannot leave and is tried no more, in a transaction: whether somebody looks after its document from now on. It is no
   * failed mail of the desk then.
   */
  failed?(context: Pick<MailContext, 'req' | 'target'> & { cause: string }): Promise<boolean>
}
