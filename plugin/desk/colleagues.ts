// Who may work on what at the desk: users whose role (or the site's own `access`) lets them take a collection's steps, and whether
// they are there. An item of somebody who is away, has lost the role or is gone counts as nobody's.
import { createLocalReq, type PayloadRequest, type Where } from 'payload'
import type { Role } from '../access/index.js'
import { rightsOn } from '../lifecycle/document-rights.js'
import type { CollectionKey } from '../options/index.js'
import { mokor } from '../runtime.js'
import type { DocumentId } from '../values/document-id.js'

export interface Colleague {
  id: DocumentId
  name: string
  /** ISO; null for who is there. */
  awayUntil: string | null
}

export interface DeskUser {
  id: DocumentId
  name?: unknown
  email?: unknown
  username?: unknown
  mokorRoles?: Role[] | null
  mokorAwayUntil?: string | null
  mokorDigest?: boolean | null
}

/** A desk is run by a few; of a site that rules access itself every user might belong to it. */
const mostUsers = 200

async function deskUsers(req: PayloadRequest, key: CollectionKey, roles: readonly Role[]): Promise<DeskUser[]> {
  const { options } = mokor(req.payload)
  const where: Where = options.access[key]?.update ? {} : { mokorRoles: { in: [...roles] } }
  const { docs } = await req.payload.find({
    collection: options.users,
    where,
    limit: mostUsers,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs as unknown as DeskUser[]
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const asColleague = ({ id, name, email, username, mokorAwayUntil }: DeskUser, now: Date): Colleague => ({
  id,
  name: text(name) || text(email) || text(username) || String(id),
  awayUntil: mokorAwayUntil && new Date(mokorAwayUntil) > now ? mokorAwayUntil : null,
})

/** Everybody who may take steps of these roles on this document, those who are away too. */
export async function colleaguesOn(
  req: PayloadRequest,
  key: CollectionKey,
  roles: readonly Role[],
  doc: { id: DocumentId },
): Promise<Colleague[]> {
  const users = await deskUsers(req, key, roles)
  const { options } = mokor(req.payload)
  const now = new Date()
  const allowed: Colleague[] = []
  for (const user of users) {
    const theirs = options.access[key]?.update ? (await rightsOn(await asUser(req, user), key, doc))(roles) : true
    if (theirs) allowed.push(asColleague(user, now))
  }
  return allowed
}

/** The same transaction, asked by somebody else. */
export const asUser = async ({ payload, transactionID }: PayloadRequest, user: DeskUser): Promise<PayloadRequest> => {
  const signedIn = { ...user, collection: mokor(payload).options.users } as unknown as PayloadRequest['user']
  return createLocalReq({ req: { transactionID }, user: signedIn as never }, payload)
}

/** Those who are at the desk today and have one of the roles: what anybody else had taken on is free. */
export async function presentColleagues(
  req: PayloadRequest,
  key: CollectionKey,
  roles: readonly Role[],
): Promise<Colleague[]> {
  const now = new Date()
  const update = mokor(req.payload).options.access[key]?.update
  const present: Colleague[] = []
  for (const user of await deskUsers(req, key, roles)) {
    const colleague = asColleague(user, now)
    if (colleague.awayUntil !== null) continue
    if (!update || (await update({ req: await asUser(req, user) }))) present.push(colleague)
  }
  return present
}

/** Items that nobody who is there has in hand. @param present ids of `presentColleagues` */
export const nobodys = (present: readonly DocumentId[]): Where =>
  present.length === 0
    ? // An empty condition among others that hold by `or` is left out.
      { id: { exists: true } }
    : { or: [{ editor: { exists: false } }, { editor: { equals: null } }, { editor: { not_in: [...present] } }] }
