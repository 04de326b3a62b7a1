// Payload 3.90: permanent deletion of what is not in the trash answers “not allowed”. This hook says to move it to the trash first.
import type { CollectionBeforeOperationHook, Where } from 'payload'
import { hasRole, type Rights } from '../access/index.js'
import { localized, pickFor } from '../i18n/localized.js'
import type { CollectionKey } from '../options/index.js'
import { mokor } from '../runtime.js'
import { Refusal } from './errors.js'

const sentence = localized(
  'Prima va nel cestino; da lì si elimina per sempre.',
  'It goes to the trash first; from there it is deleted for good.',
)

/** Speaks to whoever may delete; a site that decides by itself who deletes is not spoken for. */
export const requireTrashBeforeDelete =
  (key: CollectionKey, { delete: allowed }: Rights): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    if (operation !== 'delete' || overrideAccess) return
    if (mokor(req.payload).options.access[key]?.delete || allowed === 'public' || !hasRole(req, allowed)) return
    const { id, trash, where = {} } = args as { id?: number | string; trash?: boolean; where?: Where }
    // Many at once out of the trash: what is not there is left alone.
    if (id === undefined && trash) return
    const meant: Where = id === undefined ? where : { id: { equals: id } }
    const { totalDocs } = await req.payload.count({
      collection: collection.slug,
      where: { and: [meant, { deletedAt: { exists: false } }] },
      overrideAccess: false,
      user: req.user,
      req,
    })
    if (totalDocs > 0) throw new Refusal(pickFor(req, sentence), 409)
  }
