// `payload mokor:grant EMAIL ROLE`
import { roles } from '../../access/index.js'
import { command, Usage } from '../command.js'
import { grantRole } from '../grant.js'

function read([email, role, ...more]: string[]): { email: string; role: string } {
  if (!email || !role || more.length > 0)
    throw new Usage(`Usage: payload mokor:grant EMAIL ROLE\nRoles: ${roles.join(', ')}`)
  return { email, role }
}

export const script = command(read, async (payload, { email, role }) => {
  const granted = await grantRole(payload, email, role)
  console.log(`mokor:grant: ${email} is now ${granted.join(', ')}.`)
  return true
})
