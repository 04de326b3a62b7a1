// Reads a document as the signed-in editor, and tells which roles' steps they may take on it.
import type { PayloadRequest } from 'payload'
import { hasRole, type Role } from '../access/index.js'
import { Refusal } from '../collection/errors.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { mokor, slugOf } from '../runtime.js'
import { databaseId } from '../values/document-id.js'

const unsigned = localized('Accedi con il tuo utente della redazione.', 'Sign in with your own account of the desk.')
const missing = localized('Questo documento non c’è più, o non è per te.', 'This document is gone, or not for you.')

async function find<Doc>(req: PayloadRequest, key: CollectionKey, given: number | string): Promise<Doc | null> {
  const id = databaseId(req.payload, given)
  // A word where ids are numbers is nobody's.
  if (Number.isNaN(id)) return null
  const doc = await req.payload.findByID({
    collection: slugOf(req.payload, key),
    id,
    req,
    depth: 0,
    user: req.user,
    overrideAccess: false,
    disableErrors: true,
  })
  return doc as unknown as Doc | null
}

/** @throws a Refusal (403 for who is not signed in, else 404) for what is not there and for what they may not read alike */
export async function readAsEditor<Doc>(req: PayloadRequest, key: CollectionKey, id: number | string): Promise<Doc> {
  const doc = await find<Doc>(req, key, id)
  if (!doc && !req.user) throw new Refusal(pickFor(req, unsigned), 403)
  if (!doc) throw new Refusal(pickFor(req, missing), 404)
  return doc
}

/** After a step of this editor; null where it took the document out of their sight, as the site's own `access` has it. */
export const readAfterStep = <Doc>(
  req: PayloadRequest,
  key: CollectionKey,
  { id }: { id: number | string },
): Promise<Doc | null> => find<Doc>(req, key, id)

/** Which steps' roles hold for this user: whom the site's own `access` lets change the document needs no role of ours. */
export async function rightsOn(
  req: PayloadRequest,
  key: CollectionKey,
  { id }: { id: number | string },
): Promise<(allowed: readonly Role[]) => boolean> {
  const update = mokor(req.payload).options.access[key]?.update
  if (!update) return (allowed) => hasRole(req, allowed)
  const answer = await update({ req, id })
  if (typeof answer === 'boolean') return () => answer
  const { totalDocs } = await req.payload.count({
    collection: slugOf(req.payload, key),
    where: { and: [{ id: { equals: id } }, answer] },
    overrideAccess: true,
    req,
  })
  return () => totalDocs > 0
}
