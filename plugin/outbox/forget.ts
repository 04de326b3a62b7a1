// Erases mails and links of a document that is erased.
import type { PayloadRequest } from 'payload'
import { logErased } from '../erasure-log/index.js'
import { slugOf } from '../runtime.js'

/** Rooms by the first word of their templates, with the purposes of the links whose target is one of their documents. */
const purposes = {
  member: ['confirm-join', 'member-status'],
  message: ['confirm-message'],
  commission: ['confirm-request', 'request-status'],
  donation: [],
} as const

/**
 * Forgets every mail and link about these documents, those that have served their time too: where ids are numbers a later
 * document may get the same one, and must find neither its keys taken nor somebody else's link open.
 */
export async function eraseTraces(req: PayloadRequest, room: keyof typeof purposes, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const { payload } = req
  await logErased(payload, room, ids)
  const target = { target: { in: ids } }
  await payload.db.deleteMany({
    collection: slugOf(payload, 'outbox'),
    where: { and: [target, { template: { like: `${room}-` } }] },
    req,
  })
  if (purposes[room].length === 0) return
  await payload.db.deleteMany({
    collection: slugOf(payload, 'links'),
    where: { and: [target, { purpose: { in: [...purposes[room]] } }] },
    req,
  })
}
