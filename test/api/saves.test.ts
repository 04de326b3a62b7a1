// A save of an editor's and what somebody decides meanwhile, by a link or a button: the decision stands.
import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { inTransaction } from '../../plugin/database/transaction.js'
import { press } from '../support/links.js'
import { addPublicMember, readMember, rowOf } from '../support/people.js'
import { database, startSite } from '../support/site.js'

/** A site's hook that looks many things up: time enough for somebody else between an editor's read and write. */
let begun: (() => void) | null = null
const slow: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!begun || data.notes !== 'Ha telefonato') return data
  begun()
  begun = null
  for (let n = 0; n < 300; n++) await req.payload.count({ collection: 'users' })
  return data
}
const withSlowHook = ({ defaultCollection: { hooks, ...rest } }: { defaultCollection: CollectionConfig }) => ({
  ...rest,
  hooks: { ...hooks, beforeChange: [...(hooks?.beforeChange ?? []), slow] },
})

const site = await startSite({
  plugin: { collectionOverrides: { members: withSlowHook, commissions: withSlowHook, donations: withSlowHook } },
})
const { payload } = site
afterAll(() => site.close())
const owner = { ...(await site.as('owner@rete.example', ['owner'])), 'Content-Type': 'application/json' }

const send = (method: string, path: string, body: unknown = {}) =>
  site.fetch(`/api${path}`, { method, headers: { ...owner, 'Accept-Language': 'it' }, body: JSON.stringify(body) })

/** The answer to a note that an editor adds, while `decision` is taken between its read and its write. */
async function meanwhile(path: string, decision: () => Promise<unknown>): Promise<Response> {
  const reached = new Promise<void>((resolve) => {
    begun = resolve
  })
  const save = send('PATCH', path, { notes: 'Ha telefonato' })
  await reached
  await decision()
  return save
}

async function expectKept(answer: Response): Promise<void> {
  if (database === 'sqlite') return expect(answer.status).toBe(200)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('è cambiato nel frattempo')
}

test('a member’s own pause', async () => {
  const { id } = await addPublicMember(payload)
  await expectKept(await meanwhile(`/members/${id}`, () => press(payload, 'member-status', id, {}, 'pause')))
  expect((await readMember(payload, id)).status).toBe('paused')
  expect(await rowOf(payload, id)).toBeNull()
})

test('a request that is declined', async () => {
  const made = await send('POST', '/commissions?depth=0', {
    description: 'Una porta che non chiude più bene',
    mode: 'remote',
    client: { kind: 'person', name: 'Ada', email: 'ada@posta.example', lang: 'it' },
  })
  const { doc } = (await made.json()) as { doc: { id: number | string } }
  const decline = () => send('POST', `/commissions/${doc.id}/mokor/decline`, { reason: 'Non sappiamo farlo' })
  await expectKept(await meanwhile(`/commissions/${doc.id}`, decline))
  const now = await payload.findByID({ collection: 'commissions', id: doc.id })
  expect(now).toMatchObject({ status: 'declined', timeline: [{ to: 'received' }, { to: 'declined' }] })
})

test('a donation that arrived', async () => {
  const { doc } = (await (await send('POST', '/donations', { amountCents: 500 })).json()) as { doc: { id: number } }
  const received = () => send('POST', `/donations/${doc.id}/mokor/received`)
  await expectKept(await meanwhile(`/donations/${doc.id}`, received))
  expect(await payload.findByID({ collection: 'donations', id: doc.id })).toMatchObject({
    status: 'received',
    receivedCents: 500,
  })
})

test('editors who save a team at the same moment keep what each has written', async () => {
  const made = await send('POST', '/teams', { name: 'Squadra' })
  const { doc } = (await made.json()) as { doc: { id: number } }
  const answers = await Promise.all(
    [{ name: 'Squadra verde' }, { public: true }, { purpose: 'Tetti' }].map((change) =>
      send('PATCH', `/teams/${doc.id}`, change),
    ),
  )
  const kept = answers.filter(({ ok }) => ok).length
  expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true)
  const { name, public: shown, purpose } = await payload.findByID({ collection: 'teams', id: doc.id })
  expect([name === 'Squadra verde', shown === true, purpose === 'Tetti'].filter(Boolean)).toHaveLength(kept)
})

test('a save that is refused holds nobody up', async () => {
  const { id } = await addPublicMember(payload)
  expect((await send('PATCH', `/members/${id}`, { status: 'left' })).status).toBe(409)
  expect((await send('PATCH', `/members/${id}`, { email: 7 })).status).toBe(400)
  expect((await send('PATCH', '/members/0', { notes: 'x' })).status).toBeGreaterThanOrEqual(400)
  expect(await inTransaction(payload, async () => 'done')).toBe('done')
})
