// The interface of a room: what a collection folder brings to the plugin, and `defineRoom`, which lets none of it be forgotten.
import type { CollectionConfig, PayloadRequest } from 'payload'
import type { Route } from './api/route.js'
import type { JobDefinition } from './definitions/job.js'
import type { LinkDefinition } from './definitions/link.js'
import type { MailDefinition } from './definitions/mail.js'
import type { CollectionKey, ResolvedOptions } from './options/index.js'
import type { Page } from './pages/serve.js'
import type { EraseAgain } from './runtime.js'
import type { DocumentId } from './values/document-id.js'

export interface Room {
  /** Without `access` and `graphQL`: the assembler sets them for all. */
  collections(options: ResolvedOptions): Partial<Record<CollectionKey, CollectionConfig>>
  /** Of the public API. No two paths of any rooms may match the same address. */
  routes: readonly Route[]
  /** The plugin's own, that work without script. */
  pages: readonly Page[]
  /** Mails by template name. */
  mails: Record<string, MailDefinition>
  /** Work that is done when due, by the template name of its rows in the outbox. */
  jobs: Record<string, JobDefinition>
  /** Mail links by purpose. */
  links: Record<string, LinkDefinition>
  /** What a room does about members, who may stand in any room's documents. */
  person: {
    /** Whether something here, e.g. a job under way, still counts on a member who wants to leave. */
    needs(req: PayloadRequest, id: DocumentId): Promise<boolean>
    /** Takes out what is said here of a member who is being erased. */
    forget(req: PayloadRequest, id: DocumentId): Promise<void>
  }
  /** How to erase what the erasure log names, by the log's kinds: a backup that was restored had brought it back. */
  eraseAgain: EraseAgain
}

const nothing: Room = {
  collections: () => ({}),
  routes: [],
  pages: [],
  mails: {},
  jobs: {},
  links: {},
  person: { needs: async () => false, forget: async () => undefined },
  eraseAgain: {},
}

/** A room brings every part, or says in `without` which it does not have: a part that is merely forgotten is a type error. */
export const defineRoom = <Without extends keyof Room = never>(
  room: Omit<Room, Without> & { without: readonly Without[] },
): Room => {
  const { without: _, ...parts } = room
  return { ...nothing, ...parts }
}
