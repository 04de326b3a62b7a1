// The plugin’s options as a site writes them, with their defaults, and as the plugin reads them after `resolve.ts`.
import type { Access, CollectionConfig } from 'payload'
import type { FeatureDefinition } from '../definitions/feature.js'
import type { MailContent, MailContext } from '../definitions/mail.js'
import type { CollectionKey, Feature, MailName } from '../definitions/rooms.js'
import type { Localized } from '../i18n/localized.js'
import type { CountryCode } from '../values/phone.js'
import type { Weekday } from '../values/working-days.js'
import type { KeyUse } from './keys.js'

export type { CollectionKey, Feature } from '../definitions/rooms.js'

export const operations = ['create', 'read', 'update', 'delete'] as const
export type Operation = (typeof operations)[number]

export interface OwnOrganisationOptions {
  /** The association's name, as mails, pages and slips show it. */
  name: string
  /** Legal form, printed in the imprint: one text, or `{ it, en }`. @default '' */
  legalForm?: string | Localized
  /** Fiscal code (C.F.) of the association. @default '' */
  fiscalCode?: string
  /** Registration with RUNTS; only `registered` lets any tax sentence appear. @default 'none' */
  runtsStatus?: 'none' | 'pending' | 'registered'
  /** Desk's e-mail: Reply-To of mails, addressee of desk notices. */
  email: string
  /** Desk's phone, shown where a person may prefer to call. @default undefined */
  phone?: string
  /** Country whose phone numbers people write without a prefix, as two letters. @default 'IT' */
  country?: CountryCode
  /** Address of the privacy notice. @default undefined */
  privacyUrl?: string
  /** Address of the network's rules. @default undefined */
  rulesUrl?: string
  /** Version of rules and privacy notice that a consent records. @default '1' */
  consentVersion?: string
  /** Working days within which the desk answers. @default 3 */
  answerDays?: number
  /** Where reports of abuse go. @default organisation.email */
  reportContact?: string
}

/** With what rooms add: see `collections/donations/options.ts`. */
export interface OrganisationOptions extends OwnOrganisationOptions {}

/** The layout escapes whatever it gives; `to` must stay one address. */
export type MailOverride = (content: MailContent, context: MailContext) => MailContent | Promise<MailContent>

export interface MokorPluginOptions {
  /** Switch off routes, buttons, mails, worker, commands and admin components; collections and the hooks that guard their data stay. @default false */
  disabled?: boolean
  /** `'all'`, or switches by name. What is not named is on when it belongs to the core: see the table of features in `plugin/README.md`. @default the core */
  features?: 'all' | Partial<Record<Feature, boolean>>
  /** Who runs the network. */
  organisation: OrganisationOptions
  /** Public address of the network's site, with its base path where it has one, used in links and mails. @default Payload's `serverURL` */
  publicUrl?: string
  /** Origins of the partner sites whose pages may send forms, e.g. `https://blog.example`. @default [] */
  allowedOrigins?: string[]
  /** Languages people can use; the first is the default. @default ['it', 'en'] */
  languages?: string[]
  /** Rename collections, e.g. when the host has its own `members`. @default the names in the table of slugs in `plugin/README.md` */
  slugs?: Partial<Record<CollectionKey, string>>
  /** Last word on any collection, but for its slug: that is for `slugs`. @default {} */
  collectionOverrides?: Partial<
    Record<CollectionKey, (args: { defaultCollection: CollectionConfig }) => CollectionConfig>
  >
  /** Replace access functions, collection by collection; who may update takes the editors' steps too. @default the table of roles in `plugin/README.md` */
  access?: Partial<Record<CollectionKey, Partial<Record<Operation | 'readVersions', Access>>>>
  directory?: {
    /** `auto` takes MongoDB's engine on MongoDB, the embedded one elsewhere. @default 'auto' */
    engine?: 'auto' | 'mongo' | 'embedded'
    /** Seconds a CDN or browser may keep a public answer without asking again. @default 0 */
    maxAge?: number
    /** Address of a profile's page; `{slug}` is replaced. @default the plugin's own page */
    memberUrl?: string
  }
  outbox?: {
    /** Run the worker in this process. @default true */
    worker?: boolean
    /** Seconds within which an editor can take a step back, so long its mails wait; 0 lets them leave at once. @default 60 */
    undoSeconds?: number
    /** Secret of `/mokor/v1/work`, which a scheduler asks by POST or GET, for sites without a lasting process. @default undefined: no route */
    cronSecret?: string
  }
  securityLog?: {
    /** Days that a line of the security log is kept. @default 180 */
    days?: number
  }
  /** File, outside of what a backup restores, that remembers who was erased and which links were revoked: see “Backup and restore”. @default undefined: none */
  erasureLog?: string
  /** Rewrite single mails, by template name: gets what we would send, gives what is sent. @default {} */
  mails?: Partial<Record<MailName, MailOverride>>
  /** How many proxies stand before the site; 0 trusts no forwarded address. To be said in production. @default 0 */
  trustedProxies?: number
  /**
   * Secrets for links in mails, challenges of forms and counters, each a list, newest first: the first makes, the others still open
   * what they made, as Payload's `secret` does. Where that one changes, keep the former one here for 180 days, behind a new one.
   * @default Payload's `secret`
   */
  keys?: Partial<Record<KeyUse, string[]>>
  /** Weekdays on which somebody is at the desk, e.g. `['tuesday', 'thursday']`: terms for answers, reminders and the mail of the morning fall on them. @default every day */
  deskDays?: Weekday[]
  /** Where the desk stands on the dashboard, beside the site's own `beforeDashboard`. @default 'above' */
  desk?: 'above' | 'below' | 'none'
}

type Optional = 'phone' | 'privacyUrl' | 'rulesUrl'

/** With what rooms add. */
export interface ResolvedOrganisation
  extends Required<Omit<OwnOrganisationOptions, 'legalForm' | Optional>>,
    Pick<OwnOrganisationOptions, Optional> {
  legalForm: Localized
}

/** Options after defaults and checks: what the plugin itself reads. */
export interface ResolvedOptions {
  disabled: boolean
  features: Record<Feature, boolean>
  /** Off because nobody named them: not even the site knows whether it wants them. */
  unnamedFeatures: Feature[]
  organisation: ResolvedOrganisation
  /** With the base path, where the site has one, e.g. `https://example.org/sito`. */
  publicUrl: string
  /** Path of `publicUrl`, e.g. `/sito`; empty at the top of a domain. */
  basePath: string
  /** REST base of the site below it, e.g. `/api`. */
  apiRoute: string
  allowedOrigins: string[]
  languages: string[]
  slugs: Record<CollectionKey, string>
  /** Slug of the host's collection whose users sign in to the admin. */
  users: string
  collectionOverrides: NonNullable<MokorPluginOptions['collectionOverrides']>
  access: NonNullable<MokorPluginOptions['access']>
  directory: {
    engine: 'auto' | 'mongo' | 'embedded'
    maxAge: number
    memberUrl: string | null
  }
  outbox: { worker: boolean; undoSeconds: number; cronSecret: string | null }
  securityLog: { days: number }
  erasureLog: string | null
  /** By template name: what a row of the outbox is called is not known before it is read. */
  mails: Partial<Record<string, MailOverride>>
  trustedProxies: number
  /** Whether the site said how many there are: without a word forms cannot be told apart by where they come from. */
  knowsProxies: boolean
  desk: 'above' | 'below' | 'none'
  deskDays: readonly Weekday[]
  keys: Partial<Record<KeyUse, readonly string[]>>
  /** Names of the plugin's own pages that the features leave open, in the order in which they are offered. */
  pages: readonly string[]
}

/** Checks of a room's own options under `organisation`, by name: each gives the value that the plugin reads. */
export type OrganisationChecks = {
  [K in keyof ResolvedOrganisation & keyof OrganisationOptions]?: (
    given: OrganisationOptions,
    features: Readonly<Record<Feature, boolean>>,
  ) => ResolvedOrganisation[K]
}

/** What the rooms bring, as far as options speak of it. */
export interface RoomFacts {
  /** Slugs of the collections where the site gives none. */
  slugs: Readonly<Record<CollectionKey, string>>
  features: Readonly<Record<Feature, FeatureDefinition>>
  mails: readonly string[]
  organisation: OrganisationChecks
  pages: readonly { name: string; features: readonly Feature[] }[]
}
