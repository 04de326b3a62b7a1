// The interface of a room: what a collection folder brings to the plugin, and `defineRoom`, which lets none of it be forgotten.
import type { CollectionConfig, PayloadRequest } from 'payload'
import type { Rights } from './access/index.js'
import type { CollectionAdmin } from './admin/collection-admin.js'
import type { Route } from './api/route.js'
import type { ErasureDefinition } from './definitions/erasure.js'
import type { FeatureDefinition } from './definitions/feature.js'
import type { JobDefinition } from './definitions/job.js'
import type { LinkDefinition, LinkPart, SentLink } from './definitions/link.js'
import type { MailDefinition } from './definitions/mail.js'
import type { Declared, RoomName } from './definitions/rooms.js'
import type { DeskQueue } from './desk/index.js'
import type { OrganisationChecks, ResolvedOptions } from './options/index.js'
import type { Page } from './pages/serve.js'
import type { AdminTexts } from './translations/index.js'
import type { DocumentId } from './values/document-id.js'

export interface RoomCollection {
  /** Where the site gives none in `slugs`. */
  slug: string
  /** Who may do what; the assembler makes the access functions from it. */
  rights: Rights
  /** Documents are only added, by `appending` alone: nobody changes or deletes one, in any way. @default false */
  appendOnly?: boolean
  /** Whether its documents speak of people: who reads them stands in the security log. */
  personal: boolean
  /** How editors see it; null for what they never see. */
  admin: CollectionAdmin | null
  /** Without `access` and `graphQL`: the assembler sets them for all. */
  config(options: ResolvedOptions): CollectionConfig
}

export interface Room {
  /** By which its names are declared in `Rooms`. */
  name: string
  /** By the keys that its documents are declared with. */
  collections: Record<string, RoomCollection>
  /** Switches of the site's `features`. */
  features: Record<string, FeatureDefinition>
  /** Checks of its own options under `organisation`. */
  options: OrganisationChecks
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
    /** Links by which a member acts here, live or not: what a former address was sent opens nothing any more. */
    links?(req: PayloadRequest, id: DocumentId): Promise<SentLink[]>
    /** What an active member's own page shows of the room, by their id. */
    page?: LinkPart<DocumentId>
  }
  /** Its queues at the editors' desk. */
  desk: readonly DeskQueue[]
  /** How to erase what the erasure log names, by the log's kinds: a backup that was restored had brought it back. */
  erasures: Record<string, ErasureDefinition>
  /** Texts of the admin that only it uses: its steps, hints, mails and counts. */
  words: AdminTexts
}

const nothing: Omit<Room, 'name' | 'collections'> = {
  features: {},
  options: {},
  routes: [],
  pages: [],
  mails: {},
  jobs: {},
  links: {},
  person: { needs: async () => false, forget: async () => undefined },
  erasures: {},
  words: { it: {}, en: {} },
  desk: [],
}

/** Parts whose names are declared in `Rooms`: each name has its value, and no other. */
interface Named<N extends RoomName> {
  collections: Record<Declared<N, 'documents'>, RoomCollection>
  features: Record<Declared<N, 'features'>, FeatureDefinition>
  options: Required<Pick<OrganisationChecks, Declared<N, 'options'> & keyof OrganisationChecks>>
  mails: Record<Declared<N, 'mails'>, MailDefinition>
  erasures: Record<Declared<N, 'erasures'>, ErasureDefinition>
}

type Parts<N extends RoomName> = Omit<Room, 'name' | keyof Named<N>> & Named<N>

/** A named part can be left out only by a room that declares no such names. */
type Optional<N extends RoomName> = {
  [Part in keyof typeof nothing]: Part extends keyof Named<N>
    ? Record<never, never> extends Named<N>[Part]
      ? Part
      : never
    : Part
}[keyof typeof nothing]

/** A room brings every part, or says in `without` which it does not have: a part that is merely forgotten is a type error. */
export const defineRoom = <N extends RoomName, Without extends Optional<N> = never>(
  name: N,
  room: Omit<Parts<N>, Without> & { without: readonly Without[] },
): Room => {
  const { without: _, ...parts } = room
  // What is left out is in `nothing`, which the compiler cannot see of a type it does not know yet.
  return { ...nothing, ...parts, name } as unknown as Room
}
