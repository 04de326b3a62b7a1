// The interface of a room: what a collection folder brings to the plugin.
import type { CollectionConfig, PayloadRequest } from 'payload'
import type { LinkDefinition } from './definitions/link.js'
import type { MailDefinition } from './definitions/mail.js'
import type { CollectionKey, ResolvedOptions } from './options/index.js'
import type { EraseAgain } from './runtime.js'
import type { DocumentId } from './values/document-id.js'

export interface Room {
  /** Without `access` and `graphQL`: the assembler sets them for all. */
  collections(options: ResolvedOptions): Partial<Record<CollectionKey, CollectionConfig>>
  /** Mails by template name. */
  mails: Record<string, MailDefinition>
  /** Mail links by purpose. */
  links: Record<string, LinkDefinition>
  /** Whether something here, e.g. a job under way, still counts on a member who wants to leave. */
  needsMember?(req: PayloadRequest, id: DocumentId): Promise<boolean>
  /** How to erase what the erasure log names, by the log's kinds: a backup that was restored had brought it back. */
  eraseAgain?: EraseAgain
  /** Takes out what is said here of a member who is being erased. */
  forgetMember?(req: PayloadRequest, id: DocumentId): Promise<void>
}
