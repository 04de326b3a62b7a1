// `payload mokor:grant EMAIL ROLE`
import { roles } from '../../access.js'
import { command, Usage } from '../command.js'
import { grantRole } from '../grant.js'

export const script = command(async (payload, [email, role]) => {
  if (!email || !role) throw new Usage(`Usage: payload mokor:grant EMAIL ROLE\nRoles: ${roles.join(', ')}`)
  const granted = await grantRole(payload, email, role)
  console.log(`mokor:grant: ${email} is now ${granted.join(', ')}.`)
  return true
})
