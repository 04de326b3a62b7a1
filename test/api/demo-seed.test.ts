import { populate } from '../../examples/network/seed/populate.js'
import { checkDirectory } from '../../plugin/directory/index.js'
import { startSite } from '../support/site.js'

test('an empty network is filled once, and its directory shows exactly what may be seen', async () => {
  const site = await startSite()
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

  const list = await (await site.fetch('/api/mokor/v1/members?limit=5')).json()
  expect(list.total.value).toBe(totalDocs)
  const teresa = await site.fetch('/api/mokor/v1/members/teresa-m-7k3f')
  expect(teresa.status).toBe(200)

  const statuses = async (collection: string) => {
    const { docs } = await site.payload.find({ collection, limit: 0, depth: 0 })
    return new Set(docs.map((doc) => (doc as unknown as { status: string }).status))
  }
  expect(await statuses('commissions')).toEqual(new Set(['unconfirmed', 'received', 'triage', 'closed', 'declined']))
  expect(await statuses('donations')).toEqual(new Set(['pledged', 'received']))
  expect(await statuses('teams')).toEqual(new Set(['active', 'forming']))

  expect(await populate(site.payload, 150, () => undefined)).toBeNull()
  await site.close()
}, 120_000)
