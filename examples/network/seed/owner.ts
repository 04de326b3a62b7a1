// The demo's owner: the credentials that the demo prints are those that work.
import type { Payload } from 'payload'

/** @returns what was done, for the demo to say */
export async function nameOwner(payload: Payload, email: string, password: string): Promise<string> {
  const { docs: users } = await payload.find({ collection: 'users', limit: 0, depth: 0 })
  if (users.length === 0) {
    await payload.create({ collection: 'users', data: { email, password } })
    return `owner ${email}`
  }
  const owner = users.find((user) => user.email === email)
  if (!owner) return 'the database has users of its own: sign in as one of them'
  // The database may be older than the password that the demo keeps.
  await payload.update({ collection: 'users', id: owner.id, data: { password } })
  return `owner ${email}, with the password below`
}
