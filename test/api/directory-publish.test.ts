// How rows reach the directory: what is published, withdrawn, noted, and rolled back.

import { inTransaction } from '../../plugin/database/transaction.js'
import { embeddedEngine } from '../../plugin/directory/engines/embedded.js'
import { type DirectoryRow, forgetOldChanges, publish } from '../../plugin/directory/index.js'
import { profile } from '../support/profiles.js'
import { type Site, startSite } from '../support/site.js'

let site: Site
/** What the start itself wrote down. */
let atStart = 0
beforeAll(async () => {
  site = await startSite()
  atStart = (await entries(0)).length
})
afterAll(() => site.close())

const rows = async () =>
  (await site.payload.db.find<DirectoryRow>({ collection: 'mokor-directory', sort: 'id', pagination: false, limit: 0 }))
    .docs
const entries = async (after = atStart) =>
  (
    await site.payload.db.find<{ id: string; ids: string[] }>({
      collection: 'mokor-changes',
      sort: 'id',
      pagination: false,
      limit: 0,
    })
  ).docs.slice(after)

const publishing = (change: Partial<Parameters<typeof publish>[1]>) =>
  inTransaction(site.payload, (req) => publish(req, { profiles: [], withdrawn: [], skills: [], ...change }))

test('publishes, changes only what changed, withdraws, and notes each change once', async () => {
  const anna = profile({ id: 'm1', name: 'Anna B.', headline: 'Riparo infissi' })
  await publishing({ profiles: [anna, profile({ id: 'm2' })] })
  expect((await rows()).map((row) => row.id)).toEqual(['m1', 'm2'])
  expect((await rows())[0]).toMatchObject({ name: 'Anna B.', strong: expect.arrayContaining(['riparo', 'infissi']) })
  expect((await entries()).map((entry) => entry.ids)).toEqual([['m1', 'm2']])

  await publishing({ profiles: [anna] })
  expect(await entries()).toHaveLength(1)

  await publishing({ profiles: [{ ...anna, headline: 'Riparo porte' }] })
  expect((await rows())[0]).toMatchObject({ headline: 'Riparo porte' })
  expect((await entries()).map((entry) => entry.ids)).toEqual([['m1', 'm2'], ['m1']])

  await publishing({ withdrawn: ['m1', 'unknown'] })
  await publishing({ withdrawn: ['m1'] })
  expect((await rows()).map((row) => row.id)).toEqual(['m2'])
  expect((await entries()).map((entry) => entry.ids)).toEqual([['m1', 'm2'], ['m1'], ['m1']])
})

test('several publishings in one transaction leave one entry', async () => {
  if (site.payload.db.name !== 'mongoose') return
  const before = (await entries()).length
  await inTransaction(site.payload, async (req) => {
    for (const id of ['t1', 't2', 't3']) await publish(req, { profiles: [profile({ id })], withdrawn: [], skills: [] })
  })
  const after = await entries()
  expect(after).toHaveLength(before + 1)
  expect(after.at(-1)?.ids).toEqual(['t1', 't2', 't3'])
})

test('what a transaction rolls back was never published', async () => {
  if (site.payload.db.name !== 'mongoose') return
  const before = [await rows(), await entries()]
  await expect(
    inTransaction(site.payload, async (req) => {
      await publish(req, { profiles: [profile({ id: 'r1' })], withdrawn: ['m2'], skills: [] })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect([await rows(), await entries()]).toEqual(before)
})

test('concurrent publishings all land', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => publishing({ profiles: [profile({ id: `c${n}` })] })))
  expect((await rows()).filter((row) => row.id.startsWith('c'))).toHaveLength(20)
})

test('an index in memory follows any number of changes by reading what changed, and anew only where their notes are gone', async () => {
  const engine = embeddedEngine(site.payload)
  const { db } = site.payload
  let whole = 0
  const find = db.find
  db.find = ((asked) => {
    if (asked.collection === 'mokor-directory' && asked.where === undefined) whole += 1
    return find.call(db, asked)
  }) as typeof find
  const look = async () => {
    whole = 0
    await engine.version()
    return whole
  }
  const person = (n: number, headline: string) => profile({ id: `e${n}`, slug: `e-${n}`, headline })
  try {
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    for (let n = 0; n < 40; n++) await publishing({ profiles: [person(n, 'Riparo porte')] })
    await publishing({ withdrawn: ['e3'] })
    expect(await look()).toBe(0)
    const shown = async (n: number) => (await engine.row(`e-${n}`))?.headline ?? null
    expect(await Promise.all([0, 3, 20, 39].map(shown))).toEqual(['Riparo porte', null, 'Riparo porte', 'Riparo porte'])
    expect(await look()).toBe(0)

    for (let n = 0; n < 20; n++) await publishing({ profiles: [person(n, 'Riparo finestre')] })
    await forgetOldChanges(site.payload)
    expect(await look()).toBe(1)
    expect(await Promise.all([0, 19, 20].map(shown))).toEqual(['Riparo finestre', 'Riparo finestre', 'Riparo porte'])
  } finally {
    db.find = find
  }
})
