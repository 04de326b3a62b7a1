// Payload 3.90: bulk operations commit what succeeded and report the rest. These hooks make them all or nothing.
import type { AfterErrorHook, CollectionAfterOperationHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { localized, pickFor } from '../i18n/localized.js'
import { Refusal } from './errors.js'

/** What the answer says, by the error thrown: its own words go to logs and to the outbox too, where nobody is to be named. */
const messages = new WeakMap<object, string>()

export const rejectPartialBulk: CollectionAfterOperationHook = async ({ collection, operation, req, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  const { errors } = result as unknown as { errors?: { id: number | string; message: string }[] }
  if (!errors?.length) return result
  const names = await titlesOf(
    req,
    collection,
    errors.map(({ id }) => id),
  )
  // Where there are no transactions, what went before the refusal stands.
  const outcome = (await req.transactionID)
    ? localized('Non è stato cambiato nulla', 'Nothing was changed')
    : localized('Non tutto è stato cambiato', 'Not everything was changed')
  const sentence = (called: (id: number | string) => number | string): string =>
    `${pickFor(req, outcome)}: ${errors.map(({ id, message }) => `${called(id)}: ${message}`).join(' · ')}`
  const refusal = new Refusal(
    sentence((id) => id),
    409,
    { errors },
  )
  messages.set(
    refusal,
    sentence((id) => names.get(id) ?? id),
  )
  throw refusal
}

/** Whoever asked reads which documents by name. */
export const titlesInBulkError: AfterErrorHook = ({ error, result }) => {
  const message = messages.get(error)
  if (message === undefined) return
  const [first] = (result as { errors?: object[] } | undefined)?.errors ?? []
  return { response: { errors: [{ ...first, message }] } as never }
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
