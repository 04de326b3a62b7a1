// Finds the member whom another member names by an address that they know. Callers answer alike whether or not somebody is found:
// who belongs to the network, but is not public, must not be told.
import type { PayloadRequest, Where } from 'payload'
import type { Member } from './member.js'
import { readMembers } from './publishing/read.js'

/** @param named an e-mail address, or the address of a profile or its slug, somewhere in it */
export async function findColleague(req: PayloadRequest, named: string): Promise<Member | null> {
  const email = /[^\s<>,;()]+@[^\s<>,;()]+/.exec(named)?.[0]?.toLowerCase()
  const slug = /[a-z0-9]+(?:-[a-z0-9]+)*-[a-z0-9]{4}(?![a-z0-9-])/.exec(named.toLowerCase())?.[0]
  const by: Where | null = email ? { email: { equals: email } } : slug ? { slug: { equals: slug } } : null
  if (!by) return null
  const found = await readMembers(
    req,
    { and: [by, { status: { equals: 'active' } }, { deletedAt: { exists: false } }] },
    2,
  )
  const [only] = found
  return found.length === 1 && only ? only : null
}
