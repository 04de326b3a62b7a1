// People who have only a phone: the desk says so, promises no mail, and queues none.
import { slugOf } from '../../plugin/runtime.js'
import { addMember, readMember } from '../support/people.js'
import { startSite } from '../support/site.js'

const site = await startSite()
const { payload } = site
const moderator = await site.as('moderator@rete.example', ['moderator'])
afterAll(() => site.close())
beforeEach(() => payload.db.deleteMany({ collection: slugOf(payload, 'outbox'), where: {} }))

interface View {
  hints: { code: string }[]
  actions: { name: string; reason: boolean }[]
}

const view = async (slug: string, id: number | string): Promise<View> =>
  (await (await site.fetch(`/api/${slug}/${id}/mokor`, { headers: moderator })).json()) as View

const act = async (slug: string, id: number | string, action: string, body: object = {}) =>
  (
    await site.fetch(`/api/${slug}/${id}/mokor/${action}`, {
      method: 'POST',
      headers: { ...moderator, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).status

const queued = async () =>
  (
    await payload.db.find<{ id: string; template: string }>({
      collection: slugOf(payload, 'outbox'),
      where: {},
      pagination: false,
    })
  ).docs.map(({ template }) => template)

const hasHint = ({ hints }: View) => hints.some(({ code }) => code === 'no-address')

test('a member: the reasons stay in the file’s history, and nothing waits to leave', async () => {
  const { id } = await addMember(payload, { email: null })
  const seen = await view('members', id)
  expect(hasHint(seen)).toBe(true)
  // What is nothing but a mail is not offered.
  expect(seen.actions.map(({ name }) => name)).toEqual(['approve', 'refuse', 'leave'])
  expect(await act('members', id, 'refuse')).toBe(422)
  for (const step of ['refuse', 'approve', 'suspend', 'lift', 'pause', 'resume'])
    expect([step, await act('members', id, step, { reason: `Perché ${step}` })]).toEqual([step, 200])
  const { timeline } = await readMember(payload, id)
  expect((timeline as { why: string | null }[]).map(({ why }) => why)).toContain('Perché suspend')
  // Nor is anything about a link that nobody was sent.
  expect((await view('members', id)).actions.map(({ name }) => name)).toEqual(['pause', 'suspend', 'leave'])
  expect(await act('members', id, 'revoke-link')).toBe(409)
  expect(await queued()).toEqual([])
})

test('a member whose helper reads for them is reached', async () => {
  const helper = { name: 'Pia', email: 'pia@posta.example', consent: true }
  const { id } = await addMember(payload, { email: null, helper })
  expect(hasHint(await view('members', id))).toBe(false)
  expect(await act('members', id, 'refuse')).toBe(422)
  expect(await act('members', id, 'refuse', { reason: 'Manca il comune.' })).toBe(200)
  expect(await queued()).toEqual(['member-refused'])
})

test('a client: the reason stays in the history', async () => {
  const { id } = await payload.create({
    collection: slugOf(payload, 'commissions'),
    data: {
      status: 'received',
      client: { kind: 'person', name: 'Pina', phone: '02 1234567', contactBy: 'phone' },
      description: 'Imbiancare una cucina',
      mode: 'remote',
    },
  })
  const seen = await view('commissions', id)
  expect(hasHint(seen)).toBe(true)
  expect(seen.actions.map(({ name }) => name)).toEqual(['take', 'decline', 'withdraw'])
  expect(await act('commissions', id, 'decline', { reason: 'Nessuno in zona.' })).toBe(200)
  const { timeline } = (await payload.findByID({
    collection: slugOf(payload, 'commissions'),
    id,
  })) as unknown as { timeline: { why: string | null }[] }
  expect(timeline.at(-1)?.why).toBe('Nessuno in zona.')
  expect(await queued()).toEqual([])
})
