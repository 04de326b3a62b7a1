// Checks every option at start and fills the defaults: a wrong one is named, with what to write instead.
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
import {
  type CollectionKey,
  type Feature,
  type MokorPluginOptions,
  type OrganisationChecks,
  type OrganisationOptions,
  type OwnOrganisationOptions,
  operations,
  type ResolvedOptions,
  type ResolvedOrganisation,
  type RoomFacts,
} from './index.js'
import { keyUses } from './keys.js'

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
