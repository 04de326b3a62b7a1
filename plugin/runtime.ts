// The assembled plugin at run time, kept in the config’s server-only `custom`.

import type { Payload, PayloadRequest, SanitizedConfig } from 'payload'
import type { ErasureDefinition } from './definitions/erasure.js'
import type { FeatureDefinition } from './definitions/feature.js'
import type { JobDefinition } from './definitions/job.js'
import type { LinkDefinition, LinkPart, SentLink } from './definitions/link.js'
import type { MailDefinition } from './definitions/mail.js'
import type { CollectionKey, ErasedKind, Feature } from './definitions/rooms.js'
import type { ResolvedOptions } from './options/index.js'
import type { DocumentId } from './values/document-id.js'

/** Parts above add what they hand over: see `plugin/directory/source.ts`. */
export interface MokorRuntime {
  options: ResolvedOptions
  features: Readonly<Record<Feature, FeatureDefinition>>
  /** Every mail the rooms know to write, by template name. */
  mails: Record<string, MailDefinition>
  /** What the outbox does by itself, by the template name of its rows. */
  jobs: Record<string, JobDefinition>
  /** What each purpose of a mail link shows and does. */
  links: Record<string, LinkDefinition>
  /** How to erase what the erasure log names, by its kinds. */
  erasures: Record<Exclude<ErasedKind, 'link'>, ErasureDefinition>
  /** Whether some room still counts on a member. */
  needsMember(req: PayloadRequest, id: DocumentId): Promise<boolean>
  /** Takes out what other rooms say of a member who is being erased. */
  forgetMember(req: PayloadRequest, id: DocumentId): Promise<void>
  /** Links of every room by which a member acts. */
  memberLinks(req: PayloadRequest, id: DocumentId): Promise<SentLink[]>
  /** What other rooms show on a member's own page. */
  memberParts: readonly LinkPart<DocumentId>[]
}

/** The plugin's runtime of a Payload instance or config. */
export function mokor(of: Payload | { config: SanitizedConfig } | SanitizedConfig): MokorRuntime {
  const config = 'config' in of && of.config ? of.config : (of as SanitizedConfig)
  const runtime = (config as SanitizedConfig).custom?.mokor as MokorRuntime | undefined
  if (!runtime) throw new Error('payload-plugin-mokor: this site does not use mokorPlugin')
  return runtime
}

/** Slug of one of the plugin's collections, as this site names it. */
export function slugOf(payload: Payload, key: CollectionKey): string {
  return mokor(payload).options.slugs[key]
}

/** Base address of the public API, e.g. `https://example.org/api/mokor/v1`. */
export function apiBase(options: Pick<ResolvedOptions, 'publicUrl' | 'apiRoute'>): string {
  return `${options.publicUrl}${options.apiRoute}/mokor/v1`
}
