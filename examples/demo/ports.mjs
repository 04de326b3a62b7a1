// Which ports the demo takes: what PORT and BLOG_PORT say, or 3000 and 3001.
import { isFree } from '../../test/support/ports.mjs'
import { UserError } from './user-error.mjs'

const parts = [
  ['network', 'PORT'],
  ['blog', 'BLOG_PORT'],
]

/**
 * @param {Record<string, string | undefined>} env
 * @returns {{ network: number, blog: number }}
 * @throws {UserError} when one is no port, or both are the same
 */
export function portsFrom(env) {
  const network = portOf('PORT', env.PORT) ?? 3000
  const blog = portOf('BLOG_PORT', env.BLOG_PORT) ?? (network === 3001 ? 3002 : 3001)
  if (network === blog)
    throw new UserError(
      `PORT and BLOG_PORT are both ${network}. Give the blog another: BLOG_PORT=${network + 1} npm run demo`,
    )
  return { network, blog }
}

function portOf(variable, given) {
  if (given === undefined || given === '') return null
  const port = /^\d+$/.test(given) ? Number(given) : 0
  if (port < 1 || port > 65_535)
    throw new UserError(`${variable} is «${given}», which is not a port. Write a number from 1 to 65535.`)
  return port
}

/** @throws {UserError} that names the first port somebody else has, and what to do */
export async function checkPorts(ports) {
  for (const [name, variable] of parts)
    if (!(await isFree(ports[name])))
      throw new UserError(
        `Port ${ports[name]}, for the ${name}, is taken by another program. Stop that one, or choose another port: ${variable}=${another(ports)} npm run demo`,
      )
}

const another = ({ network, blog }) => {
  const next = Math.max(network, blog) + 100
  return next > 65_535 ? 3100 : next
}
