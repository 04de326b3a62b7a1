// `payload mokor:grant EMAIL ROLE`: names an owner, editor, moderator or treasurer without the admin.
import type { Payload } from 'payload'
import { type Role, roles } from '../access/index.js'
import { inTransaction } from '../database/transaction.js'
import { plainSigns } from '../values/clean-text.js'

/**
 * Adds a role to a user of the admin; one that is there already stays.
 * @returns all roles the user then has
 * @throws when the role is unknown or nobody signs in with that address; the message says what to do
 */
export async function grantRole(payload: Payload, email: string, role: string): Promise<Role[]> {
  if (!isRole(role)) throw new Error(`mokor:grant: there is no role «${role}». Use one of: ${roles.join(', ')}.`)
  const collection = payload.config.admin.user
  const address = plainSigns(email).toLowerCase()
  return inTransaction(payload, async (req) => {
    const { docs } = await payload.find({
      collection,
      where: { email: { equals: address } },
      limit: 1,
      // Counting beside it would be a second first command of the transaction.
      pagination: false,
      depth: 0,
      req,
    })
    const user = docs[0] as { id: number | string; mokorRoles?: Role[] | null } | undefined
    if (!user)
      throw new Error(`mokor:grant: nobody in «${collection}» has the address «${address}». Create the user first.`)
    const granted = roles.filter((known) => known === role || user.mokorRoles?.includes(known))
    await payload.update({ collection, id: user.id, data: { mokorRoles: granted }, depth: 0, req })
    return granted
  })
}

const isRole = (value: string): value is Role => (roles as readonly string[]).includes(value)
