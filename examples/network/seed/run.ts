// Run by the demo in a process of its own, before the site listens: makes the schema, the owner and the people.
// NETWORK_MEMBERS says how many; OWNER_EMAIL and OWNER_PASSWORD are those of the first user.
import { getPayload } from 'payload'
import config from '../payload.config.js'
import { nameOwner } from './owner.js'
import { populate } from './populate.js'

const { OWNER_EMAIL, OWNER_PASSWORD, NETWORK_MEMBERS } = process.env

const payload = await getPayload({ config })
const say = (line: string) => console.log(line)

if (OWNER_EMAIL && OWNER_PASSWORD) say(await nameOwner(payload, OWNER_EMAIL, OWNER_PASSWORD))

const done = await populate(payload, Number(NETWORK_MEMBERS ?? 2000), say)
say(done ? `${done.members} members are in place` : 'there are members already: nothing added')
await payload.destroy()
process.exit(0)
