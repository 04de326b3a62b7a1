// Where nothing keeps two works apart, rows written from an earlier look are looked at again: who hides meanwhile stays hidden.
import type { CollectionAfterReadHook, CollectionConfig } from 'payload'
import { checkDirectory } from '../../plugin/directory/index.js'
import { addPublicMember, readMember, rowOf } from '../support/people.js'
import { database, startSite } from '../support/site.js'

/** What the site's own code does at the n-th skill that is read from now on. */
let waiting: { reads: number; work: () => Promise<unknown> } | null = null
const atTheRead: CollectionAfterReadHook = async ({ doc }) => {
  if (!waiting || --waiting.reads > 0) return doc
  const { work } = waiting
  waiting = null
  await work()
  return doc
}

const site = await startSite({
  plugin: {
    collectionOverrides: {
      skills: ({ defaultCollection: { hooks, ...rest } }: { defaultCollection: CollectionConfig }) => ({
        ...rest,
        hooks: { ...hooks, afterRead: [atTheRead] },
      }),
    },
  },
})
const { payload } = site
afterAll(() => site.close())

const addSkill = (name: string) =>
  payload.create({ collection: 'skills', data: { slug: name, names: { it: name, en: name }, sector: 'crafts' } })

/** Somebody with a skill is hidden by the site's own code while `work` reads skills for the n-th time. */
async function hiddenMeanwhile(reads: number, work: (skill: { id: number | string }) => Promise<unknown>) {
  const skill = await addSkill(`mestiere-${work.name}-${reads}`)
  const { id } = await addPublicMember(payload, { skills: [{ skill: skill.id, origin: 'practised' }] })
  await payload.db.updateOne({
    collection: 'mokor-directory',
    where: { id: { equals: String(id) } },
    data: { digest: 'an older one' },
  })
  let hidden = false
  const hide = async () => {
    await payload.update({ collection: 'members', id, data: { status: 'paused' } })
    hidden = true
  }
  let hiding: Promise<unknown> | null = null
  const begin = async () => {
    // Where there are transactions the one that comes second is stopped, and its site tries again; PostgreSQL lets it wait for the first.
    hiding = hide().catch(() => undefined)
    if (database !== 'postgres') await hiding
  }
  waiting = { reads, work: begin }
  await work(skill)
  waiting = null
  await hiding
  if (!hidden) await hide()
  expect((await readMember(payload, id)).status).toBe('paused')
  expect(await rowOf(payload, id)).toBeNull()
}

const looks = [1, 2, 3, 4, 5, 6, 7, 8]

test.each(looks)('renaming a skill, at read %i', async (reads) => {
  await hiddenMeanwhile(reads, async function rename(skill) {
    await payload
      .update({ collection: 'skills', id: skill.id, data: { names: { it: `Nuovo nome ${reads}` } } })
      .catch(() => undefined)
  })
})

test.each(looks)('mending the directory, at read %i', async (reads) => {
  await hiddenMeanwhile(reads, function check() {
    return checkDirectory(payload, { mend: true })
  })
})
