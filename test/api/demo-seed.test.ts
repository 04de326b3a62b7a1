// The demo's filling: once, to its end even when it was cut short, and with an owner who can sign in.
import { commissionStatuses } from '../../collections/commissions/lifecycle.js'
import { offerStatuses } from '../../collections/commissions/offers/lifecycle.js'
import { deskSize } from '../../examples/network/seed/desk.js'
import { nameOwner } from '../../examples/network/seed/owner.js'
import { populate } from '../../examples/network/seed/populate.js'
import type { DeskPage } from '../../plugin/desk/index.js'
import { checkDirectory } from '../../plugin/directory/index.js'
import { addPublicMember } from '../support/people.js'
import { startSite } from '../support/site.js'

const desk = [deskSize.commissions, deskSize.donations, deskSize.teams]

test('an empty network is filled once, its directory shows exactly what may be seen, and at the desk an evening is under way', async () => {
  const site = await startSite()
  const headers = await site.as('redazione@rete.example', ['owner'])
  const done = await populate(site.payload, 150, () => undefined)
  expect(done?.members).toBe(163)
  const { missing, stale, extra, compared } = await checkDirectory(site.payload, { mend: false })
  expect({ missing, stale, extra }).toEqual({ missing: [], stale: [], extra: [] })
  const { totalDocs } = await site.payload.count({
    collection: 'members',
    where: { and: [{ status: { equals: 'active' } }, { reach: { equals: 'public' } }] },
  })
  expect(compared).toBe(totalDocs)
  expect(totalDocs).toBeLessThan(150)
  // The desk's list says since when each file stands where it does.
  const { totalDocs: undated } = await site.payload.count({
    collection: 'members',
    where: { since: { exists: false } },
  })
  expect(undated).toBe(0)

  const list = await (await site.fetch('/api/mokor/v1/members?limit=5')).json()
  expect(list.total.value).toBe(totalDocs)
  const teresa = await site.fetch('/api/mokor/v1/members/teresa-m-7k3f')
  expect(teresa.status).toBe(200)

  const statuses = async (collection: string) => {
    const { docs } = await site.payload.find({ collection, limit: 0, depth: 0 })
    return new Set(docs.map((doc) => (doc as unknown as { status: string }).status))
  }
  // A morning at the desk can be played from the start: something stands in every state that there is.
  expect(await statuses('commissions')).toEqual(new Set(commissionStatuses))
  expect(await statuses('mokor-offers')).toEqual(new Set(offerStatuses))
  expect(await statuses('donations')).toEqual(new Set(['pledged', 'received']))
  expect(await statuses('teams')).toEqual(new Set(['active', 'forming']))
  const { docs: photographed } = await site.payload.find({
    collection: 'commissions',
    where: { photos: { exists: true } },
    depth: 0,
  })
  expect(photographed.flatMap(({ photos }) => (photos as unknown[] | null) ?? [])).toHaveLength(3)
  expect(
    (await site.payload.count({ collection: 'commissions', where: { source: { equals: 'private' } } })).totalDocs,
  ).toBe(1)

  const look = async (path: string) => (await site.fetch(`/api/mokor/desk${path}`, { headers })).json()
  const page = (await look('')) as DeskPage
  const waiting = Object.fromEntries(page.queues.map(({ collection, count }) => [collection, count]))
  expect(waiting).toMatchObject({ messages: 2, outbox: 1 })
  for (const key of ['members', 'commissions', 'donations'])
    expect([key, waiting[key]]).toEqual([key, expect.any(Number)])
  expect(page.rows.map(({ title }) => title)).toEqual(expect.arrayContaining(['Lucia Fanti', 'Teo Basile']))
  expect(((await look('?view=waiting')) as DeskPage).rows.length).toBeGreaterThan(0)

  expect(await populate(site.payload, 150, () => undefined)).toBeNull()
  await site.close()
}, 300_000)

test('a filling that was cut short goes on where it stopped, and another’s members stay alone', async () => {
  const site = await startSite()
  for (const stopAt of [/^100 of 163/, /^163 of 163/])
    await expect(
      populate(site.payload, 150, (line) => {
        if (stopAt.test(line)) throw new Error('cut short')
      }),
    ).rejects.toThrow('cut short')
  expect(await populate(site.payload, 150, () => undefined)).toMatchObject({ members: 163 })
  const count = async (collection: string) => (await site.payload.count({ collection })).totalDocs
  expect(await Promise.all(['members', 'commissions', 'donations', 'teams'].map(count))).toEqual([163, ...desk])
  const { docs } = await site.payload.find({ collection: 'members', limit: 0, depth: 0, select: { email: true } })
  const emails = docs.map((doc) => String(doc.email)).filter((email) => email.endsWith('.example'))
  expect(new Set(emails).size).toBeGreaterThan(emails.length - 3)
  expect(await populate(site.payload, 150, () => undefined)).toBeNull()
  await site.close()

  const other = await startSite()
  await addPublicMember(other.payload)
  expect(await populate(other.payload, 150, () => undefined)).toBeNull()
  expect((await other.payload.count({ collection: 'members' })).totalDocs).toBe(1)
  await other.close()
}, 300_000)

test('the owner can sign in with the password that the demo prints, whatever it was before', async () => {
  const site = await startSite()
  const { payload } = site
  const signsIn = (password: string) =>
    payload.login({ collection: 'users', data: { email: 'redazione@rete.example', password } }).then(
      () => true,
      () => false,
    )
  expect(await nameOwner(payload, 'redazione@rete.example', 'first-password')).toContain('owner')
  await nameOwner(payload, 'redazione@rete.example', 'second-password')
  expect([await signsIn('first-password'), await signsIn('second-password')]).toEqual([false, true])
  expect((await payload.count({ collection: 'users' })).totalDocs).toBe(1)
  await payload.update({ collection: 'users', where: {}, data: { email: 'somebody@rete.example' } })
  expect(await nameOwner(payload, 'redazione@rete.example', 'third-password')).toContain('users of its own')
  await site.close()
})
