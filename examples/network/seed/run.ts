// Run by the demo in a process of its own, before the site listens: makes the schema, the owner and the people.
// NETWORK_MEMBERS says how many; OWNER_EMAIL and OWNER_PASSWORD are those of the first user.
import { getPayload } from 'payload'
import config from '../payload.config.js'
import { populate } from './populate.js'

const { OWNER_EMAIL, OWNER_PASSWORD, NETWORK_MEMBERS } = process.env

const payload = await getPayload({ config })
const say = (line: string) => console.log(line)

const { docs: users } = await payload.find({ collection: 'users', limit: 0, depth: 0 })
if (users.length === 0 && OWNER_EMAIL && OWNER_PASSWORD) {
  await payload.create({ collection: 'users', data: { email: OWNER_EMAIL, password: OWNER_PASSWORD } })
  say(`owner ${OWNER_EMAIL}`)
} else if (!users.some(({ email }) => email === OWNER_EMAIL))
  say('the database has users of its own: sign in as one of them, not with the credentials below')

const done = await populate(payload, Number(NETWORK_MEMBERS ?? 2000), say)
say(done ? `${done.members} members are in place` : 'there are members already: nothing added')
await payload.destroy()
process.exit(0)
