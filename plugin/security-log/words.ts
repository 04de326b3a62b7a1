// Says in words who did it and to what, for readers who may read both. Nothing of it is stored: a line is ids alone.
import type { CollectionSlug, FieldHook, PayloadRequest } from 'payload'
import { inWords } from '../collection/field-labels.js'
import { databaseId } from '../values/document-id.js'
import type { SecurityLogRow } from './row.js'

type Named = Record<string, unknown>

/** What a document is called; null where it is gone, or is not this reader's to read. */
async function nameOf(req: PayloadRequest, slug: string, id: string): Promise<string | null> {
  const { payload, user } = req
  const config = payload.collections[slug]?.config
  if (!config) return null
  const where = { id: { equals: databaseId(payload, id) } }
  // Counted rather than read: a reading would be a line of the log itself.
  const { totalDocs } = await payload.count({
    collection: slug as CollectionSlug,
    where,
    trash: true,
    user,
    overrideAccess: false,
    req,
  })
  if (totalDocs === 0) return null
  const doc = await payload.db.findOne<{ id: string } & Named>({ collection: slug, where, req })
  const title = [doc?.reference, doc?.[config.admin.useAsTitle ?? 'id'], doc?.email, doc?.username].find(
    (name) => typeof name === 'string' && name !== '' && name !== String(doc?.id),
  )
  return title === undefined ? null : String(title)
}

/** Lines of one list speak of the same few. */
const names = new WeakMap<object, Map<string, Promise<string | null>>>()

function nameIn(req: PayloadRequest, slug: string, id: string): Promise<string | null> {
  const known = names.get(req.context) ?? new Map<string, Promise<string | null>>()
  names.set(req.context, known)
  const key = `${slug}/${id}`
  const name = known.get(key) ?? nameOf(req, slug, id).catch(() => null)
  known.set(key, name)
  return name
}

/** E-mail of whoever did it, or their id. */
export const tellsWho: FieldHook = async ({ data, req }) => {
  const { user = '' } = (data ?? {}) as Partial<SecurityLogRow>
  if (!req.user || !user) return null
  const at = user.lastIndexOf('/')
  const slug = at < 0 ? req.payload.config.admin.user : user.slice(0, at)
  return (await nameIn(req, slug, user.slice(at + 1))) ?? user
}

/** Kind and name of the document, or its id; the kind alone of a list. */
export const tellsWhat: FieldHook = async ({ data, req }) => {
  const { collection, document } = (data ?? {}) as Partial<SecurityLogRow>
  if (!req.user || !collection) return null
  const { singular, plural } = req.payload.collections[collection]?.config.labels ?? {}
  if (!document) return inWords(req, plural, collection)
  return `${inWords(req, singular, collection)}: ${(await nameIn(req, collection, document)) ?? document}`
}
