// Where the security log looks on: sign-ins, changed roles, refused access, and who reads or exports a person's documents.
import type {
  AfterErrorHook,
  CollectionAfterChangeHook,
  CollectionAfterLoginHook,
  CollectionAfterOperationHook,
  CollectionConfig,
  Config,
} from 'payload'
import { isOverview } from '../collection/overview.js'
import type { ResolvedOptions } from '../options/index.js'
import { record } from './record.js'

/** A list this long is a copy of the register rather than a look at it. */
export const exportedFrom = 100

const signedIn: CollectionAfterLoginHook = async ({ req, user }) => {
  await record(req, user, { event: 'signed-in' }, { each: true })
}

const rolesOf = (doc: unknown): string[] =>
  [...((doc as { mokorRoles?: string[] } | null)?.mokorRoles ?? [])].toSorted()

/** By what was written, not by the answer: a `select` empties that. */
const rolesChanged: CollectionAfterChangeHook = async ({ collection, data, doc, previousDoc, req }) => {
  const [before, now] = [rolesOf(previousDoc), rolesOf({ ...previousDoc, ...data })]
  if (before.join() === now.join()) return doc
  const detail = `${before.join(', ') || '–'} → ${now.join(', ') || '–'}`
  const happened = { event: 'roles-changed', collection: collection.slug, document: String(doc.id), detail } as const
  await record(req, req.user, happened, { each: true })
  return doc
}

/** Whoever is signed in and asks for what is not theirs. */
const refused =
  (slugs: readonly string[]): AfterErrorHook =>
  async ({ collection, error, req }) => {
    const { status } = error as { status?: unknown }
    if (status !== 403 || !req?.user || !collection || !slugs.includes(collection.slug)) return
    const id = req.routeParams?.id
    const document = id === undefined ? null : String(id)
    await record(req, req.user, { event: 'refused', collection: collection.slug, document })
  }

interface Found {
  id?: number | string
  /** Of a version: the document it is one of. */
  parent?: number | string
}

const docsOf = (result: unknown): Found[] => (result as { docs?: Found[] } | null)?.docs ?? []

/** The one document that was read, by itself or as all that a list holds; null for lists. */
function readDocument(operation: string, result: unknown): string | null {
  const single = operation === 'findByID' || operation === 'findVersionByID'
  const listed = operation === 'find' && docsOf(result).length === 1
  const found = single ? (result as Found | null) : listed ? docsOf(result)[0] : null
  const id = operation === 'findVersionByID' ? found?.parent : found?.id
  return id === undefined || id === null ? null : String(id)
}

/** The site's own code, which decides by itself what it may read, is not anybody's look. */
const looked: CollectionAfterOperationHook = async ({ args, collection, operation, overrideAccess, result }) => {
  const { req } = args as {
    req?: Parameters<typeof record>[0] & { user?: { id: number | string; collection?: string } | null }
  }
  if (!req?.user || overrideAccess || isOverview()) return result
  const document = readDocument(operation, result)
  if (document !== null) await record(req, req.user, { event: 'read', collection: collection.slug, document })
  const count = operation === 'find' || operation === 'findVersions' ? docsOf(result).length : 0
  if (count >= exportedFrom) {
    const exported = { event: 'exported', collection: collection.slug, detail: String(count) } as const
    await record(req, req.user, exported, { each: true })
  }
  return result
}

const watched = ({ hooks, ...collection }: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...hooks, afterOperation: [...(hooks?.afterOperation ?? []), looked] },
})

const watchedUsers = ({ hooks, ...collection }: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...hooks,
    afterLogin: [...(hooks?.afterLogin ?? []), signedIn],
    afterChange: [...(hooks?.afterChange ?? []), rolesChanged],
  },
})

/**
 * The config with the log looking on.
 * @param people slugs of the collections whose documents speak of people
 */
export function withSecurityLog(
  config: Config,
  { slugs }: Pick<ResolvedOptions, 'slugs'>,
  people: readonly string[],
): Config {
  const users = config.admin?.user ?? config.collections?.find((collection) => collection.auth)?.slug
  return {
    ...config,
    hooks: {
      ...config.hooks,
      afterError: [...(config.hooks?.afterError ?? []), refused(Object.values(slugs))],
    },
    collections: config.collections?.map((collection) => {
      if (collection.slug === users) return watchedUsers(collection)
      return people.includes(collection.slug) ? watched(collection) : collection
    }),
  }
}
