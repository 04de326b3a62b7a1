// Run by the demo in a process of its own, before the site listens: makes the schema, the owner and the people.
// NETWORK_MEMBERS says how many; OWNER_EMAIL and OWNER_PASSWORD are those of the first user.
import { getPayload } from 'payload'
import config from '../payload.config.js'
import { populate } from './populate.js'

const { OWNER_EMAIL, OWNER_PASSWORD, NETWORK_MEMBERS } = process.env

const payload = await getPayload({ config })
const say = (line: string) => console.log(line)

const { totalDocs: users } = await payload.count({ collection: 'users' })
if (users > 0) say('the database has users already: sign in as one of them')
else if (OWNER_EMAIL && OWNER_PASSWORD) {
  await payload.create({ collection: 'users', data: { email: OWNER_EMAIL, password: OWNER_PASSWORD } })
  say(`owner ${OWNER_EMAIL}`)
}

const done = await populate(payload, Number(NETWORK_MEMBERS ?? 2000), say)
say(done ? `${done.members} members are in place` : 'there are members already: nothing added')
await payload.destroy()
process.exit(0)
