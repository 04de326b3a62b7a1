// Where no transaction takes writes back, a step that fails late leaves the published row as the file still stands; what a site
// asks of a file through its own overrides stops no step that hides.
import { inspect } from 'node:util'
import { jest } from '@jest/globals'
import type { CollectionConfig } from 'payload'
import { drainOutbox } from '../../plugin/index.js'
import { press } from '../support/links.js'
import { addPicture, addPublicMember, readMember, rowOf } from '../support/people.js'
import { startSite } from '../support/site.js'

let failing = false
let asked = false

const site = await startSite({
  plugin: {
    collectionOverrides: {
      members: ({ defaultCollection }: { defaultCollection: CollectionConfig }) => ({
        ...defaultCollection,
        fields: [
          ...defaultCollection.fields,
          {
            name: 'badge',
            type: 'text',
            validate: (value: unknown) => !asked || Boolean(value) || 'Scrivi la tessera.',
          },
        ],
        hooks: {
          ...defaultCollection.hooks,
          beforeChange: [
            ...(defaultCollection.hooks?.beforeChange ?? []),
            () => {
              if (failing) throw new Error('the site’s own hook fails')
            },
          ],
        },
      }),
    },
  },
})
const { payload } = site
const moderator = await site.as('moderator@rete.example', ['moderator'])
afterAll(() => site.close())
afterEach(() => {
  failing = false
  asked = false
})

const step = (id: number | string, name: string) =>
  site.fetch(`/api/members/${id}/mokor/${name}`, {
    method: 'POST',
    headers: { ...moderator, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason: 'Lo ha chiesto' }),
  })

test.each<[string, (id: number | string) => Promise<unknown>]>([
  ['at the desk', (id) => step(id, 'pause')],
  ['by the member’s own page', (id) => press(payload, 'member-status', id, {}, 'pause').catch(() => null)],
  ['by the member who leaves', (id) => press(payload, 'member-status', id, {}, 'leave').catch(() => null)],
])('a step that fails late, %s, leaves file and row agreeing', async (_, take) => {
  const { id, slug } = await addPublicMember(payload)
  failing = true
  await take(id)
  failing = false
  expect(await readMember(payload, id)).toMatchObject({ status: 'active', reach: 'public' })
  expect(await rowOf(payload, id)).toMatchObject({ slug })
})

test('a field that the site asks for since stops nobody from going', async () => {
  const { id } = await addPublicMember(payload)
  asked = true
  expect((await step(id, 'pause')).status).toBe(200)
  expect((await step(id, 'resume')).status).toBe(200)
  await press(payload, 'member-status', id, {}, 'leave')
  expect(await readMember(payload, id)).toMatchObject({ status: 'left' })
})

test('who could not be erased is named neither to the log nor in the outbox', async () => {
  const { id } = await addPublicMember(payload, { picture: (await addPicture(payload)).id })
  expect((await step(id, 'leave')).status).toBe(200)
  const warn = jest.spyOn(payload.logger, 'warn')
  failing = true
  await drainOutbox(payload, () => new Date(Date.now() + 25 * 3_600_000))
  failing = false
  const said = inspect(warn.mock.calls, { depth: 9 })
  warn.mockRestore()
  const { docs } = await payload.find({ collection: 'mokor-outbox', where: { template: { equals: 'member-settle' } } })
  expect(docs).toMatchObject([{ status: 'queued', lastError: expect.stringContaining('own hook fails') }])
  for (const words of [said, docs[0]?.lastError]) expect(words).not.toMatch(/Maria|Colnaghi/)
})
