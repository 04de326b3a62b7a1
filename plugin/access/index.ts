// Access control: roles, the rights of a collection by operation, and the access functions made from it.
import type { Access, PayloadRequest } from 'payload'
import type { Operation } from '../options/index.js'

export const roles = ['owner', 'editor', 'moderator', 'treasurer'] as const
export type Role = (typeof roles)[number]

/** Who edits, takes in and answers. */
export const editors: readonly Role[] = ['editor', 'moderator', 'owner']
/** Who suspends, lets go, trashes and restores. */
export const moderators: readonly Role[] = ['moderator', 'owner']
/** Who keeps the accounts. */
export const treasurers: readonly Role[] = ['treasurer', 'owner']
export const nobody: readonly Role[] = []
export const everyRole: readonly Role[] = roles

/** `public` also lets people without any role in. */
type Allowed = readonly Role[] | 'public'

/** Who may do what in a collection. Where there is a trash, `delete` is the right to it: see `trashAccess`. */
export type Rights = Record<Operation, Allowed>

/** What the plugin alone reads and writes. */
export const systemRights: Rights = { create: nobody, read: nobody, update: nobody, delete: nobody }

/** Documents of people, which editors keep. */
export const editorsRights: Rights = { create: editors, read: editors, update: editors, delete: moderators }

/** Roles of the signed-in user of the host's admin collection; none for anybody else. */
export function rolesOf(req: PayloadRequest): Role[] {
  const user = req.user as { collection?: string; mokorRoles?: unknown } | null
  if (!user || user.collection !== req.payload.config.admin.user || !Array.isArray(user.mokorRoles)) return []
  return roles.filter((role) => (user.mokorRoles as unknown[]).includes(role))
}

export function hasRole(req: PayloadRequest, allowed: readonly Role[]): boolean {
  return rolesOf(req).some((role) => allowed.includes(role))
}

const may = (req: PayloadRequest, allowed: Allowed): boolean => allowed === 'public' || hasRole(req, allowed)

/** Functions of ours, which can be asked before anything that was sent is read. */
const byRole = new WeakSet<Access>()

/** Whether it is known by who asks alone that this would be refused; what a site puts in the place of ours may want the data. */
export const refusedUnread = async (access: Access | undefined, req: PayloadRequest): Promise<boolean> =>
  access !== undefined && byRole.has(access) && !(await access({ req }))

function ours(access: Access): Access {
  byRole.add(access)
  return access
}

const allow = (allowed: Allowed): Access => ours(({ req }) => may(req, allowed))

const trashes = (data: unknown): boolean => Boolean((data as { deletedAt?: unknown } | undefined)?.deletedAt)

/**
 * Who may not delete may not touch what is in the trash either, so that nobody restores by an ordinary edit.
 * Payload asks `delete` with the data of a move to the trash. Deleting for good takes a document that is there already: its
 * form then does not offer to skip the trash.
 */
const trashAccess = (rights: Rights): Pick<Record<Operation, Access>, 'create' | 'update' | 'delete'> => ({
  create: ours(({ req, data }) => may(req, trashes(data) ? rights.delete : rights.create)),
  update: ours(({ req }) => may(req, rights.update) && (may(req, rights.delete) || { deletedAt: { exists: false } })),
  delete: ours(({ req, data }) => may(req, rights.delete) && (trashes(data) || { deletedAt: { exists: true } })),
})

/**
 * Every access function of one collection, versions included.
 * @param trash whether its documents go to a trash before they are deleted
 */
export function accessOf(rights: Rights, { trash }: { trash: boolean }): Record<Operation | 'readVersions', Access> {
  return {
    create: allow(rights.create),
    read: allow(rights.read),
    update: allow(rights.update),
    delete: allow(rights.delete),
    readVersions: allow(rights.read === 'public' ? editors : rights.read),
    ...(trash ? trashAccess(rights) : {}),
  }
}

type Given = Partial<Record<Operation | 'readVersions', Access>>

/**
 * What the site's own `access` puts in the place of ours. Whoever may not read a document reads no versions of it either; a
 * query on documents does not fit their versions, so a site that answers with one gives `readVersions` too.
 */
export function replacedAccess(given: Given = {}): Given {
  const { read } = given
  if (!read || given.readVersions) return given
  return { ...given, readVersions: async (args) => (await read(args)) === true }
}
