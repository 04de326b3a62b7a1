// A process that hides one member and takes another's phone back, and is killed before its n-th write to the database.
// First it looks, as a restarted site does, whether anything that files call hidden can be seen.
import fs from 'node:fs'
import { slugOf } from '../../plugin/runtime.js'
import { dieBefore } from './die-before.js'
import { addPublicMember, type Saved } from './people.js'
import { adapterOf, type Database, type Site, startSite } from './site.js'

const [database, databaseUrl, killBefore] = process.argv.slice(2) as [Database, string, string]

// A schema that is there already need not be compared with again: that is most of a start.
const known = database === 'sqlite' && fs.existsSync(databaseUrl.replace('file:', ''))
const db = await adapterOf(database, databaseUrl, !known)
const site = await startSite({ database, databaseUrl, config: (config) => ({ ...config, db }) })
const problems = await problemsOf(site)
console.log(JSON.stringify({ problems }))

const members = slugOf(site.payload, 'members')
const hidden = await addPublicMember(site.payload, { phonePublic: true })
const quiet = await addPublicMember(site.payload, { phonePublic: true })
dieBefore(site.payload, Number(killBefore))
await site.payload.update({ collection: members, id: hidden.id, data: { reach: 'network' } })
await site.payload.update({ collection: members, id: quiet.id, data: { phonePublic: false } })
console.log(JSON.stringify({ done: true }))
process.exit(0)

/** What the public sees although the file says otherwise, and the other way round. */
async function problemsOf({ payload, fetch }: Site): Promise<string[]> {
  const { docs } = await payload.find({ collection: slugOf(payload, 'members'), limit: 0, pagination: false, depth: 0 })
  const wrong: string[] = []
  const listed = new Set<string>()
  for (let next: string | null = ''; next !== null; ) {
    const response = await fetch(`/api/mokor/v1/members?limit=50${next ? `&cursor=${next}` : ''}`)
    const page = (await response.json()) as { members: { slug: string }[]; next: string | null }
    for (const { slug } of page.members) listed.add(slug)
    next = page.next
  }
  for (const { slug, status, reach, phonePublic } of docs as unknown as (Saved & { phonePublic: boolean })[]) {
    const shown = status === 'active' && reach === 'public'
    const response = await fetch(`/api/mokor/v1/members/${slug}`)
    if (response.status !== (shown ? 200 : 404))
      wrong.push(`${slug} is ${shown ? 'public' : 'hidden'}, its address answers ${response.status}`)
    if (listed.has(String(slug)) !== shown)
      wrong.push(`${slug} is ${shown ? 'public' : 'hidden'}, the list says otherwise`)
    if (response.status !== 200) continue
    const { member } = (await response.json()) as { member: { phone: string | null } }
    if ((member.phone !== null) !== phonePublic)
      wrong.push(`${slug}: the phone is ${phonePublic ? '' : 'not '}public, shown: ${member.phone}`)
  }
  return wrong
}
