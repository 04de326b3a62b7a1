// What a host site may set: option types with their defaults, and the checks that stop a wrong start.
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import type { Access, CollectionConfig } from 'payload'
import type { MailContent, MailContext } from './mail/definition.js'

/** Every collection the plugin adds, by its key in `slugs`, `collectionOverrides` and `access`. */
export const defaultSlugs = {
  skills: 'skills',
  members: 'members',
  commissions: 'commissions',
  teams: 'teams',
  donations: 'donations',
  pictures: 'mokor-pictures',
  directory: 'mokor-directory',
  changes: 'mokor-changes',
  limits: 'mokor-limits',
  challenges: 'mokor-challenges',
  links: 'mokor-links',
  messages: 'mokor-messages',
  outbox: 'mokor-outbox',
} as const

export type CollectionKey = keyof typeof defaultSlugs

/** What can be switched off. A feature that is off keeps its collections, so that migrations stay the same. */
export const featureNames = [
  'directory',
  'join',
  'relay',
  'commissions',
  'teams',
  'donations',
  'pictures',
  'pages',
  'widgets',
] as const

export type Feature = (typeof featureNames)[number]

export const operations = ['create', 'read', 'update', 'delete'] as const
export type Operation = (typeof operations)[number]

export interface OrganisationOptions {
  /** The association's name, as mails, pages and slips show it. */
  name: string
  /** Legal form, printed in the imprint. @default '' */
  legalForm?: string
  /** Fiscal code (C.F.) of the association. @default '' */
  fiscalCode?: string
  /** IBAN that receives donations; needed by the `donations` feature. @default undefined */
  iban?: string
  /** BIC of that account; SEPA does not need it. @default undefined */
  bic?: string
  /** The account holder's exact name, ≤ 70 characters. @default organisation.name */
  beneficiary?: string
  /** Registration with RUNTS; only `registered` lets any tax sentence appear. @default 'none' */
  runtsStatus?: 'none' | 'pending' | 'registered'
  /** Desk's e-mail: Reply-To of mails, addressee of desk notices. */
  email: string
  /** Desk's phone, shown where a person may prefer to call. @default undefined */
  phone?: string
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

/** The layout escapes whatever it gives; `to` must stay one address. */
export type MailOverride = (content: MailContent, context: MailContext) => MailContent | Promise<MailContent>

export interface MokorPluginOptions {
  /** Keep the collections, switch off routes, hooks, workers and admin components. @default false */
  disabled?: boolean
  /** Switch single features off. @default every feature on */
  features?: Partial<Record<Feature, boolean>>
  /** Who runs the network. */
  organisation: OrganisationOptions
  /** Public address of the network's site, used in links and mails. @default Payload's `serverURL` */
  publicUrl?: string
  /** Origins of the partner sites whose pages may send forms, e.g. `https://blog.example`. @default [] */
  allowedOrigins?: string[]
  /** Languages people can use; the first is the default. @default ['it', 'en'] */
  languages?: string[]
  /** Rename collections, e.g. when the host has its own `members`. @default see `defaultSlugs` */
  slugs?: Partial<Record<CollectionKey, string>>
  /** Last word on any collection. @default {} */
  collectionOverrides?: Partial<
    Record<CollectionKey, (args: { defaultCollection: CollectionConfig }) => CollectionConfig>
  >
  /** Replace access functions, collection by collection. @default the table in plugin/access.ts */
  access?: Partial<Record<CollectionKey, Partial<Record<Operation, Access>>>>
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
    /** Secret of `POST /mokor/v1/work`, for sites without a lasting process. @default undefined: no route */
    cronSecret?: string
  }
  /** Rewrite single mails, by template name: gets what we would send, gives what is sent. @default {} */
  mails?: Record<string, MailOverride>
  /** How many proxies stand before the site; 0 trusts no forwarded address. @default 0 */
  trustedProxies?: number
}

/** Options after defaults and checks: what the plugin itself reads. */
export interface ResolvedOptions {
  disabled: boolean
  features: Record<Feature, boolean>
  organisation: Required<Omit<OrganisationOptions, 'iban' | 'bic' | 'phone' | 'privacyUrl' | 'rulesUrl'>> &
    Pick<OrganisationOptions, 'iban' | 'bic' | 'phone' | 'privacyUrl' | 'rulesUrl'>
  publicUrl: string
  /** REST base of the site, e.g. `/api`. */
  apiRoute: string
  allowedOrigins: string[]
  languages: string[]
  slugs: Record<CollectionKey, string>
  collectionOverrides: NonNullable<MokorPluginOptions['collectionOverrides']>
  access: NonNullable<MokorPluginOptions['access']>
  directory: {
    engine: 'auto' | 'mongo' | 'embedded'
    maxAge: number
    memberUrl: string | null
  }
  outbox: { worker: boolean; cronSecret: string | null }
  mails: Record<string, MailOverride>
  trustedProxies: number
}

/** Raised at start; the message names the option and the remedy. */
export class MokorOptionsError extends Error {
  constructor(option: string, problem: string, remedy: string) {
    super(`payload-plugin-mokor: option \`${option}\` ${problem}. ${remedy}`)
    this.name = 'MokorOptionsError'
  }
}

interface HostFacts {
  serverURL: string
  apiRoute: string
  slugs: string[]
}

/**
 * Fills defaults and checks every option.
 * @throws MokorOptionsError that names the option and what to write instead
 */
export function resolveOptions(options: MokorPluginOptions, host: HostFacts): ResolvedOptions {
  if (!options?.organisation?.name)
    throw new MokorOptionsError(
      'organisation.name',
      'is missing',
      'Give the name of the association, e.g. `Rete Mokor`.',
    )
  if (!isEmail(options.organisation.email))
    throw new MokorOptionsError(
      'organisation.email',
      'is not an e-mail address',
      'Give the desk’s address: mails answer to it.',
    )
  const resolved: ResolvedOptions = {
    disabled: options.disabled ?? false,
    features: resolveFeatures(options.features),
    organisation: resolveOrganisation(options.organisation),
    publicUrl: resolvePublicUrl(options.publicUrl ?? host.serverURL),
    apiRoute: host.apiRoute,
    allowedOrigins: (options.allowedOrigins ?? []).map(resolveOrigin),
    languages: resolveLanguages(options.languages),
    slugs: resolveSlugs(options.slugs, host.slugs),
    collectionOverrides: options.collectionOverrides ?? {},
    access: options.access ?? {},
    directory: {
      engine: oneOf('directory.engine', options.directory?.engine ?? 'auto', ['auto', 'mongo', 'embedded'] as const),
      maxAge: wholeNumber('directory.maxAge', options.directory?.maxAge ?? 0),
      memberUrl: options.directory?.memberUrl ?? null,
    },
    outbox: {
      worker: options.outbox?.worker ?? true,
      cronSecret: options.outbox?.cronSecret ?? null,
    },
    mails: options.mails ?? {},
    trustedProxies: wholeNumber('trustedProxies', options.trustedProxies ?? 0),
  }
  if (resolved.features.donations && !resolved.organisation.iban)
    throw new MokorOptionsError(
      'organisation.iban',
      'is missing while the donations feature is on',
      'Give the account’s IBAN, or set `features.donations: false`.',
    )
  if (resolved.directory.memberUrl !== null && !resolved.directory.memberUrl.includes('{slug}'))
    throw new MokorOptionsError(
      'directory.memberUrl',
      'has no `{slug}`',
      'Write it like `https://example.org/people/{slug}`.',
    )
  return resolved
}

function resolveFeatures(given: MokorPluginOptions['features'] = {}): Record<Feature, boolean> {
  for (const name of Object.keys(given))
    if (!featureNames.includes(name as Feature))
      throw new MokorOptionsError(`features.${name}`, 'is unknown', `Known features: ${featureNames.join(', ')}.`)
  return Object.fromEntries(featureNames.map((name) => [name, given[name] ?? true])) as Record<Feature, boolean>
}

function resolveOrganisation(given: OrganisationOptions): ResolvedOptions['organisation'] {
  if (given.iban !== undefined && !isValidIBAN(electronicFormatIBAN(given.iban) ?? ''))
    throw new MokorOptionsError(
      'organisation.iban',
      'is not a valid IBAN',
      'Check its country, length and check digits.',
    )
  const beneficiary = given.beneficiary ?? given.name
  if (beneficiary.length > 70)
    throw new MokorOptionsError('organisation.beneficiary', 'is longer than 70 characters', 'Banks accept 70 at most.')
  for (const key of ['privacyUrl', 'rulesUrl'] as const)
    if (given[key] !== undefined && !URL.canParse(given[key]))
      throw new MokorOptionsError(
        `organisation.${key}`,
        'is not an address',
        'Write a whole address, e.g. `https://example.org/rules`.',
      )
  if (given.reportContact !== undefined && !isEmail(given.reportContact))
    throw new MokorOptionsError(
      'organisation.reportContact',
      'is not an e-mail address',
      'Give an address that a person reads.',
    )
  return {
    ...given,
    legalForm: given.legalForm ?? '',
    fiscalCode: given.fiscalCode ?? '',
    iban: given.iban === undefined ? undefined : (electronicFormatIBAN(given.iban) ?? undefined),
    beneficiary,
    runtsStatus: oneOf('organisation.runtsStatus', given.runtsStatus ?? 'none', [
      'none',
      'pending',
      'registered',
    ] as const),
    consentVersion: given.consentVersion ?? '1',
    answerDays: wholeNumber('organisation.answerDays', given.answerDays ?? 3),
    reportContact: given.reportContact ?? given.email,
  }
}

function resolvePublicUrl(url: string): string {
  if (url === '') return ''
  if (!URL.canParse(url))
    throw new MokorOptionsError('publicUrl', 'is not an address', 'Write it like `https://example.org`.')
  return url.replace(/\/+$/, '')
}

function resolveOrigin(origin: string): string {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin.replace(/\/$/, ''))
    throw new MokorOptionsError(
      'allowedOrigins',
      `holds \`${origin}\`, which is not an origin`,
      'Write scheme and host only, e.g. `https://blog.example`.',
    )
  return new URL(origin).origin
}

function resolveLanguages(given: string[] = ['it', 'en']): string[] {
  if (given.length === 0 || given.some((code) => !/^[a-z]{2}$/.test(code)))
    throw new MokorOptionsError('languages', 'needs two-letter codes', "Write them like `['it', 'en']`.")
  return [...new Set(given)]
}

function resolveSlugs(given: MokorPluginOptions['slugs'] = {}, hostSlugs: string[]): Record<CollectionKey, string> {
  for (const key of Object.keys(given))
    if (!(key in defaultSlugs))
      throw new MokorOptionsError(`slugs.${key}`, 'is unknown', `Known keys: ${Object.keys(defaultSlugs).join(', ')}.`)
  const slugs: Record<CollectionKey, string> = { ...defaultSlugs, ...given }
  const taken = new Set(hostSlugs)
  for (const [key, slug] of Object.entries(slugs)) {
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

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if (!allowed.includes(value as T))
    throw new MokorOptionsError(option, `is \`${value}\``, `Use one of: ${allowed.join(', ')}.`)
  return value as T
}

function wholeNumber(option: string, value: number): number {
  if (!Number.isInteger(value) || value < 0)
    throw new MokorOptionsError(option, `is \`${value}\``, 'Use a whole number, 0 or more.')
  return value
}

function isEmail(value: unknown): value is string {
  return typeof value === 'string' && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(value)
}
