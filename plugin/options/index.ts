// The plugin’s options: types with defaults, and their validation at start.
import type { Access, CollectionConfig } from 'payload'
import type { FeatureDefinition } from '../definitions/feature.js'
import type { MailContent, MailContext } from '../definitions/mail.js'
import type { CollectionKey, Feature, MailName } from '../definitions/rooms.js'
import type { Localized } from '../i18n/localized.js'
import { type CountryCode, isCountry } from '../values/phone.js'
import { type Weekday, weekdays } from '../values/working-days.js'
import {
  booleanOption,
  eachLanguage,
  emailAddress,
  functions,
  knownKeys,
  MokorOptionsError,
  nonEmptyString,
  oneOf,
  webAddress,
  webOrigin,
  wholeNumber,
} from './checks.js'
import { type KeyUse, keyUses } from './keys.js'

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

interface HostFacts {
  serverURL: string
  /** Next's `basePath`. */
  basePath: string
  apiRoute: string
  slugs: string[]
  /** Slug of the collection that signs in to the admin. @default 'users' */
  users?: string | undefined
  /** Name of Payload's database adapter, e.g. `mongoose`; older adapters say nothing. */
  database?: string
}

const keys = Object.keys as <K extends string>(of: Partial<Record<K, unknown>>) => K[]

/** Every key an option may have, so that a misspelt one is found; the types say the same to those who write TypeScript. */
const known = {
  options: keys<keyof MokorPluginOptions>({
    disabled: 1,
    features: 1,
    organisation: 1,
    publicUrl: 1,
    allowedOrigins: 1,
    languages: 1,
    slugs: 1,
    collectionOverrides: 1,
    access: 1,
    directory: 1,
    outbox: 1,
    securityLog: 1,
    erasureLog: 1,
    mails: 1,
    trustedProxies: 1,
    desk: 1,
    deskDays: 1,
    keys: 1,
  } satisfies Record<keyof MokorPluginOptions, 1>),
  organisation: keys<keyof OwnOrganisationOptions>({
    name: 1,
    legalForm: 1,
    fiscalCode: 1,
    runtsStatus: 1,
    email: 1,
    phone: 1,
    privacyUrl: 1,
    rulesUrl: 1,
    consentVersion: 1,
    country: 1,
    answerDays: 1,
    reportContact: 1,
  } satisfies Record<keyof OwnOrganisationOptions, 1>),
  directory: ['engine', 'maxAge', 'memberUrl'],
  outbox: ['worker', 'undoSeconds', 'cronSecret'],
  securityLog: ['days'],
}

/**
 * Fills defaults and checks every option.
 * @throws MokorOptionsError that names the option and what to write instead
 */
export function resolveOptions(given: MokorPluginOptions, host: HostFacts, rooms: RoomFacts): ResolvedOptions {
  const options = knownKeys('', given, known.options)
  const { features, unnamedFeatures } = resolveFeatures(options.features, rooms)
  const collectionKeys = keys(rooms.slugs)
  const publicUrl = resolvePublicUrl(options.publicUrl ?? host.serverURL, host.basePath)
  return {
    disabled: booleanOption('disabled', options.disabled ?? false),
    features,
    unnamedFeatures,
    organisation: resolveOrganisation(options.organisation, features, rooms.organisation),
    publicUrl,
    basePath: publicUrl === '' ? host.basePath : new URL(publicUrl).pathname.replace(/\/$/, ''),
    apiRoute: host.apiRoute,
    allowedOrigins: resolveOrigins(options.allowedOrigins),
    languages: resolveLanguages(options.languages),
    slugs: resolveSlugs(options.slugs, host.slugs, rooms.slugs),
    users: host.users ?? 'users',
    collectionOverrides: functions(
      'collectionOverrides',
      knownKeys('collectionOverrides', options.collectionOverrides, collectionKeys),
    ),
    access: resolveAccess(options.access, collectionKeys),
    directory: resolveDirectory(options.directory, host.database),
    outbox: resolveOutbox(options.outbox),
    securityLog: {
      days: wholeNumber(
        'securityLog.days',
        knownKeys('securityLog', options.securityLog, known.securityLog).days ?? 180,
      ),
    },
    erasureLog: options.erasureLog === undefined ? null : nonEmptyString('erasureLog', options.erasureLog),
    mails: functions('mails', knownKeys('mails', options.mails, rooms.mails)),
    trustedProxies: wholeNumber('trustedProxies', options.trustedProxies ?? 0),
    knowsProxies: options.trustedProxies !== undefined,
    keys: resolveKeys(options.keys),
    deskDays: resolveDeskDays(options.deskDays),
    desk: oneOf('desk', options.desk ?? 'above', ['above', 'below', 'none'] as const),
    pages: rooms.pages.flatMap((page) => (page.features.every((name) => features[name]) ? [page.name] : [])),
  }
}

function resolveFeatures(
  given: MokorPluginOptions['features'],
  rooms: RoomFacts,
): Pick<ResolvedOptions, 'features' | 'unnamedFeatures'> {
  const whole = given === 'all'
  const names = keys(rooms.features)
  const switches = knownKeys('features', whole ? {} : given, names)
  const features = Object.fromEntries(
    names.map((name) => [
      name,
      booleanOption(`features.${name}`, switches[name] ?? (whole || rooms.features[name].core)),
    ]),
  ) as Record<Feature, boolean>
  return { features, unnamedFeatures: names.filter((name) => !features[name] && switches[name] === undefined) }
}

function countryCode(option: string, code: string): CountryCode {
  if (!isCountry(code))
    throw new MokorOptionsError(
      option,
      `is \`${code}\``,
      'Write the two capital letters of ISO 3166, like `IT` or `CH`.',
    )
  return code
}

function resolveOrganisation(
  options: OrganisationOptions,
  features: ResolvedOptions['features'],
  ofRooms: OrganisationChecks,
): ResolvedOrganisation {
  const given = knownKeys('organisation', options, [...known.organisation, ...Object.keys(ofRooms)])
  if (typeof given.name !== 'string' || given.name.trim() === '')
    throw new MokorOptionsError(
      'organisation.name',
      'is missing',
      'Give the name of the association, e.g. `Rete Mokor`.',
    )
  const email = emailAddress('organisation.email', given.email, 'Give the desk’s address: mails answer to it.')
  const example = 'https://example.org/rules'
  for (const key of ['privacyUrl', 'rulesUrl'] as const)
    if (given[key] !== undefined) webAddress(`organisation.${key}`, given[key], example)
  for (const key of ['phone', 'consentVersion'] as const)
    if (given[key] !== undefined) nonEmptyString(`organisation.${key}`, given[key])
  const brought = Object.fromEntries(Object.entries(ofRooms).map(([name, check]) => [name, check(given, features)]))
  return {
    ...given,
    legalForm: eachLanguage('organisation.legalForm', given.legalForm ?? ''),
    fiscalCode: given.fiscalCode ?? '',
    runtsStatus: oneOf('organisation.runtsStatus', given.runtsStatus ?? 'none', [
      'none',
      'pending',
      'registered',
    ] as const),
    consentVersion: given.consentVersion ?? '1',
    country: countryCode('organisation.country', given.country ?? 'IT'),
    answerDays: wholeNumber('organisation.answerDays', given.answerDays ?? 3),
    reportContact: emailAddress(
      'organisation.reportContact',
      given.reportContact ?? email,
      'Give an address that a person reads.',
    ),
    ...brought,
  } as ResolvedOrganisation
}

/** Payload's `serverURL` stands without the base path; a `publicUrl` may be written either way. */
function resolvePublicUrl(url: string, basePath: string): string {
  if (url === '') return ''
  const address = webAddress('publicUrl', url, 'https://example.org').replace(/\/+$/, '')
  return address.endsWith(basePath) ? address : `${address}${basePath}`
}

function resolveOrigins(given: string[] = []): string[] {
  if (!Array.isArray(given))
    throw new MokorOptionsError('allowedOrigins', 'is not a list', "Write it like `['https://blog.example']`.")
  return given.map((origin) => webOrigin('allowedOrigins', origin))
}

function resolveKeys(given: MokorPluginOptions['keys']): ResolvedOptions['keys'] {
  const keys = knownKeys('keys', given, keyUses)
  for (const [use, secrets] of Object.entries(keys)) {
    const whole = Array.isArray(secrets) && secrets.length > 0
    // A short secret can be guessed from a single link.
    if (!whole || secrets.some((secret) => typeof secret !== 'string' || secret.length < 16))
      throw new MokorOptionsError(
        `keys.${use}`,
        'is no list of secrets of at least 16 characters each',
        'Write it like `[process.env.MOKOR_LINKS_SECRET]`, made e.g. by `openssl rand -hex 32`.',
      )
  }
  return keys
}

function resolveDeskDays(given: Weekday[] = [...weekdays]): readonly Weekday[] {
  if (!Array.isArray(given) || given.length === 0 || given.some((day) => !weekdays.includes(day)))
    throw new MokorOptionsError(
      'deskDays',
      'needs one weekday at least',
      "Write them in English, like `['tuesday', 'thursday']`, or leave the option out.",
    )
  return weekdays.filter((day) => given.includes(day))
}

function resolveLanguages(given: string[] = ['it', 'en']): string[] {
  if (!Array.isArray(given) || given.length === 0 || given.some((code) => !/^[a-z]{2}$/.test(code)))
    throw new MokorOptionsError('languages', 'needs two-letter codes', "Write them like `['it', 'en']`.")
  return [...new Set(given)]
}

function resolveAccess(
  given: MokorPluginOptions['access'],
  collectionKeys: readonly CollectionKey[],
): ResolvedOptions['access'] {
  const access = Object.entries(knownKeys('access', given, collectionKeys)).map(([key, rights]) => {
    const path = `access.${key}`
    const written = functions(path, knownKeys(path, rights, [...operations, 'readVersions']))
    // One that is left undefined must not take the place of ours: Payload would let every user in.
    return [key, Object.fromEntries(Object.entries(written).filter(([, right]) => right !== undefined))]
  })
  return Object.fromEntries(access)
}

function resolveDirectory(
  options: MokorPluginOptions['directory'],
  database: string | undefined,
): ResolvedOptions['directory'] {
  const given = knownKeys('directory', options, known.directory)
  const engine = oneOf('directory.engine', given.engine ?? 'auto', ['auto', 'mongo', 'embedded'] as const)
  if (engine === 'mongo' && database !== undefined && database !== 'mongoose')
    throw new MokorOptionsError(
      'directory.engine',
      `is \`mongo\`, but the site’s database is ${database}`,
      'Leave it out: the engine that fits the database is taken.',
    )
  const memberUrl = given.memberUrl ?? null
  if (memberUrl !== null) {
    if (!String(memberUrl).includes('{slug}'))
      throw new MokorOptionsError(
        'directory.memberUrl',
        'has no `{slug}`',
        'Write it like `https://example.org/people/{slug}`.',
      )
    webAddress('directory.memberUrl', memberUrl, 'https://example.org/people/{slug}')
  }
  return { engine, maxAge: wholeNumber('directory.maxAge', given.maxAge ?? 0), memberUrl }
}

function resolveOutbox(options: MokorPluginOptions['outbox']): ResolvedOptions['outbox'] {
  const given = knownKeys('outbox', options, known.outbox)
  return {
    worker: booleanOption('outbox.worker', given.worker ?? true),
    undoSeconds: wholeNumber('outbox.undoSeconds', given.undoSeconds ?? 60),
    // An empty secret would open the route to everybody.
    cronSecret: given.cronSecret === undefined ? null : nonEmptyString('outbox.cronSecret', given.cronSecret),
  }
}

function resolveSlugs(
  given: MokorPluginOptions['slugs'],
  hostSlugs: string[],
  defaults: RoomFacts['slugs'],
): Record<CollectionKey, string> {
  const slugs: Record<CollectionKey, string> = { ...defaults, ...knownKeys('slugs', given, keys(defaults)) }
  const taken = new Set(hostSlugs)
  for (const [key, slug] of Object.entries(slugs)) {
    nonEmptyString(`slugs.${key}`, slug)
    if (taken.has(slug))
      throw new MokorOptionsError(
        `slugs.${key}`,
        `clashes: a collection \`${slug}\` exists already`,
        `Give ours another name, e.g. \`slugs: { ${key}: 'mokor-${key}' }\`.`,
      )
    taken.add(slug)
  }
  return slugs
}
