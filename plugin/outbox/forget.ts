// Erases mails, jobs and links of a document that is erased.
import type { PayloadRequest } from 'payload'
import type { CollectionKey, ErasedKind } from '../definitions/rooms.js'
import { logErased } from '../erasure-log/index.js'
import { mokor, slugOf } from '../runtime.js'

/**
 * Names of the definitions that speak of other collections. All else may speak of this one: also a name that nothing knows any
 * more, because a later version renamed it.
 */
const ofOthers = (key: CollectionKey, definitions: Record<string, { document: string }>): string[] =>
  Object.entries(definitions).flatMap(([name, { document }]) => (document === key ? [] : [name]))

/**
 * Forgets every mail, job and link about these documents, those that have served their time too: where ids are numbers a later
 * document may get the same one, and must find neither its keys taken nor somebody else's link open.
 */
export async function eraseTraces(req: PayloadRequest, key: CollectionKey, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const { payload } = req
  const { erasures, mails, jobs, links } = mokor(payload)
  for (const [kind, { document, whole }] of Object.entries(erasures))
    if (whole && document === key) await logErased(payload, kind as ErasedKind, ids)
  const target = { target: { in: ids } }
  await payload.db.deleteMany({
    collection: slugOf(payload, 'outbox'),
    where: { and: [target, { template: { not_in: ofOthers(key, { ...mails, ...jobs }) } }] },
    req,
  })
  await payload.db.deleteMany({
    collection: slugOf(payload, 'links'),
    where: { and: [target, { purpose: { not_in: ofOthers(key, links) } }] },
    req,
  })
}
