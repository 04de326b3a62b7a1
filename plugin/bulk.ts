// A bulk change happens whole or not at all: Payload commits what succeeded and reports the rest, which is not what was asked.
import {
  APIError,
  type CollectionAfterOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { inLanguage, say } from './words.js'

export const wholeOrNothing: CollectionAfterOperationHook = async ({ collection, operation, req, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  const { errors } = result as unknown as { errors?: { id: number | string; message: string }[] }
  if (!errors?.length) return result
  const names = await titlesOf(
    req,
    collection,
    errors.map(({ id }) => id),
  )
  const reasons = errors.map(({ id, message }) => `${names.get(id) ?? id}: ${message}`).join(' · ')
  // Where there are no transactions, what went before the refusal stands.
  const outcome = (await req.transactionID)
    ? say('Non è stato cambiato nulla', 'Nothing was changed')
    : say('Non tutto è stato cambiato', 'Not everything was changed')
  throw new APIError(`${inLanguage(req, outcome)}: ${reasons}`, 409, { errors }, true)
}

/** Editors know documents by their titles. */
async function titlesOf(
  { payload }: PayloadRequest,
  { slug, admin }: SanitizedCollectionConfig,
  ids: (number | string)[],
): Promise<Map<number | string, string>> {
  const title = admin.useAsTitle ?? 'id'
  const { docs } = await payload.db.find<Record<string, unknown> & { id: number | string }>({
    collection: slug,
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
  })
  return new Map(docs.flatMap((doc) => (doc[title] ? [[doc.id, String(doc[title])]] : [])))
}
